"""An invented town of which the rules read some and a second reader may read more."""

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from graph.facts import Fact, Quotation
from graph.model.sources import CaseStudy
from loaders.case_studies.building import Builder
from loaders.case_studies.extractors.accepting import Accepting, Tally
from loaders.case_studies.extractors.answers import proposals_of
from loaders.case_studies.extractors.case_text import case_texts
from loaders.case_studies.extractors.contract import CaseText, Proposals
from loaders.case_studies.read import Document, read_document
from loaders.case_studies.reader import Reader
from loaders.contract import Candidate
from tests.unit.loaders.case_studies.extractors.stand_in import thing, tie, words_of

TOWN = """## 山形県紅沢町

■取組

- 紅沢町社会福祉協議会が配食サービスを実施している。
- ゆいの会は、ひとり暮らしの方のもとへ週に一度顔を出している。
- 石平地区では店がなくなり、買い物に困る人が増えている。
- べにざわ号が毎週水曜に走り、和田山会館まで送り届ける。運んでいるのは紅沢交通だ。
- 会長の山田花子さんは要介護2で、0233-00-0000に住む。
- 配食の献立は、鈴木一郎さんとゆいの会が考える。
"""
LINES = TOWN.splitlines()
READER = "second_reader"

OFFICE = "紅沢町社会福祉協議会"
YUI = thing("Organization", "ゆいの会", 6, codes=["VOL"])
VISITS = thing("Service", "週に一度顔を出している", 6, codes=["WATCH"], status="running")
YUI_VISITS = tie(
    "PROVIDES", "ゆいの会", "週に一度顔を出している", 6, "ゆいの会は、ひとり暮らしの方のもとへ週に一度顔を出している", status="running"
)
BUS = thing("Service", "べにざわ号", 8, codes=["TRANS"], status="running")
BUS_RUN = tie("PROVIDES", "紅沢交通", "べにざわ号", 8, "運んでいるのは紅沢交通だ", status="running")
MEALS_AGAIN = thing("Service", "配食サービス", 5, codes=["MEALS"], status="running")
MEALS_RUN_AGAIN = tie("PROVIDES", OFFICE, "配食サービス", 5, "紅沢町社会福祉協議会が配食サービスを実施している", status="running")
GOOD = (YUI, VISITS, YUI_VISITS, BUS, BUS_RUN)


def document(text: str = TOWN, name: str = "town.md") -> Document:
    return read_document(Candidate(path=Path(name), content=text.encode()))


@cache
def case_text(text: str = TOWN) -> CaseText:
    return case_texts(document(text))[0]


def proposals(*entries: Mapping[str, Any]) -> Proposals:
    return proposals_of(words_of(*entries))


def taken(proposed: Proposals, text: str = TOWN) -> tuple[tuple[Fact, ...], tuple[Fact, ...], Tally]:
    """The rules' facts, what the proposals add to them, and what became of each."""
    case = case_text(text)
    book = Reader(case.case).read()
    builder = Builder(book, CaseStudy(key="case", name="case"))
    read = builder.build([], "case_studies/town")
    accepting = Accepting(book, builder, case, READER)
    return read, accepting.take(proposed), accepting.tally


def accepted(*entries: Mapping[str, Any], text: str = TOWN) -> tuple[dict[str, Fact], Tally]:
    """What the proposals add to the rules' facts, by name or type, and what became of each."""
    _, facts, tally = taken(proposals(*entries), text)
    return {getattr(fact.what, "type", "") or fact.what.name: fact for fact in facts}, tally  # type: ignore[union-attr]


def quotations(facts: Iterable[Fact]) -> list[Quotation]:
    return [one for fact in facts for one in fact.evidence]
