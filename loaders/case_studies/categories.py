"""Categories of services by the words of a name."""

from functools import cache, lru_cache

from graph.taxonomy import taxonomy
from loaders.case_studies.rule_data import rule_data


@cache
def category_words() -> tuple[tuple[str, str], ...]:
    """Word and category, the longest word first."""
    rows = [(text, entry.code) for entry in taxonomy().service_categories.values() for text in entry.synonyms]
    rows += [(text, code) for code, texts in rule_data("services")["synonyms"].items() for text in texts]
    no_words = set(rule_data("services")["no_words"])
    return tuple(sorted({row for row in rows if row[0] not in no_words}, key=lambda row: (-len(row[0]), row[0], row[1])))


@lru_cache(maxsize=20_000)
def codes_of(name: str) -> tuple[str, ...]:
    """The categories that the words of a name give, longest word first, each character used once."""
    found: list[str] = []
    taken = [False] * len(name)
    for word, code in category_words():
        at = name.find(word)
        if at < 0:
            continue
        span = range(at, at + len(word))
        whole_again = any(name[at : at + len(word)] == other and code_ in found for other, code_ in category_words() if other == word)
        if any(taken[i] for i in span) and not whole_again:
            continue
        for i in span:
            taken[i] = True
        if code not in found:
            found.append(code)
    return tuple(found[:3])
