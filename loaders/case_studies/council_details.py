"""What a text says of a council itself: its layers, and how often it meets."""

import re

from loaders.case_studies.sentences import Sentence

LAYERS = r"第([12一二])層(?:[・及びとおよ、]{1,3}第([12一二])層)?"
BEFORE = re.compile(LAYERS + r"(?:の)?(?:生活支援)?(?:協議体)?(?:である|としての?|にあたる|に当たる|\()?[「『]?$")
BEHIND = re.compile(r"[」』]?(?:\(|を|は)(?:[^()。、]{0,6})" + LAYERS + r"(?:の)?(?:生活支援)?協議体")
WITHIN = re.compile(LAYERS)
NUMBERS = {"1": 1, "一": 1, "2": 2, "二": 2}
MEETS = re.compile(
    r"(?:年|月|週|隔月|[2-9二三四五六]か月)に?(?:\d{1,2}|[一二三四五六])回(?:程度|ほど)?|隔月(?=で|に|開)"
    r"|毎月(?:第\d[月火水木金土日](?:曜日?)?)?"
)
HELD = re.compile(r"(?:に|で|の|ずつ|、)*(?:定期的に)?(?:定期)?(?:開催|開[きいかく]|集ま|会合|協議|話し合|実施|、|\)|$)")
IN_BRACKET = re.compile(r"[」』]?\(([^()]{0,20})\)")


def describe_councils(sentence: Sentence) -> None:
    """Layers that stand at a council's name, and how often the one council of a sentence meets."""
    councils = sentence.of("Council")
    for mention in councils:
        text = sentence.text
        found = WITHIN.search(text, mention.start, mention.end) or BEFORE.search(text, 0, mention.start) or BEHIND.match(text, mention.end)
        if found:
            layers = {NUMBERS[number] for number in found.groups() if number}
            mention.thing.details["layers"] = tuple(sorted({*mention.thing.details.get("layers", ()), *layers}))
        bracket = IN_BRACKET.match(text, mention.end)
        if bracket and (often := MEETS.fullmatch(bracket[1].removesuffix("開催"))):
            mention.thing.details.setdefault("meets", often[0])
    if len({id(mention.thing) for mention in councils}) == 1:
        often = next((one for one in MEETS.finditer(sentence.text, councils[0].end) if HELD.match(sentence.text, one.end())), None)
        if often and not sentence.of("Service"):
            councils[0].thing.details.setdefault("meets", often[0])
