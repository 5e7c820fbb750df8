"""How a name is probably read, by a dictionary: so that a search in kana finds it. It is never shown, for it may be wrong."""

from functools import cache, lru_cache
from threading import Lock

from sudachipy import Dictionary, Morpheme, SplitMode, Tokenizer

LONGEST = 200
"""Characters of a name that are read."""
REMEMBERED = 20_000

_KATAKANA, _HIRAGANA = ord("ァ"), ord("ぁ")
_TO_HIRAGANA = {_KATAKANA + step: _HIRAGANA + step for step in range(ord("ヶ") - _KATAKANA + 1)}
_one_at_a_time = Lock()


@lru_cache(maxsize=REMEMBERED)
def reading(name: str) -> str:
    """The name in hiragana; what the dictionary cannot read stays as it is, and signs are left out."""
    text = name[:LONGEST].encode("utf-8", "replace").decode()
    with _one_at_a_time:
        words = [word for word in _analyser().tokenize(text) if any(map(str.isalnum, word.surface()))]
        return "".join(_read(word) for word in words).translate(_TO_HIRAGANA)


def _read(word: Morpheme) -> str:
    """The dictionary reads what it does not know as a sign: キゴウ."""
    return str(word.surface() if word.is_oov() or word.reading_form() == "キゴウ" else word.reading_form())


@cache
def _analyser() -> Tokenizer:
    return Dictionary().tokenizer(mode=SplitMode.C)
