"""Aliases: other names that a text gives a thing itself (以下「○○」という), and words that point back (同会, 本会)."""

import re

from loaders.case_studies.things import Thing

HEREAFTER = re.compile(
    r"[」』]?\((?:以下|通称|略称|愛称)[、,::]?\s*(?:単に)?[「『]?([^「」『』()]{1,20}?)[」』]?(?:という|と(?:略す|呼ぶ|いう|する|記す))?。?\)"
)
IN_BRACKET = re.compile(r"[」』]?\(([^()「」、。:/\d]{2,14})\)")
SAME = re.compile(
    r"(?<![一-龯])同(会議|協議体|協議会|委員会|会|社|店|団体|法人|校|園|組合|センター|施設|院|クラブ|隊|所|金庫|財団|大学|高校)(?![一-龯ァ-ヺ])"
)
OURSELVES = re.compile(
    r"(?<![一-龯])(本会|当会|当法人|本法人|当協議会|当社協|当団体|当センター|弊会|わたしたち|私たち|わたしども)(?![一-龯])"
)
ENDS_LIKE = {
    "会": "会|部|クラブ|協議会|連合会|の会",
    "社": "社|会社|株式会社|有限会社|商店|交通|タクシー|運輸|舎",
    "店": "店|商店|マート|スーパー|ストア|屋|モール",
    "法人": "法人|会|里|舎|ネット",
    "校": "校|学校|高専|大学",
    "所": "所|センター|署",
    "院": "院|病院|診療所|クリニック|医院",
    "組合": "組合|農協|漁協|生協",
    "センター": "センター|包括",
}
COOPERATIVE = re.compile(r"(JA|JF|コープ|生協)")
"""Brands under which cooperatives are known."""


def alias_after(text: str, end: int, name: str) -> str | None:
    """The other name that a bracket right behind a name gives it; None where the bracket says another thing."""
    if match := HEREAFTER.match(text, end):
        return match[1]
    match = IN_BRACKET.match(text, end)
    if match and COOPERATIVE.match(match[1]) and re.search(r"農業協同組合|生活協同組合|漁業協同組合", name):
        return match[1]
    return match[1] if match and is_short_for(match[1], name) else None


def is_short_for(short: str, name: str) -> bool:
    """Whether a name is made of some characters of the longer one, in their order (町社協 of 南町社会福祉協議会)."""
    if len(short) >= len(name) or short in {"株", "有", "福"}:
        return False
    rest = iter(name)
    return all(character in rest for character in short)


def tails_of(thing: Thing) -> frozenset[str]:
    """What the text may call a named body for short: what stands behind its last の (応援団 of …暮らしの応援団)."""
    return frozenset() if thing.generic or thing.kind not in {"Organization", "Council"} else thing.forms.tails


def same_as(word: str, before: list[Thing]) -> Thing | None:
    """The body named last that 同会, 同社 … can mean."""
    wanted = re.compile(rf"({ENDS_LIKE.get(word, re.escape(word))})$")
    kinds = {"Council"} if word in {"会議", "協議体", "委員会"} else {"Organization", "Council"}
    return next(
        (one for one in reversed(before) if one.kind in kinds and any(wanted.search(name) for name in (one.name, *one.names))), None
    )
