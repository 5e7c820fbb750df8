"""A sentence with its mentions: which particle marks each, which belong together in a list, and who acts by default."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache, cached_property

from loaders.case_studies.cleaning import MASK, Stretch
from loaders.case_studies.frame import Argument, Frame
from loaders.case_studies.frames import frames_of
from loaders.case_studies.mentions import Mention
from loaders.case_studies.passages import Passage
from loaders.case_studies.person_words import masked_person
from loaders.case_studies.rule_data import rule_data
from loaders.case_studies.things import Thing, is_post
from loaders.case_studies.vocabulary import alternatives, words

NEAR = 20
"""How far 「Aによる」 reaches."""
ACTORS = ("Organization", "Council")
PARTICLE = re.compile(r"(による|により|によって|主体|主導|中心|が|は|も|を|に|へ|と|で|から|の|や|、|・|$)")
LEADING = re.compile(r"[^、。]{0,6}?((主体|主導)(で|により|による|とな)|中心(と|に|で))")
TOGETHER_BY = re.compile(r"(等|など)?の(協働|共同企画|共同|連携|協力)(により|で|による)")
IS_COPULA = re.compile(r"[」』]?(?:さん|の皆さん|のみなさん|の方々)?(?:で、|だった|だ(?:。|$)|である|です|でした|$|。)")
PERSONS = re.compile(
    r"(会員|隊員|職員|生徒|学生|社員|配達員|スタッフ|メンバー|役員|有志|担当者|店員|店主|児童|団員|組合員|利用者|参加者|修了生|卒業生|教員|先生|保護者|運転手|ドライバー"
    r"|[0-9一二三四五六七八九十]+(人|名)|(隊|団|会|校|店)の(皆|みな|方)(さん|々)?|私たち|皆さん|みなさん|子どもたち|者)$"
)
"""People who are no body of their own: what they do, the body that is spoken of does."""
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
        return is_post(thing)

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

    def attached(self, frame: Frame, particles: Iterable[str], kinds: tuple[str, ...] = ACTORS) -> list[Mention]:
        """The mentions of these kinds that carry one of the particles of a verb, each with the others of its list."""
        wanted: set[str] = set(particles)
        found: dict[int, Mention] = {}
        ends = {self._end(m): m for m in self.of(*kinds)}
        for one in (*frame.arguments, *frame.topics):
            mention = ends.get(one.at)
            if mention is not None and one.particle in wanted:
                found |= {m.start: m for m in self.group_of(mention)}
        return [found[start] for start in sorted(found)]

    def given_by(self, frame: Frame, nouns: str) -> list[Mention]:
        """The bodies whose help, money or order the verb speaks of: Aの 協力を 得て, Aから 補助を 受け, Aから 借り."""
        found = self.attached(frame, ("から",))
        if not found and frame.noun_at >= 0:
            found = [
                m
                for m in self.of(*ACTORS)
                if re.fullmatch(rf"(?:等|など)?(?:の|からの)(?:[^、。がをに]{{0,4}})?(?:{nouns})", self.text[self._end(m) : frame.noun_at])
            ]
            found = self.group_of(found[-1]) if found else []
        return found

    def end_of(self, mention: Mention) -> int:
        """Where a mention ends, with staff, brackets and 等 after it."""
        return self._end(mention)

    def ends_with(self, frame: Frame) -> bool:
        """Whether the noun that a verb describes ends the sentence: Aが始めた 配達."""
        return all(other.start <= frame.start or other.end <= frame.end for other in self.frames)

    def actor_at(self, at: int) -> Mention | None:
        """The body or council before the particle that stands at a place."""
        return self._actor_at.get(at)

    def cleft(self, frame: Frame) -> list[Mention]:
        """The bodies that a cleft sentence names: 切り盛りするのは A; 支えてきたのが A だ."""
        match = re.compile(r"の[はが]、?").match(self.text, frame.end)
        if not match:
            return []
        behind = [m for m in self.of(*ACTORS) if m.start >= match.end()]
        named = next((m for m in behind if m.start - match.end() in {0, 1} or IS_COPULA.match(self.text, self._end(m))), None)
        if named is None or re.search(r"。|[がはを]、", self.text[match.end() : named.start]):
            return []
        return self.group_of(named)

    def cleft_heads(self) -> list[Thing]:
        """The things of the last cleft of the sentence."""
        return next(([m.thing for m in found] for frame in reversed(self.frames) if (found := self.cleft(frame))), [])

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

    def _persons(self, frame: Frame) -> bool:
        """Whether が marks people who act for the body that is spoken of: 生徒が, 会員18名が, 28人が."""
        return any(one.particle == "が" and PERSONS.search(self.text[: one.at]) for one in frame.arguments)

    def _where(self, frame: Frame) -> list[Mention]:
        """The body that では or においては names as acting: まゆの会では、…を揃えた."""
        return [
            self._actor_at[one.at]
            for one in frame.arguments
            if one.particle == "で" and one.at in self._actor_at and self.text.startswith(("では", "でも"), one.at)
        ]

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
        # Aが Sを始め、Bは Tを走らせ: who is set against the others by は acts in what follows.
        topic = max((one.at for one in frame.topics if one.particle == "は" and one.at in self._actor_at), default=-1)
        return self._named_in([one for one in frame.inherited if one.at > topic], ("が",))

    def _acting_by_particle(self, frame: Frame | None, at: int) -> tuple[list[Mention], bool]:
        """Who is marked as acting at a verb, and whether somebody is who is no body that is known."""
        found, unknown = self.acting_in(frame, at) if frame else ([], False)
        unknown = unknown and not (frame and self._persons(frame))
        if not found and not unknown and frame:
            found = self._where(frame)
        if not found:
            found = [m for m in self.marked(("主導", "中心", "主体"), 0, at) if LEADING.match(self.text, m.end)][-1:]
        if not found and not unknown and frame:
            found, _ = self._named_in(frame.topics, ("は", "も"))
        if not found:
            near = self.marked(("による", "により", "によって"), 0, at)
            found = [m for m in near if at - m.end <= NEAR and "、" not in self.text[m.end : at]]
        return found, unknown

    def acting(self, at: int, *, passive: bool = False) -> tuple[list[Mention], list[Thing], str]:
        """Who acts at a verb: marked が in its clause, else described by it, else は or も, else による, else by default.

        Args:
            at: where the verb or its object begins.
            passive: whether whoever the verb is done to is wanted, too (委託された).

        Returns:
            The mentions, their things, and the certainty.
        """
        frame = self.frame_of(at)
        if frame and (heads := self.cleft(frame)):
            return heads, [m.thing for m in heads], "explicit"
        found, unknown = self._acting_by_particle(frame, at)
        if found:
            group = self.group_of(found[-1])
            holder = group[-1].thing.details.get("holder")
            if self.is_post(group[-1].thing) and (doers := [holder] if holder else list(self.subjects)):
                return [], doers, "structural"
            made = self._founded_between(group[-1].end, at)
            return ([made], [made.thing], "structural") if made else (group, [m.thing for m in group], "explicit")
        for mention in reversed(self.marked(("の",), 0, at)):
            group = self.group_of(mention)
            if TOGETHER_BY.match(self.text, mention.end) and len(group) > 1:
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
