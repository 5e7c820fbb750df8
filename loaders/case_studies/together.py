"""Working together: who collaborates with whom, who hands matters on to whom, and what is recorded as absent."""

import re

from loaders.case_studies.casebook import Casebook, Thing
from loaders.case_studies.cleaning import Stretch
from loaders.case_studies.mentions import Mention
from loaders.case_studies.sentences import ACTORS, Sentence

NEAR = 30
WORDS = re.compile(r"(一体的|共同|協働|連携|協力し|協定|覚書|取り決め|タイアップ|合同)")


PARTNER = re.compile(
    r"[^、。がはをに]{0,4}?と(の)?[^、。が]{0,10}?(?P<kind>協働|共同|連携|協力(?=し)|協定|覚書|取り決め|タイアップ|ともに)"
)
AGREEMENT = re.compile(r"協定|覚書")
POLICY = re.compile(r"の(施策|事業|計画|政策)に(も)?(反映|つな)")
SIGNED = re.compile(r"と.{0,4}(?P<kind>締結|結ん|結び|取り交わ)")


def relate_together(casebook: Casebook, sentence: Sentence) -> None:
    """Every tie of working together that the sentence states."""
    if sentence.says("absent"):
        _absent(casebook, sentence)
        return
    _lists(casebook, sentence)
    _with(casebook, sentence)
    _handed_on(casebook, sentence)
    _pushed_together(casebook, sentence)


def _pairs(casebook: Casebook, group: list[Mention], sentence: Sentence, state: str, rule: str) -> None:
    kind = WORDS.search(sentence.text)
    for index, one in enumerate(group):
        for other in group[index + 1 :]:
            if one.thing is not other.thing:
                casebook.tie(
                    "COLLABORATES_WITH", one.thing, other.thing, sentence.stretch, rule, state=state, kind=kind[0] if kind else None
                )


def _pushed_together(casebook: Casebook, sentence: Sentence) -> None:
    """AとBで 推進した C: both support the council."""
    for mention in sentence.marked(("で",)):
        match = re.match(r"で(推進|設置|運営)した[「『]?", sentence.text[mention.end :])
        council = next((m for m in sentence.of("Council") if match and m.start == mention.end + match.end()), None)
        for one in sentence.group_of(mention) if council else []:
            if council and one.thing is not council.thing:
                casebook.tie("SUPPORTS", one.thing, council.thing, sentence.stretch, "pushed_together")


def relate_agreement_cell(casebook: Casebook, doers: list[Thing], partner: Thing, cell: Stretch) -> None:
    """村と 協定締結済 in the row of a body."""
    for doer in doers:
        casebook.tie("COLLABORATES_WITH", doer, partner, cell, "agreement_cell", "structural", state="recorded", kind="協定")


def _absent(casebook: Casebook, sentence: Sentence) -> None:
    """まだ連携はない: recorded as absent, never a tie."""
    bodies = [m for m in sentence.of(*ACTORS) if m.start < len(sentence.text)]
    if len({m.thing.name for m in bodies}) == 2:  # noqa: PLR2004 - more than two leave it open between whom
        _pairs(casebook, bodies, sentence, "absent", "absent_tie")


def _lists(casebook: Casebook, sentence: Sentence) -> None:
    """AとBが 共同で; A・B・Cの 協働により; AとBで 推進."""
    for stem in sentence.stems("collaborate"):
        if stem.start() and re.match(r"[一-龯ァ-ヺー]", sentence.text[stem.start() - 1]):
            continue
        before = [m for m in sentence.of(*ACTORS) if 0 <= stem.start() - m.end <= NEAR]
        if not before:
            continue
        group = sentence.group_of(before[-1])
        between = sentence.text[group[-1].end : stem.start()]
        if len(group) > 1 and re.match(r"(さん|等|など)?(が|の|で|は、?|による)?[^がはをに、。]{0,14}$", between):
            _pairs(casebook, group, sentence, "recorded", "worked_together")
    for mention in sentence.marked(("で",)):
        group = sentence.group_of(mention)
        if len(group) > 1 and re.match(r"で(推進|取り組|進め|協議|連携)", sentence.text[mention.end :]):
            _pairs(casebook, group, sentence, "recorded", "worked_together")


def _with(casebook: Casebook, sentence: Sentence) -> None:
    """Aは Bと 連携; Bとの 共同により (Aは by default); 協定を Bと 締結."""
    for partner in sentence.marked(("と",)):
        after = sentence.text[partner.end :]
        match = PARTNER.match(after) or (SIGNED.match(after) if AGREEMENT.search(sentence.text) else None)
        if not match or len(sentence.group_of(partner)) > 1:
            continue
        actors, things, sure = sentence.acting(partner.start)
        if not actors:
            later = sentence.marked(("が",), partner.end)
            things, sure = ([m.thing for m in later], "explicit") if later and not things else (things, sure)
        for actor in things:
            if actor.kind in ACTORS and actor is not partner.thing:
                casebook.tie(
                    "COLLABORATES_WITH",
                    actor,
                    partner.thing,
                    sentence.stretch,
                    "worked_with",
                    sure,
                    state="recorded",
                    kind=match["kind"][-3:],
                )
    for match in AGREEMENT.finditer(sentence.text):
        before = [m for m in sentence.of(*ACTORS) if m.end <= match.start()]
        partners = [m for m in before if sentence.particles[m.start] == "と"]
        actors = [m for m in before if sentence.particles[m.start] == "が"]
        for one in partners if actors else []:
            _pairs(casebook, [one, actors[-1]], sentence, "recorded", "agreement")
        if not partners and len({id(m.thing) for m in actors}) == 2:  # noqa: PLR2004
            _pairs(casebook, actors, sentence, "recorded", "agreement")


def _into_policy(casebook: Casebook, sentence: Sentence) -> None:
    """Cに つなげ、市の施策に 反映: the council hands it on to the administration."""
    for office in sentence.marked(("の",)):
        if office.thing.details.get("administration") and POLICY.match(sentence.text, office.end):
            for council in [m for m in sentence.of("Council") if m.end <= office.start][-1:]:
                casebook.tie("REFERS_TO", council.thing, office.thing, sentence.stretch, "into_policy")


def _handed_on(casebook: Casebook, sentence: Sentence) -> None:
    """Aが Bに つなぐ."""
    _into_policy(casebook, sentence)
    for stem in sentence.stems("refer"):
        targets = [
            m
            for m in sentence.marked(("に", "へ"), max(0, stem.start() - NEAR), stem.start())
            if "。" not in sentence.text[m.end : stem.start()]
        ]
        if not targets or re.match(r"(から|との連絡)", sentence.text[stem.end() :]):
            continue
        if re.search(r"に.{0,3}(委託|設置|交付)", sentence.text[targets[-1].end : stem.start()]):
            continue
        group = [m for m in sentence.group_of(targets[-1]) if m in targets]
        sources = sentence.marked(("から",), 0, targets[-1].start)
        actors, things, sure = sentence.acting(group[0].start)
        if stem[0].startswith("寄せ") or (sources and not actors):
            things, sure = [m.thing for m in sources], "explicit"
        for actor in things:
            for target in group:
                if actor.kind in ACTORS and actor is not target.thing:
                    casebook.tie("REFERS_TO", actor, target.thing, sentence.stretch, "handed_on", sure)
