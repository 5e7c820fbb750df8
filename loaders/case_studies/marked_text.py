"""A sentence with its mentions: which particle marks each, which belong together in a list, and the verbs that they go with."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache, cached_property

from loaders.case_studies.frame import Frame
from loaders.case_studies.frames import frames_of
from loaders.case_studies.mentions import Mention
from loaders.case_studies.passages import Passage
from loaders.case_studies.rule_data import rule_data
from loaders.case_studies.things import Thing
from loaders.case_studies.vocabulary import alternatives, words
from loaders.japanese.cleaning import MASK, Stretch
from loaders.people.person_words import masked_person

ACTORS = ("Organization", "Council")
PARTICLE = re.compile(r"(による|により|によって|主体|主導|中心|が|は|も|を|に|へ|と|で|から|の|や|、|・|$)")
LIST_MARK = re.compile(r"(?:、|・|や|と|及び|および|または|,|それに|、それに|、それから)*")


@cache
def _behind_body() -> re.Pattern[str]:
    """What belongs to a body behind its name: A(3人)の職員ら."""
    staff = rf"の?{masked_person().pattern}|{alternatives(words('staff'))}"
    return re.compile(
        rf"[」』]?(?:{staff})?(?:と(?:職員|教員|生徒|学生|会員|役員|保護者|社員|有志))?(?:\([^()]*\))?(?:{staff})?(?:等|など|ほか)?[」』]?(?:ら)?"
        r"(?:の?(?:両者|双方|[二三四五六]者|各団体))?(?:の?\d+(?:店|人|名|団体|社|組|者))?"
    )


@cache
def _persons_listed() -> re.Pattern[str]:
    """Masked persons in a list behind a body: A、＊＊(会長)."""
    return re.compile(rf"(?:[、・](?:{masked_person().pattern}))+")


@dataclass
class MarkedText:
    """One sentence of a passage, with everything that it names."""

    stretch: Stretch
    passage: Passage
    mentions: list[Mention]
    subjects: list[Thing] = field(default_factory=list)
    """Who acts where the sentence does not say: from the row above, the speaker, the sentence before."""
    sure: str = "structural"
    """Certainty of what rests on `subjects`."""
    topic: list[Thing] = field(default_factory=list)
    """The services or councils that heading or sentence before are about."""
    before_council: Thing | None = None
    """The council that the sentence before or the heading named last."""
    _stems: dict[str, list[re.Match[str]]] = field(default_factory=dict, repr=False, compare=False)

    @property
    def text(self) -> str:
        """The cleaned text."""
        return self.stretch.text

    def of(self, *kinds: str) -> list[Mention]:
        """The mentions of these kinds."""
        return [mention for mention in self.mentions if mention.kind in kinds]

    def end_of(self, mention: Mention) -> int:
        """Where the mention ends, with staff, brackets, 等 and masked persons after it."""
        match = _behind_body().match(self.text, mention.end)
        end = match.end() if match else mention.end
        if self.text.startswith(")", end) and self.text[: mention.start].endswith(f"{MASK}("):
            end += 1  # ＊＊(老人クラブ) is a member, too
        listed = _persons_listed().match(self.text, end)
        return listed.end() if listed else end

    @cached_property
    def particles(self) -> dict[int, str]:
        """Start of each mention → its particle; a member of a list has the particle of the last member."""
        found: dict[int, str] = {}
        for index in range(len(self.mentions) - 1, -1, -1):
            mention = self.mentions[index]
            after = self.mentions[index + 1] if index + 1 < len(self.mentions) else None
            if after and (after.kind in ACTORS) == (mention.kind in ACTORS) and self._joined(mention, after):
                found[mention.start] = found[after.start]
            else:
                match = PARTICLE.match(self.text, self.end_of(mention))
                found[mention.start] = match[0] if match else ""
        return found

    def marked(self, particles: Iterable[str], start: int = 0, end: int | None = None, kinds: tuple[str, ...] = ACTORS) -> list[Mention]:
        """The mentions of these kinds that begin and end between two places and carry one of the particles."""
        stop = len(self.text) if end is None else end
        wanted = set(particles)
        return [m for m in self.of(*kinds) if m.start >= start and m.end <= stop and self.particles[m.start] in wanted]

    def group_of(self, mention: Mention) -> list[Mention]:
        """The mentions that stand in one list with this one."""
        kinds = ACTORS if mention.kind in ACTORS else (mention.kind,)
        same = self.of(*kinds)
        at = same.index(mention)
        first = last = at
        while first > 0 and self._joined(same[first - 1], same[first]):
            first -= 1
        while last + 1 < len(same) and self._joined(same[last], same[last + 1]):
            last += 1
        return same[first : last + 1]

    def _joined(self, one: Mention, other: Mention) -> bool:
        end = self.end_of(one)
        mark = LIST_MARK.match(self.text, end)
        between = self.text[end + len(mark[0]) : other.start] if mark else ""
        return bool(mark and mark[0]) and len(between) <= 6 and not re.search(r"[がはをにで。]", between)  # noqa: PLR2004

    @cached_property
    def frames(self) -> tuple[Frame, ...]:
        """The verbs of the sentence with their particles."""
        return frames_of(self.text, tuple((m.start, m.end) for m in self.mentions))

    @cached_property
    def _actor_at(self) -> dict[int, Mention]:
        """Where a particle stands → the body before it, with staff and brackets between."""
        return {self.end_of(m): m for m in self.of(*ACTORS)}

    def attached(self, frame: Frame, particles: Iterable[str], kinds: tuple[str, ...] = ACTORS) -> list[Mention]:
        """The mentions of these kinds that carry one of the particles of a verb, each with the others of its list."""
        wanted: set[str] = set(particles)
        found: dict[int, Mention] = {}
        ends = {self.end_of(m): m for m in self.of(*kinds)}
        for one in (*frame.arguments, *frame.topics):
            mention = ends.get(one.at)
            if mention is not None and one.particle in wanted:
                found |= {m.start: m for m in self.group_of(mention)}
        return [found[start] for start in sorted(found)]

    def ends_with(self, frame: Frame) -> bool:
        """Whether the noun that a verb describes ends the sentence: Aが始めた 配達."""
        return all(other.start <= frame.start or other.end <= frame.end for other in self.frames)

    def actor_at(self, at: int) -> Mention | None:
        """The body or council before the particle that stands at a place."""
        return self._actor_at.get(at)

    def frame_of(self, at: int) -> Frame | None:
        """The verb to which the name that begins here belongs, or the verb that stands here."""
        mention = next((m for m in self.mentions if m.start == at), None)
        if mention is None:
            return next((frame for frame in self.frames if frame.end > at), None)
        end = self.end_of(self.group_of(mention)[-1])
        for frame in self.frames:
            if frame.start > at and any(one.at == end for one in frame.arguments):
                return frame
        if self.particles[mention.start] in {"", "、", "・"}:
            return None
        return next((frame for frame in self.frames if frame.start >= end and frame.head is None), None)

    def described_by(self, mention: Mention) -> Frame | None:
        """The verb of the clause that describes the name: Aが運営する S."""
        begins = {mention.start, mention.start - 1}
        return next((frame for frame in self.frames if frame.head in begins), None)

    def stems(self, name: str) -> list[re.Match[str]]:
        """Every place where a predicate of `rules/predicates.yaml` stands, outside names and quotation marks."""
        if name not in self._stems:
            found = re.finditer(rule_data("predicates")[name], self.text)
            self._stems[name] = [m for m in found if not any(x.start <= m.start() < x.end for x in self.mentions)]
        return self._stems[name]

    def verb_is(self, frame: Frame, *names: str) -> bool:
        """Whether the verb is one of the predicates."""
        return any(frame.start <= stem.start() < frame.end for name in names for stem in self.stems(name))

    @property
    def status(self) -> str:
        """Whether what the sentence speaks of is planned, running or ended."""
        return "planned" if self.says("planned") else "ended" if self.says("ended") else "running"

    def says(self, name: str) -> bool:
        """Whether the sentence has the predicate."""
        return re.search(rule_data("predicates")[name], self.text) is not None
