"""Characters of a PDF: what a glyph stands for, where the file names another character that only looks like it.

A PDF keeps glyphs. Programs that write one often give a glyph that two characters share the code of the rarer one: ⼈ (the
radical) for 人, ⻑ for 長, ‧ for ・. On the page stands 人, and 人 is what is quoted.
"""

import unicodedata

from loaders.case_studies.formats.word_lists import symbol
from loaders.case_studies.formats.writing import plain

RADICALS = range(0x2F00, 0x2FD6)
"""Unicode itself says which character each of these is."""
SUPPLEMENT = dict(zip("⺎⺐⺒⺓⺔⺙⺛⺟⺠⻄⻁⻆⻑⻘⻝⻤⻨⻩⻫⻭⻯⻲⼾", "兀尢巳幺彑攵旡母民西虎角長青食鬼麦黄斉歯竜亀戸", strict=True))
"""Radicals of the supplement that Japanese fonts draw as whole characters; and the one that Unicode gives its old form."""
COMPATIBILITY = range(0xF900, 0xFA0C)
"""Second codes of characters that are the same; old forms, which are others to a reader, lie above."""
LOOK_ALIKES = {
    "\u2027": "・", "\u2215": "／", "\u301c": "～", "\u22ef": "…", "\u2011": "-", "\u00ad": "-", "\u00a0": " ", "\u2002": " ",
    "\u2003": "　", "\u2009": " ", **dict(zip("➀➁➂➃➄➅➆➇➈➉", "①②③④⑤⑥⑦⑧⑨⑩", strict=True)),
}  # fmt: skip
BULLET = "•"
UNKNOWN = "\ufffd"
SYMBOL_FONTS = ("wingdings", "symbol", "webdings", "opensymbol")


def character(text: str, font: str) -> str:
    """What a glyph stands for; `UNKNOWN` where the file does not say, nothing for what nobody sees."""
    return plain(_shown(text, font))


def _shown(text: str, font: str) -> str:
    if text.startswith("(cid:"):
        return UNKNOWN
    if len(text) != 1:
        return "".join(_shown(one, font) for one in text)
    if text in SUPPLEMENT or text in LOOK_ALIKES:
        return SUPPLEMENT.get(text) or LOOK_ALIKES[text]
    if ord(text) in RADICALS or ord(text) in COMPATIBILITY:
        return unicodedata.normalize("NFKC", text)
    plain_font = font.partition("+")[2] or font
    if plain_font.lower().startswith(SYMBOL_FONTS) or 0xE000 <= ord(text) <= 0xF8FF:  # noqa: PLR2004 - the private use area
        sign = symbol(text, plain_font)
        return BULLET if sign == "-" else sign
    return text
