"""One fact of each kind as a person types it in, and who says it."""

from datetime import date

from graph.by_hand.added import Added
from graph.by_hand.adding import add
from graph.by_hand.needs import TypedNeed
from graph.by_hand.organizations import TypedOrganization
from graph.by_hand.saying import Saying
from graph.by_hand.seats import TypedSeat
from graph.by_hand.services import TypedService
from graph.by_hand.ties import TypedTie
from graph.by_hand.typed import Typed
from graph.connection import Graph
from graph.messages import Messages
from graph.reading import Reader
from tests.building import TODAY

SAID = Saying(said_by="社協職員", on=date(2026, 11, 20))

WORDS = Messages(("graph",), "ja")

KINDS: dict[str, Typed] = {
    "organization": TypedOrganization(name="とちり会", area="名張市", types=("NPO",), kana="とちりかい"),
    "tie": TypedTie(start="いろは会", end="にほへ会", kind="連携", area="名張市"),
    "seat": TypedSeat(body="いろは会", council="協議体", role="事務局", since=date(2026, 4, 1), area="名張市"),
    "service": TypedService(name="買い物バス", by="いろは会", area="名張市", covers=("名張市",), categories=("SHOPBUS",), days="火曜"),
    "need": TypedNeed(area="名張市", text="通院の足がない", count=7, answered_by="送迎"),
    "known organization": TypedOrganization(name="いろは会", area="名張市", types=("VOL",)),
    "known service": TypedService(name="送迎", by="いろは会", area="名張市", status="ended"),
    "known need": TypedNeed(area="名張市", text="買い物に困る", codes=("N_SHOP",)),
}


def type_in(graph: Graph, typed: Typed, saying: Saying = SAID, *, audience: str = "restricted", dry_run: bool = False) -> Added:
    return add(Reader(graph, audience=audience, today=TODAY), typed, saying, words=WORDS, dry_run=dry_run)
