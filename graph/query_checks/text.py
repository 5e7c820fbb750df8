"""What the text of a query says, whatever its case, line breaks and comments: clauses, labels, types, properties, columns.

It is no parser: it sees what the rules in `rules.py` ask about. Keywords are put in upper case, comments are left
out, strings are blanked, and all space is one blank, before anything is looked at.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_KEYWORDS = (
    *("OPTIONAL", "MATCH", "UNWIND", "WITH", "WHERE", "RETURN", "CALL", "MERGE", "UNION", "ORDER", "BY", "SKIP", "LIMIT", "YIELD"),
    *("CREATE", "INSERT", "SET", "DELETE", "DETACH", "REMOVE", "FOREACH", "DROP", "LOAD", "CSV", "ALTER", "TERMINATE", "USE"),
    *("AND", "OR", "XOR", "NOT", "IN", "IS", "NULL", "AS", "DISTINCT", "CASE", "WHEN", "THEN", "ELSE", "END", "ON"),
    *("EXISTS", "COUNT", "COLLECT", "STARTS", "ENDS", "CONTAINS", "SHORTEST", "SHOW", "FULLTEXT", "VECTOR", "INDEX", "GRANT", "REVOKE"),
)
_OUTSIDE_CODE = re.compile(r"'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"|/\*.*?\*/|//[^\n]*", re.DOTALL)
_KEYWORD = re.compile(rf"(?<![\w.$:`])(?:{'|'.join(_KEYWORDS)})(?!\w|\s*:)", re.IGNORECASE)
_OPENS_SUBQUERY = re.compile(r"(?:EXISTS|COUNT|COLLECT) \{|\[ ?(?:\w+ ?= ?)?\(\w*(?: ?:[^()]*)?\) ?<?-")
CLAUSE = re.compile(
    r"\b(OPTIONAL MATCH|MATCH|UNWIND|(?<!STARTS )(?<!ENDS )WITH|WHERE|RETURN|CALL|MERGE|CREATE|INSERT|SET|REMOVE|UNION|ORDER BY)\b"
)
NODE_VARIABLE = re.compile(r"(?<!\w)\( ?([^\W\d]\w*) ?(?=[:){])")
RELATIONSHIP_VARIABLE = re.compile(r"-\[ ?([^\W\d]\w*) ?(?=[:\]*{])")
_EXPRESSION = r"!? ?\w+(?: ?[|&:] ?!? ?\w+)*"


@dataclass(frozen=True)
class Clause:
    """One clause of a query with the text up to the next, and how many braces it stands in."""

    keyword: str
    text: str
    level: int


def code(text: str) -> str:
    """A query in one form: keywords in upper case, no comments, blanked strings, no backticks, single blanks."""
    plain = re.sub(r"`(\w+)`", r"\1", _OUTSIDE_CODE.sub(_blanked, text))
    plain = _KEYWORD.sub(lambda found: found[0].upper(), plain)
    plain = re.sub(r"(?<=[(\[]) | (?=[)\]])", "", re.sub(r"\s+", " ", plain))
    plain = re.sub(r"\b(EXISTS|COUNT|COLLECT) ?\{", r"\1 {", plain)
    return plain.strip()


def _blanked(found: re.Match[str]) -> str:
    return "'" + "_" * (len(found[0]) - 2) + "'" if found[0][0] in "'\"" else " "


def in_lines(text: str) -> str:
    """A query with its comments and strings blanked and every line where it was."""
    return _OUTSIDE_CODE.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)


def skeleton(text: str) -> str:
    """The code without property maps: every colon that is left is of a label or type."""
    plain, before = code(text), ""
    while plain != before:
        before, plain = plain, re.sub(r"\{(?! ?(?:MATCH|OPTIONAL|CALL|UNWIND|WITH|RETURN|\())[^{}]*\}", " ", plain)
    return plain


def clauses(text: str) -> list[Clause]:
    """The clauses of a query in order, those of subqueries among them."""
    plain = code(text)
    found = [match for match in CLAUSE.finditer(plain) if depth(plain[: match.start()], "([", ")]") == 0]
    ends = [*(match.start() for match in found[1:]), len(plain)][: len(found)]
    return [
        Clause(match[1], plain[match.end() : end].strip(), depth(plain[: match.start()], "{", "}"))
        for match, end in zip(found, ends, strict=True)
    ]


def depth(text: str, opening: str, closing: str) -> int:
    """How many brackets are open at the end of a text."""
    return sum((character in opening) - (character in closing) for character in text)


def conditions(text: str) -> Iterator[tuple[str, str]]:
    """Each WHERE as a whole, its subqueries included, and the text before it."""
    plain = code(text)
    for match in re.finditer(r"\bWHERE\b", plain):
        yield plain[: match.start()], _up_to_the_next_clause(plain[match.end() :])


def _up_to_the_next_clause(text: str) -> str:
    level = 0
    for position, character in enumerate(text):
        level += (character in "([{") - (character in ")]}")
        if level < 0 or (level == 0 and character == "|"):
            return text[:position]
        if level == 0 and CLAUSE.match(text, position):
            return text[:position]
    return text


def without_subqueries(text: str) -> str:
    """An expression without what stands in braces and square brackets."""
    before = ""
    while text != before:
        before, text = text, re.sub(r"\{[^{}\[\]]*\}|(?<!\w)\[[^{}\[\]]*\]", " ", text)
    return text


def has_subquery(text: str) -> bool:
    """EXISTS, COUNT or COLLECT with braces, or a pattern comprehension."""
    return bool(_OPENS_SUBQUERY.search(text))


def variables_in(pattern: str) -> set[str]:
    """Names of nodes and relationships in patterns."""
    return {*NODE_VARIABLE.findall(pattern), *RELATIONSHIP_VARIABLE.findall(pattern)}


def parameters_in(text: str) -> set[str]:
    """The `$names` that a query uses."""
    return set(re.findall(r"\$(\w+)", code(text)))


def labels_in(text: str) -> set[str]:
    """Labels named in node patterns, in label expressions and in `'X' IN labels(n)`."""
    without_types = re.sub(rf"\[ ?\w* ?: ?{_EXPRESSION}", "[", skeleton(text))
    found = [part for expression in re.findall(rf": ?({_EXPRESSION})", without_types) for part in re.split(r"[|&:! ]+", expression)]
    in_text = re.findall(r"['\"](\w+)['\"]\s+in\s+labels\s*\(", text, re.IGNORECASE)
    return {label for label in found if label} | set(in_text)


def types_in(text: str) -> set[str]:
    """Relationship types named in patterns and in comparisons with `type(r)`."""
    in_patterns = re.findall(rf"\[ ?\w* ?: ?({_EXPRESSION})", skeleton(text))
    in_text = re.findall(r"type\s*\(\s*\w+\s*\)\s*(?:=|<>)\s*['\"](\w+)['\"]", text, re.IGNORECASE)
    return {name for part in in_patterns for name in re.split(r"[|&:! ]+", part) if name} | set(in_text)


def properties_in(text: str) -> set[str]:
    """Names read as `x.name`, without the keys of maps that the query itself makes."""
    plain = code(text)
    return set(re.findall(r"\b[^\W\d]\w*\.(\w+)\b(?! ?\()", plain)) - set(re.findall(r"[{,] ?(\w+) ?:", plain))


def columns(text: str) -> list[str]:
    """The columns of the last RETURN, in order."""
    last = code(text).rpartition("RETURN")[2]
    last = re.sub(r"^\s*DISTINCT\b", "", re.split(r"\bORDER BY\b|\bSKIP\b|\bLIMIT\b", last)[0])
    return [re.split(r"\bAS\b", item)[-1].strip() for item in at_top_level(last)]


def order(text: str) -> list[str]:
    """The columns of the ORDER BY with which a query ends; empty where it does not end with one."""
    last = code(text).rpartition("RETURN")[2]
    found = re.search(r"\bORDER BY ([\w ,]+?) ?$", last)
    return [item.strip() for item in found[1].split(",")] if found else []


def at_top_level(text: str) -> Iterator[str]:
    """The parts of a list between the commas that stand in no bracket."""
    level, begin = 0, 0
    for position, character in enumerate(text):
        level += (character in "([{") - (character in ")]}")
        if character == "," and level == 0:
            yield text[begin:position]
            begin = position + 1
    yield text[begin:]
