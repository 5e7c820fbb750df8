"""Who acts in a sentence: marked by a particle, described by a verb, named by a cleft, or whoever was spoken of."""

import re

from loaders.case_studies.frame import Argument, Frame
from loaders.case_studies.marked_text import ACTORS, MarkedText
from loaders.case_studies.mentions import Mention
from loaders.case_studies.things import Thing, is_post

NEAR = 20
"""How far 「Aによる」 reaches."""
LEADING = re.compile(r"[^、。]{0,6}?((主体|主導)(で|により|による|とな)|中心(と|に|で))")
TOGETHER_BY = re.compile(r"(等|など)?の(協働|共同企画|共同|連携|協力)(により|で|による)")
IS_COPULA = re.compile(r"[」』]?(?:さん|の皆さん|のみなさん|の方々)?(?:で、|だった|だ(?:。|$)|である|です|でした|$|。)")
PERSONS = re.compile(
    r"(会員|隊員|職員|生徒|学生|社員|配達員|スタッフ|メンバー|役員|有志|担当者|店員|店主|児童|団員|組合員|利用者|参加者|修了生|卒業生|教員|先生|保護者|運転手|ドライバー"
    r"|[0-9一二三四五六七八九十]+(人|名)|(隊|団|会|校|店)の(皆|みな|方)(さん|々)?|私たち|皆さん|みなさん|子どもたち|者)$"
)
"""People who are no body of their own: what they do, the body that is spoken of does."""


class Sentence(MarkedText):
    """A sentence of which it is asked who does what it says."""

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

    def given_by(self, frame: Frame, nouns: str) -> list[Mention]:
        """The bodies whose help, money or order the verb speaks of: Aの 協力を 得て, Aから 補助を 受け, Aから 借り."""
        found = self.attached(frame, ("から",))
        if not found and frame.noun_at >= 0:
            found = [
                m
                for m in self.of(*ACTORS)
                if re.fullmatch(
                    rf"(?:等|など)?(?:の|からの)(?:[^、。がをに]{{0,4}})?(?:{nouns})", self.text[self.end_of(m) : frame.noun_at]
                )
            ]
            found = self.group_of(found[-1]) if found else []
        return found

    def cleft(self, frame: Frame) -> list[Mention]:
        """The bodies that a cleft sentence names: 切り盛りするのは A; 支えてきたのが A だ."""
        match = re.compile(r"の[はが]、?").match(self.text, frame.end)
        if not match:
            return []
        behind = [m for m in self.of(*ACTORS) if m.start >= match.end()]
        named = next((m for m in behind if m.start - match.end() in {0, 1} or IS_COPULA.match(self.text, self.end_of(m))), None)
        if named is None or re.search(r"。|[がはを]、", self.text[match.end() : named.start]):
            return []
        return self.group_of(named)

    def cleft_heads(self) -> list[Thing]:
        """The things of the last cleft of the sentence."""
        return next(([m.thing for m in found] for frame in reversed(self.frames) if (found := self.cleft(frame))), [])

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
