"""Doing: who provides what."""

import re

from loaders.case_studies.casebook import Casebook
from loaders.case_studies.founding import relate_founding
from loaders.case_studies.marked_text import ACTORS
from loaders.case_studies.mentions import Mention
from loaders.case_studies.sentences import Sentence
from loaders.case_studies.things import Thing
from loaders.case_studies.topics import relate_topic
from loaders.case_studies.verbs import says

NEXT_TO = 12
"""How many characters may lie between a label and the name that it labels."""
RUN_BY = re.compile(
    r"(運営|主催|共催|調理|担当|運転|管理|実施|運行|担い手|受け手|企画|進行|指導|講師役?|配達|受け持ち|お?世話役?|当番|受付|予約受付|食事|送迎|司会|編集|見守り|訪問|実施団体|実施主体|運営主体|切り盛り|手入れ|仕込み|盛り付け)(?:主体|を担うの|しているの|するの|を務めるの)?(?::|は|=)、?"
)
OTHER_OBJECT = re.compile(r"(?<!運営)(?<!運転)(?<!調理)(?<!配達)(?<!事業)(?<!これ)を[^を]*$")
"""An object of its own, so that the verb is not about what the passage is about."""
HELPED = re.compile(r"マッチング|フォロー|支援|サポート|後押し|つなぐ")
"""What a coordinating body does for the residents whom the row above names."""
OWNS = re.compile(r"(さん)?の((活動|事業|取り?組み?|サービス)の?(柱|中心|一つ|ひとつ|目玉)?(が|は|である|として))?[「『]?")
PART_IS = re.compile(r"(?:^|[、。])([一-龯ァ-ヺーぁ-ん]{1,8}(?:の[一-龯ァ-ヺーぁ-ん]{1,6})?)(?:は|:)、?$")
IS_WHO = re.compile(r"(?:が|で)?(?:担当|対応)?(?:です|である|だ)?(?:。|、|$)")
NO_PART = re.compile(
    r"事務局|座長|会長|議長|委員|会場|場所|対象|財源|窓口|問い?合わせ|発行|相手|参加|利用|会員|構成|メンバー|連絡先|通報先|送り先|圏域|協議体|層|課題|目的|特徴|背景|きっかけ"
)
IS_IT = re.compile(r"[」』]?(です|である|だ|ですね)?(。|、|$)")
OWNED = re.compile(r"(市営|町営|村営|区営)の?[「『]?$")
"""What says that the municipality runs it."""
REACH = 60
"""How many characters may lie between a service and the verb that does it."""


def relate_doing(casebook: Casebook, sentence: Sentence) -> None:
    """Every tie of doing that the sentence states."""
    relate_founding(casebook, sentence)
    _provided(casebook, sentence)
    _provided_by_noun(casebook, sentence)
    _run_by(casebook, sentence)
    _cleft_services(casebook, sentence)
    relate_topic(casebook, sentence)
    _of_actor(casebook, sentence)
    _described(casebook, sentence)
    relate_professionals(casebook, sentence)


def _verb_after(sentence: Sentence, service: Mention) -> int | None:
    """Where the verb stands that does the service; None where nothing in reach does."""
    frame = sentence.frame_of(service.start)
    if frame is not None and not frame.negated and says(frame, "does", "works"):
        return frame.start
    for stem in sentence.stems("provide"):
        if 0 <= stem.start() - service.end <= REACH:
            return stem.start()
    return None


def _provided(casebook: Casebook, sentence: Sentence) -> None:
    """A service with somebody who does it."""
    for service in sentence.of("Service"):
        particle = sentence.particles[service.start]
        verb = _verb_after(sentence, service)
        ends_here = sentence.text[service.end :].strip("」』。等()") == "" or particle in {"", "、", "・"}
        if (particle in {"を", "で", "に", "の", "も", "が", "は", "、", "・", "や", "と"} and verb is not None) or ends_here:
            actors, things, sure = _of_description(sentence, service) or sentence.acting(service.start)
            later = sentence.between(service.end, verb) if verb is not None and particle in {"を", "は", "の"} else []
            things, sure = (later, "explicit") if later else (things, sure)
            things, sure = (things, sure) if actors or later else _not_anybody(casebook, sentence, things, sure)
            things = [*things, *[one for one in _partners(sentence, service) if one not in things]]
            for actor in things:
                if actor.kind in ACTORS:
                    casebook.tie("PROVIDES", actor, service.thing, sentence.stretch, "provided", sure, status=sentence.status)


def _of_description(sentence: Sentence, service: Mention) -> tuple[list[Mention], list[Thing], str] | None:
    """Aが運営する S: the clause that describes the service names who does it."""
    frame = sentence.described_by(service)
    if frame is None or not sentence.verb_is(frame, "provide", "establish"):
        return None
    found, _ = sentence.acting_in(frame)
    group = sentence.group_of(found[-1]) if found else []
    return (group, [m.thing for m in group], "explicit") if group else None


def _not_anybody(casebook: Casebook, sentence: Sentence, things: list[Thing], sure: str) -> tuple[list[Thing], str]:
    """A row that names the residents as such does not say that they hold each activity; what helps them the coordinating body does."""
    bodies = [thing for thing in things if not (thing.generic and thing.codes == {"RESIDENTS"})]
    if bodies or not things or casebook.coordinator is None or not HELPED.search(sentence.text):
        return bodies, sure
    return [casebook.coordinator], "inferred"


def _partners(sentence: Sentence, service: Mention) -> list[Thing]:
    """Bと 協働で Sを …: the partner does it, too."""
    return [
        m.thing
        for m in sentence.marked(("と",), 0, service.start)
        if re.match(r"と(の)?(協働|共同|共催|一緒|連携|とも|タイアップ|合同)(で|に|し、|して|により)", sentence.text[m.end :])
    ]


def relate_professionals(casebook: Casebook, sentence: Sentence) -> None:
    """Aの 看護師, Aの 社会福祉士: a professional who acts for a body is part of it."""
    for body in sentence.of("Organization"):
        for other in sentence.of("Organization"):
            is_professional = other.thing.generic and "COORD" in other.thing.codes and not sentence.is_post(other.thing)
            if is_professional and sentence.text[body.end : other.start] == "の":
                casebook.tie("PART_OF", other.thing, body.thing, sentence.stretch.part(body.start, other.end), "professional_of")


def _of_actor(casebook: Casebook, sentence: Sentence) -> None:
    """Aの S が 巡回: the service belongs to who stands before it."""
    for service in sentence.of("Service"):
        frame = sentence.frame_of(service.start)
        own = sentence.acting_in(frame, service.start)[0] if frame and sentence.particles[service.start] not in {"が", "は"} else []
        if own or "TRAIN" in service.thing.codes:
            continue
        text = sentence.text
        owner = next((m for m in sentence.of(*ACTORS) if OWNS.fullmatch(text[m.end : service.start])), None)
        is_it = IS_IT.match(text, service.end) is not None
        if not owner and OWNED.search(text[: service.start]):
            casebook.tie("PROVIDES", _municipality_body(casebook, sentence, service), service.thing, sentence.stretch, "run_publicly")
        if owner and (
            is_it or (sentence.particles[service.start] in {"が", "を", "は", "で"} and _verb_after(sentence, service) is not None)
        ):
            casebook.tie("PROVIDES", owner.thing, service.thing, sentence.stretch, "service_of", status=sentence.status)


def _municipality_body(casebook: Casebook, sentence: Sentence, service: Mention) -> Thing:
    """The administration that 市営 or 町営 before a service speaks of."""
    start = max(0, service.start - len("町営の「"))
    return casebook.administration(sentence.stretch.part(start, service.start), "run_publicly")


def _described(casebook: Casebook, sentence: Sentence) -> None:
    """S(Aが 月2回開く 会食の場): the bracket after a service says who holds it."""
    for service in sentence.of("Service"):
        bracket = re.match(r"[」』]?\(([^()]*)\)", sentence.text[service.end :])
        if bracket and re.search(r"開く|開催|運営|主催|行う", bracket[1]):
            inside = (service.end, service.end + bracket.end())
            for mention in sentence.marked(("が",), *inside):
                casebook.tie("PROVIDES", mention.thing, service.thing, sentence.stretch, "described")


def _provided_by_noun(casebook: Casebook, sentence: Sentence) -> None:
    """Aによる S."""
    for actor in sentence.marked(("による",)):
        after = [m for m in sentence.of("Service") if 0 <= m.start - actor.end <= 20]  # noqa: PLR2004 - words between
        for service in after[:1]:
            casebook.tie("PROVIDES", actor.thing, service.thing, sentence.stretch, "provided_by", status=sentence.status)


def _parts_done_by(casebook: Casebook, sentence: Sentence) -> None:
    """献立づくりは A、会場の準備は B: who does which part of what the passage is about."""
    topics = [thing for thing in sentence.topic if thing.kind == "Service"][:1]
    if not topics or sentence.passage.role in {"members", "finance"}:
        return
    for actor in sentence.of(*ACTORS):
        before = PART_IS.search(sentence.text[: actor.start])
        group = sentence.group_of(actor)
        ends = IS_WHO.match(sentence.text, sentence.end_of(group[-1]))
        if before and ends and group[0] is actor and not NO_PART.search(before[1]):
            for one in group:
                casebook.tie("PROVIDES", one.thing, topics[0], sentence.stretch, "part_done_by", status=sentence.status)


def _cleft_services(casebook: Casebook, sentence: Sentence) -> None:
    """Aが始めたのが S だ: what the verb before のが names."""
    for frame in sentence.frames:
        match = re.compile(r"の[はが]、?[「『]?").match(sentence.text, frame.end)
        services = [m for m in sentence.of("Service") if match and m.start - match.end() in {0, -1}]
        if not services or frame.negated or not says(frame, "does", "works", "founds"):
            continue
        found, _ = sentence.acting_in(frame)
        things = [m.thing for first in found[-1:] for m in sentence.group_of(first)]
        for actor in things or [m.thing for m in sentence.marked(("は",), 0, frame.start)]:
            for service in services:
                casebook.tie("PROVIDES", actor, service.thing, sentence.stretch, "cleft_service", status=sentence.status)


def _run_by(casebook: Casebook, sentence: Sentence) -> None:
    """S(運営:A); 運転は A."""
    for mention in sentence.marked(("の",)):
        if re.match(r"(さん)?の(共催|主催|運営|共同運営|自主運営|実施|担当)(です|である|による)?(。|、|$)", sentence.text[mention.end :]):
            services = [m.thing for m in sentence.of("Service") if m.end <= mention.start][-1:] or sentence.topic[:1]
            for actor in sentence.group_of(mention):
                for service in services:
                    if service.kind == "Service":
                        casebook.tie("PROVIDES", actor.thing, service, sentence.stretch, "run_by")
    _parts_done_by(casebook, sentence)
    for match in RUN_BY.finditer(sentence.text):
        actors = [m for m in sentence.of(*ACTORS) if 0 <= m.start - match.end() <= NEXT_TO]
        before = [m.thing for m in sentence.of("Service") if m.end <= match.start()]
        services = [thing for thing in before[-1:] or sentence.topic[-1:] if thing.kind == "Service"]
        for actor in sentence.group_of(actors[0]) if actors else []:
            for service in services:
                casebook.tie("PROVIDES", actor.thing, service, sentence.stretch, "run_by")
