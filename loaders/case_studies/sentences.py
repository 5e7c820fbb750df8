"""A sentence with its mentions: which particle marks each, which belong together in a list, and who acts by default."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache, cached_property

from loaders.case_studies.casebook import Thing
from loaders.case_studies.cleaning import Stretch
from loaders.case_studies.frames import Argument, Frame, frames_of
from loaders.case_studies.mentions import Mention
from loaders.case_studies.passages import Passage
from loaders.case_studies.rule_data import rule_data
from loaders.case_studies.vocabulary import alternatives, words

NEAR = 20
"""How far 「Aによる」 reaches."""
ACTORS = ("Organization", "Council")
PARTICLE = re.compile(r"(による|により|によって|主体|主導|中心|が|は|も|を|に|へ|と|で|から|の|や|、|・|$)")
LEADING = re.compile(r"[^、。]{0,6}?((主体|主導)(で|により|による|とな)|中心(と|に|で))")
LIST_MARK = re.compile(r"(?:、|・|や|と|及び|および|または|,|それに|、それに|、それから)*")


@cache
def _following() -> re.Pattern[str]:
    """What may stand between a name and its particle."""
    staff = alternatives(words("staff"))
    return re.compile(
        rf"[」』]?(?:{staff})?(?:\([^()]*\))?(?:{staff})?(?:等|など|ほか)?[」』]?(?:ら)?(?:の?(?:両者|双方|[二三四五六]者|各団体))?(?:の?\d+(?:店|人|名|団体|社|組|者))?"
    )


@dataclass
class Sentence:
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

    def _end(self, mention: Mention) -> int:
        """Where the mention ends, with staff, brackets and 等 after it."""
        match = _following().match(self.text, mention.end)
        return match.end() if match else mention.end

    @cached_property
    def particles(self) -> dict[int, str]:
        """Start of each mention → its particle; a member of a list has the particle of the last member."""
        found: dict[int, str] = {}
        for index in range(len(self.mentions) - 1, -1, -1):
            mention = self.mentions[index]
            end = self._end(mention)
            joined = LIST_MARK.match(self.text, end)
            after = self.mentions[index + 1] if index + 1 < len(self.mentions) else None
            mark = joined[0] if joined else ""
            gap = self.text[end + len(mark) : after.start] if after else ""
            same = after and (after.kind in ACTORS) == (mention.kind in ACTORS)
            if after and same and mark and len(gap) <= 6 and not re.search(r"[がはをにで。]", gap):  # noqa: PLR2004
                found[mention.start] = found[after.start]
            else:
                match = PARTICLE.match(self.text, end)
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
        end = self._end(one)
        mark = LIST_MARK.match(self.text, end)
        between = self.text[end + len(mark[0]) : other.start] if mark else ""
        return bool(mark and mark[0]) and len(between) <= 6 and not re.search(r"[がはをにで。]", between)  # noqa: PLR2004

    def is_post(self, thing: Thing) -> bool:
        """Whether it is a coordinator's post: what it does belongs to the body that holds it."""
        return thing.generic and "COORD" in thing.codes and thing.name.endswith(("コーディネーター", "推進員"))

    def _founded_between(self, start: int, at: int) -> Mention | None:
        """The body that the sentence founds before this place; from there on it acts."""
        for stem in self.stems("establish"):
            if start <= stem.start() < at and re.match(r"(し|て|)(、|\()", self.text[stem.end() :]):
                made = self.marked(("を",), 0, stem.start(), ("Organization",))
                if made:
                    return made[-1]
        return None

    def between(self, start: int, end: int) -> list[Thing]:
        """Who is named as acting between an object and its verb: Bを Aが 立ち上げ."""
        earlier = self.marked(("が",), 0, start)
        return [] if earlier else [m.thing for m in self.marked(("が", "は"), start, end)]

    @cached_property
    def frames(self) -> tuple[Frame, ...]:
        """The verbs of the sentence with their particles."""
        return frames_of(self.text, tuple((m.start, m.end) for m in self.mentions))

    @cached_property
    def _actor_at(self) -> dict[int, Mention]:
        """Where a particle stands → the body before it, with staff and brackets between."""
        return {self._end(m): m for m in self.of(*ACTORS)}

    def frame_of(self, at: int) -> Frame | None:
        """The verb to which the name that begins here belongs, or the verb that stands here."""
        mention = next((m for m in self.mentions if m.start == at), None)
        if mention is None:
            return next((frame for frame in self.frames if frame.end > at), None)
        end = self._end(self.group_of(mention)[-1])
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

    def _named_in(self, arguments: list[Argument], particles: tuple[str, ...]) -> tuple[list[Mention], bool]:
        """The bodies that carry one of the particles, and whether a noun that is no known body carries it."""
        marked = [one for one in arguments if one.particle in particles]
        found = [self._actor_at[one.at] for one in marked if one.at in self._actor_at]
        return found, bool(marked) and not found

    def acting_in(self, frame: Frame, at: int | None = None) -> tuple[list[Mention], bool]:
        """Who acts by the words of the verb's own clause, and whether the clause names somebody who is no known body.

        Of two (Aが Sを、Bが Tを始めた) the one that stands before the place and nearest to it.
        """
        found, unknown = self._named_in(frame.arguments, ("が",))
        before = [m for m in found if at is not None and m.end <= at]
        if found or unknown:
            return before[-1:] or found[:1] if at is not None else found, unknown
        if frame.receiving and not self.verb_is(frame, "refer"):
            found, _ = self._named_in(frame.arguments, ("に", "から"))
            if found:
                return found, False
        if frame.head is not None:
            behind = [m for m in self.of(*ACTORS) if m.start == frame.head]
            if behind:
                return behind, False
        return self._named_in(frame.inherited, ("が",))

    def acting(self, at: int, *, passive: bool = False) -> tuple[list[Mention], list[Thing], str]:
        """Who acts at a verb: marked が in its clause, else described by it, else は or も, else による, else by default.

        Args:
            at: where the verb or its object begins.
            passive: whether whoever the verb is done to is wanted, too (委託された).

        Returns:
            The mentions, their things, and the certainty.
        """
        frame = self.frame_of(at)
        found, unknown = self.acting_in(frame, at) if frame else ([], False)
        if not found:
            found = [m for m in self.marked(("主導", "中心", "主体"), 0, at) if LEADING.match(self.text, m.end)][-1:]
        if not found and not unknown and frame:
            found, _ = self._named_in(frame.topics, ("は", "も"))
        if not found:
            found = [
                m for m in self.marked(("による", "により", "によって"), 0, at) if at - m.end <= NEAR and "、" not in self.text[m.end : at]
            ]
        if found:
            group = self.group_of(found[-1])
            if self.is_post(group[-1].thing) and self.subjects:
                return [], list(self.subjects), "structural"
            made = self._founded_between(group[-1].end, at)
            return ([made], [made.thing], "structural") if made else (group, [m.thing for m in group], "explicit")
        for mention in reversed(self.marked(("の",), 0, at)):
            if (
                re.match(r"(等|など)?の(協働|共同企画|共同|連携|協力)(により|で|による)", self.text[mention.end :])
                and len(self.group_of(mention)) > 1
            ):
                group = self.group_of(mention)
                return group, [m.thing for m in group], "explicit"
        made = self._founded_between(0, at)
        if made:
            return [made], [made.thing], "structural"
        return ([], [], self.sure) if unknown or (frame and frame.passive and not passive) else ([], list(self.subjects), self.sure)

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
