"""The activity that a passage is about: named by a row for titles, or by the heading above its details."""

import re

from loaders.case_studies.casebook import Casebook
from loaders.case_studies.categories import codes_of
from loaders.case_studies.for_whom import note_for_whom
from loaders.case_studies.headings import role_of
from loaders.case_studies.mentions import Candidate, quoted_spans
from loaders.case_studies.naming import candidates_in, service_named
from loaders.case_studies.passages import Case, Passage
from loaders.case_studies.rule_data import first_match
from loaders.case_studies.states import status_in
from loaders.case_studies.things import Thing
from loaders.japanese.cleaning import Stretch

LEAD = re.compile(r"^(?:(?:事例|取り?組み?|活動|事業|その)[\s　]*[①-⑳\d一二三四五六七八九十]*[\s　::]*)+")
LABEL = re.compile(r"^[^:「」]{1,8}:[\s　]*(?=\S{2})")
TAIL = re.compile(r"(?:の(?:実施|運営|取り?組み?|開催|提供|運行|展開|状況|概要)|について)$|[\s　]*[～~〜―—].*$")
NO_ACTIVITY = re.compile(
    r"^(.{0,6}(取り?組み?|活動|事業|内容|概要|体制|経緯|成果|効果|課題|特徴|ポイント|きっかけ|背景|経過|流れ|財源|費用|その他|サービス|事例|仕組み|しくみ))$"
)
LONGEST = 24


def activities_of(casebook: Casebook, case: Case, passage: Passage | None = None) -> list[Thing]:
    """The services that a passage is about: that of its own heading, else those that the case's rows for titles name."""
    if passage is not None and passage.activity is not None:
        named = named_by_heading(casebook, passage.activity)
        if named:
            return [named]
    return [_titled(casebook, one) for one in case.passages if one.role == "title"]


def named_by_heading(casebook: Casebook, heading: Stretch) -> Thing | None:
    """The service that a heading above labelled details names; None where the heading names a council, a body or no activity."""
    kinds = {one.kind for one in candidates_in(casebook, heading, Passage(stretch=heading, role="title"))}
    if kinds & {"Council", "Programme", "Area"} and "Service" not in kinds:
        return None
    start, end = _name_in(heading.text)
    name = heading.text[start:end]
    named = quoted_spans(heading.text) or codes_of(name)
    if not named and (role_of(heading.text) != "activity" or first_match("functions", "function", heading.text)):
        return None
    is_open = NO_ACTIVITY.match(name) is not None and not _is_kind_of_service(name)
    if is_open or not 2 <= len(name) <= LONGEST or re.search(r"[。、がをはに]", re.sub(r"「[^」]*」", "", name)):  # noqa: PLR2004
        return None
    service = service_named(casebook, Candidate(start, end, "Service", name, 1, codes_of(name) or codes_of(heading.text)))
    casebook.quote(service, heading.part(start, end), "activity_heading")
    note_for_whom(casebook, service, heading, end, status_in(heading.text) or "running")
    return service


def _is_kind_of_service(name: str) -> bool:
    """Whether a heading names a kind of service and not only services: 配食サービス, 見守り活動."""
    return bool(codes_of(name)) and name.endswith(("サービス", "活動"))


def _name_in(text: str) -> tuple[int, int]:
    """Where the name stands in a heading: between quotation marks, else without numbers, labels, brackets and what follows."""
    if spans := quoted_spans(text):
        return spans[0]
    if waved := re.search(r"[～~〜]([^～~〜]{2,16})[～~〜]", text):
        return waved.span(1)
    start = 0
    for lead in (LEAD, LABEL):
        match = lead.match(text[start:])
        start += match.end() if match else 0
    bracket = re.search(r"[\s　]*\([^()]*\)$", text[start:])
    end = start + bracket.start() if bracket else len(text)
    tail = TAIL.search(text[start:end])
    return start, start + tail.start() if tail else end


def _titled(casebook: Casebook, passage: Passage) -> Thing:
    """The service of a row for the activity's name: what stands between quotation marks, else the whole."""
    text = passage.stretch.text
    start, end = next(iter(quoted_spans(text)), (0, len(text)))
    service = service_named(casebook, Candidate(start, end, "Service", text[start:end], 1, codes_of(text)))
    return casebook.quote(service, passage.stretch.part(start, end), "title_row")
