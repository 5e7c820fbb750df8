"""What one case names, while it is being read: one entry per thing, however the text calls it."""

import re
from typing import Any

from loaders.case_studies.forms import bare, compared
from loaders.case_studies.passages import Case, Passage
from loaders.case_studies.things import Thing, Tie, is_post
from loaders.case_studies.vocabulary import Ending, ending_of
from loaders.japanese.cleaning import Stretch
from loaders.people.roles import role_in

NOT_SHORTENED = {"NPO", "VOL", "RESIDENTS", "COORD", "SHAFUKU", "MUNI", "CARERS"}
"""Kinds whose bare word (NPO, ボランティア) means anybody of the kind, not the one named before."""
PUBLIC = re.compile(r"^(県立|市立|町立|村立|国立|私立|都立|府立|道立)")
ALIKE = (
    re.compile(r"(地域)?住民|市民|区民|町民|村民|地域住民等"),
    re.compile(r"(地域|住民主体の)?NPO(法人|団体)?"),
    re.compile(r"市民(団体|グループ)|住民団体"),
)
"""Words for the same kind of actor: within one case each makes one generic node."""
UNION = re.compile(r"連合|連絡|協議会")
"""A union of bodies is no longer name of one of them."""
COMMISSIONERS = re.compile(r"^(主任)?(民生|児童)委員(・?児童委員)?$")


DONE_BY_BODIES = frozenset({"PROVIDES", "COLLABORATES_WITH", "SUPPORTS", "ESTABLISHED", "FUNDS", "COMMISSIONS"})


class Casebook:
    """All things and ties of one case, found again by any of their names."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self.area_id = case.area.id
        self.things: list[Thing] = []
        self._by_kind: dict[str, list[Thing]] = {}
        self._placeless: dict[str, str] = {}
        """Name → the name without the municipality before it."""
        self.ties: list[Tie] = []
        self.municipality = self.add("Area", case.area.name)
        self.municipality.details["area"] = case.area
        self.network: Thing | None = None
        """The council that the row of participants belongs to."""
        self.last_council: Thing | None = None
        self.recent: list[Thing] = []
        """What was named, in the order of the text: what 同会 can point back to."""
        self.coordinator: Thing | None = None
        """The body whose name stands above the table or narrative, where there is exactly one."""
        self.case_provider: Thing | None = None
        """The body that the case is about, where a row or heading names exactly one."""
        self.target: Thing | None = None
        """The district that the whole case is for, where a row names it."""

    def speaker(self) -> Thing | None:
        """The body that speaks of itself as 本会 or 私たち, where the case says which that is."""
        return self.coordinator or self.case_provider

    def add(self, kind: str, name: str) -> Thing:
        """A new thing."""
        thing = Thing(kind, name, {name})
        self.things.append(thing)
        self._by_kind.setdefault(kind, []).append(thing)
        return thing

    def of_kind(self, *kinds: str) -> list[Thing]:
        """The things of these kinds, in the order in which they were found."""
        if len(kinds) == 1:
            return list(self._by_kind.get(kinds[0], ()))
        return [thing for thing in self.things if thing.kind in kinds]

    def quote(self, thing: Thing, stretch: Stretch, rule: str, certainty: str = "explicit") -> Thing:
        """Note where the thing is named."""
        quotation = stretch.quotation(rule, self.area_id, certainty)
        place = (quotation.line, quotation.start, quotation.end)
        if place not in thing.quoted:
            thing.quoted.add(place)
            thing.quotes.append(quotation)
        if thing.kind in {"Organization", "Council"}:
            name = stretch.text.strip("「」『』")
            thing.names.add(role_in(name) or name)
        return thing

    def tie(  # noqa: PLR0917 - the parts of one statement
        self, type_: str, start: Thing, end: Thing, stretch: Stretch, rule: str, certainty: str = "explicit", **details: Any
    ) -> None:
        """Note a relationship and the words that state it."""
        if start is not end and not (type_ in DONE_BY_BODIES and is_post(start)):
            self.ties.append(Tie(type_, start, end, (stretch.quotation(rule, self.area_id, certainty),), tuple(sorted(details.items()))))

    def find(self, kinds: tuple[str, ...], name: str) -> Thing | None:
        """The thing of that name, with or without its legal form."""
        wanted, short = compared(name), bare(name)
        things = self.of_kind(*kinds)
        for thing in things:
            if wanted in thing.forms.compared:
                return thing
        return next((thing for thing in things if short in thing.forms.bare), None) if short else None

    def body(self, name: str, ending: Ending | None, codes: tuple[str, ...] = ()) -> Thing:
        """The body of that name: found again under any form, else new."""
        codes = codes or (ending.codes if ending else ())
        if role := role_in(name):
            name, ending = role, ending_of(role)
        if ending and ending.codes == ("SHAKYO",):
            codes = ending.codes
        if "SHAKYO" in codes and self._is_own(name, ("社会福祉協議会", "社協")):
            found = next((one for one in self.of_kind("Organization") if "SHAKYO" in one.codes and one.details.get("own")), None)
            if not found:
                found = self.add("Organization", f"{self.case.area.name}社会福祉協議会")
                found.details["own"] = True
            return self._known(found, name, codes)
        found = (
            self.find(("Organization",), name)
            or self._alike(name)
            or self._with_bracket(name)
            or self._same_but_for_place(name)
            or self._short_form(name, codes)
        )
        if found:
            return self._known(found, name, codes)
        thing = self.add("Organization", name)
        thing.generic = bool(ending and ending.alone and not ending.one and self._is_kind(name, ending))
        return self._known(thing, name, codes)

    def need(self, where: Stretch, codes: tuple[str, ...], area: Thing) -> Thing:
        """The need of these codes in this area; other wordings of the same need stay on its evidence."""
        found = next((one for one in self.of_kind("Need") if one.codes == set(codes) and one.details["area"] is area), None)
        if not found:
            found = self.add("Need", where.text)
            found.codes.update(codes)
            found.details["area"] = area
        return self.quote(found, where, "stated_need")

    def within(self, passage: Passage) -> Thing | None:
        """The district that the passage stands under; the district of the whole case where a row names one."""
        if passage.within is None:
            return self.target
        found = self.find(("Area",), passage.within.text) or self.add("Area", passage.within.text)
        return self.quote(found, passage.within, "district_heading", "structural")

    def administration(self, stretch: Stretch, rule: str) -> Thing:
        """The administration of the municipality, whatever it is called (市, 行政, 市の担当者)."""
        found = next((one for one in self.of_kind("Organization") if one.details.get("administration")), None)
        if not found:
            found = self.add("Organization", self.case.area.name)
            found.details["administration"] = True
            found.codes.add("MUNI")
        return self.quote(found, stretch, rule)

    def _known(self, thing: Thing, name: str, codes: tuple[str, ...]) -> Thing:
        thing.names.add(name)
        thing.codes.update(codes)
        return thing

    def _alike(self, name: str) -> Thing | None:
        for words in ALIKE:
            if words.fullmatch(name):
                return next((one for one in self.of_kind("Organization") if any(words.fullmatch(form) for form in one.names)), None)
        return None

    def _with_bracket(self, name: str) -> Thing | None:
        """ささゆり(NPO法人)諏訪センター is the ささゆり named before; the longer form becomes its name."""
        text = compared(name)
        for thing in self.of_kind("Organization") if "(" in text else ():
            if not thing.generic and any(text.startswith(f"{compared(one)}(") for one in thing.names):
                thing.name = name
                return thing
        return None

    def _is_own(self, name: str, bodies: tuple[str, ...]) -> bool:
        own = self.case.area.name
        prefix = next((name[: -len(body)] for body in bodies if name.endswith(body)), None)
        return prefix is not None and bare(prefix) in {"", own, own[-1], own[:-1]}

    def _is_kind(self, name: str, ending: Ending) -> bool:
        return name == ending.text or bool(
            re.fullmatch(rf"(町内の|市内の|各|地元|近隣|民間の?|地域の?|地区内の|養成された){re.escape(ending.text)}", name)
        )

    def _without_place(self, name: str) -> str:
        if name not in self._placeless:
            self._placeless[name] = self._without_own_place(name)
        return self._placeless[name]

    def _without_own_place(self, name: str) -> str:
        own = self.case.area.name
        text = PUBLIC.sub("", bare(name))
        for prefix in (own, own[-1], own[:-1]):
            if text.startswith(prefix) and len(text) - len(prefix) > 1:
                return PUBLIC.sub("", text[len(prefix) :])
        return text

    def _same_but_for_place(self, name: str) -> Thing | None:
        wanted = self._without_place(name)
        for thing in self.of_kind("Organization"):
            if COMMISSIONERS.match(name) and any(COMMISSIONERS.match(one) for one in thing.names):
                return thing
            if len(wanted) > 1 and not thing.details.get("own") and any(wanted == self._without_place(one) for one in thing.names):
                return thing
        return None

    def _short_form(self, name: str, codes: tuple[str, ...]) -> Thing | None:
        """The only named body of its kind for which the name can be short (包括, 漁協, 信用金庫)."""
        ending = ending_of(name)
        if name == "コーディネーター":
            posts = [thing for thing in self.of_kind("Organization") if "COORD" in thing.codes and thing.name.endswith(name)]
            return posts[0] if len(posts) == 1 else None
        open_kind = set(codes) & NOT_SHORTENED and (ending is None or ending.alone)
        if not codes or open_kind or len(name) < 2:  # noqa: PLR2004 - one character is no name
            return None
        letters = re.compile(".*".join(map(re.escape, name)) if len(name) <= 3 else re.escape(name))  # noqa: PLR2004 - abbreviations
        fitting = [
            thing
            for thing in self.of_kind("Organization")
            if set(codes) & thing.codes
            and not thing.generic
            and not (UNION.search(thing.name) and not UNION.search(name))
            and letters.search(thing.name)
        ]
        return fitting[0] if len(fitting) == 1 else None
