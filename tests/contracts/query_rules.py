"""What no query may say, as far as its text shows it: each rule is a construction on which an engine is known to fail.

Where each was measured: graph/README.md, "Rules for .cypher files".
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

CLAUSE = re.compile(r"\b(OPTIONAL MATCH|MATCH|UNWIND|WITH|WHERE|RETURN|CALL|MERGE|UNION|ORDER BY)\b")
SUBQUERY = r"(?:EXISTS|COUNT)\s*\{|\[\s*\(\w*(?::\w+)?\)\s*<?-"
NODE = re.compile(r"\(\s*([a-z_]\w*)")
NODE_VARIABLE = re.compile(r"(?<!\w)\(\s*([a-z_]\w*)\s*(?=[:){])")

ALLOWED_PROCEDURES = ("db.index.fulltext.queryNodes",)


@dataclass(frozen=True)
class Clause:
    """One clause of a query with the text up to the next."""

    keyword: str
    text: str


def code(text: str) -> str:
    """A query without comments, and with the content of its strings blanked."""
    without_comments = re.sub(r"/\*.*?\*/|//[^\n]*", " ", text, flags=re.DOTALL)
    return re.sub(r"'(?:[^'\\]|\\.)*'", lambda found: "'" + "_" * (len(found[0]) - 2) + "'", without_comments)


def clauses(text: str) -> list[Clause]:
    """The clauses of a query in order, those of subqueries among them."""
    plain = code(text)
    found = [match for match in CLAUSE.finditer(plain) if _depth(plain[: match.start()]) == 0]
    ends = [match.start() for match in found[1:]] + [len(plain)]
    return [Clause(match[1], plain[match.end() : end].strip()) for match, end in zip(found, ends, strict=True)]


def _depth(text: str) -> int:
    """How many round and square brackets are open; a WHERE within them is part of an expression."""
    return sum((character in "([") - (character in ")]") for character in text)


def writes(text: str) -> bool:
    """A question that could change the graph."""
    procedures = re.findall(r"\bCALL\s+([a-zA-Z_][\w.]*)", code(text))
    return bool(
        re.search(r"\b(CREATE|MERGE|SET|DELETE|DETACH|REMOVE|FOREACH|DROP|LOAD\s+CSV)\b", code(text))
        or [name for name in procedures if name not in ALLOWED_PROCEDURES]
    )


def mixes_a_subquery_with_a_property(text: str) -> bool:
    """One WHERE with EXISTS, COUNT or a comprehension, joined by OR, XOR or NOT or compared, and with a property beside it."""
    found = clauses(text)
    for before, clause in pairwise(found):
        if clause.keyword != "WHERE" or (before.keyword == "WITH" and before.text == "*"):
            continue
        outside = re.sub(r"\{[^{}]*\}|\[[^\[\]]*\]", " ", clause.text)
        has_subquery = re.search(SUBQUERY, clause.text)
        joined = re.search(r"\b(OR|XOR|NOT)\b|\}\s*(?:[<>=]|<>)|[<>=]\s*COUNT\b", clause.text)
        if has_subquery and joined and re.search(r"\b\w+\.\w+", outside):
            return True
    return False


def uses_what_may_be_null(text: str) -> bool:
    """A variable that OPTIONAL MATCH may have left null, in a later pattern or comprehension."""
    bound: set[str] = set()
    nullable: set[str] = set()
    for clause in clauses(text):
        if clause.keyword in {"CALL", "UNION"}:
            bound, nullable = set(), set()
        elif clause.keyword == "WITH":
            named = re.findall(r"(?:\bAS\s+|(?:^|,)\s*)(\w+)\s*(?=,|$)", clause.text)
            nullable &= set(named) if clause.text != "*" else nullable
        elif clause.keyword == "WHERE":
            nullable -= set(re.findall(r"\b(\w+) IS NOT NULL", clause.text))
        elif clause.keyword in {"MATCH", "OPTIONAL MATCH"}:
            named_here = set(NODE_VARIABLE.findall(clause.text))
            if nullable & named_here:
                return True
            if clause.keyword == "OPTIONAL MATCH":
                nullable |= named_here - bound
            bound |= named_here
        in_comprehensions = {name for part in re.findall(r"\[\s*\([^|\]]*", clause.text) for name in NODE_VARIABLE.findall(part)}
        if clause.keyword not in {"MATCH", "OPTIONAL MATCH"} and nullable & in_comprehensions:
            return True
    return False


def has_a_bare_pattern_predicate(text: str) -> bool:
    """`WHERE (a)-->(b)` without EXISTS."""
    return bool(re.search(r"\b(?:WHERE|AND|OR|XOR|NOT)\s+\(\s*\w*\s*(?::\w+)?\s*\)\s*(?:<?-\[|<?--)", code(text)))


def matches_everything_before_an_optional_match(text: str) -> bool:
    """`MATCH (n)` without a label, and an OPTIONAL MATCH after it."""
    found = clauses(text)
    bare = [number for number, clause in enumerate(found) if clause.keyword == "MATCH" and re.fullmatch(r"\(\s*\w*\s*\)", clause.text)]
    return any(clause.keyword == "OPTIONAL MATCH" for clause in found[bare[0] :]) if bare else False


def filters_a_shortest_path(text: str) -> bool:
    """`shortestPath` with a WHERE on it."""
    found = clauses(text)
    return any("shortestPath(" in one.text and other.keyword == "WHERE" for one, other in pairwise(found))


def computes_in_a_property_map(text: str) -> bool:
    """A property map of a pattern with an expression in it: no index is used."""
    plain = r"\s*\w+\s*:\s*(?:\$?\w+|'[^']*')\s*"
    for clause in clauses(text):
        if clause.keyword in {"MATCH", "OPTIONAL MATCH", "MERGE"}:
            for content in re.findall(r"[(\[][^()\[\]{}]*\{([^{}]*)\}", clause.text):
                if not re.fullmatch(rf"{plain}(?:,{plain})*", content):
                    return True
    return False


def looks_up_what_a_property_unwound(text: str) -> bool:
    """`UNWIND n.property AS x MATCH (e {id: x})`: the embedded engine silently finds nothing."""
    plain = code(text)
    unwound = re.findall(r"\bUNWIND\s+\w+\.\w+\s+AS\s+(\w+)", plain)
    return any(re.search(rf"\{{[^}}]*:\s*{name}\b", plain) for name in unwound)


def has_a_dynamic_label(text: str) -> bool:
    """A label or type that is computed."""
    return bool(re.search(r":\s*\$(?:\(|all\(|any\(|\w+\s*[)\]])", code(text)))


def begins_and_ends_at_one_variable(text: str) -> bool:
    """`(n)-[]-(n)`: the two ends are not compared on the embedded engine."""
    return bool(re.search(r"\(\s*(\w+)[^()]*\)\s*<?-(?:\[[^\]]*\])?->?\s*\(\s*\1\s*[:)]", code(text)))


def calls_what_one_engine_lacks(text: str) -> bool:
    """`SHORTEST k`, full-text and vector indexes, `SHOW`, and procedures of one engine only."""
    return bool(re.search(r"\bSHORTEST\b|\b(?:FULLTEXT|VECTOR)\s+INDEX\b|\bSHOW\b|\b(?:gds|algo|apoc)\.", code(text)))


def merges_and_labels(text: str) -> bool:
    """MERGE and `SET n:Label` in one transaction: fails where both labels have a uniqueness constraint."""
    plain = code(text)
    return bool(re.search(r"\bMERGE\b", plain) and re.search(r"\bSET\s+\w+\s*:\s*\w", plain))


NEVER: dict[str, Callable[[str], bool]] = {
    rule.__name__: rule
    for rule in (
        *(writes, mixes_a_subquery_with_a_property, uses_what_may_be_null, has_a_bare_pattern_predicate),
        *(matches_everything_before_an_optional_match, filters_a_shortest_path, computes_in_a_property_map),
        *(looks_up_what_a_property_unwound, has_a_dynamic_label, begins_and_ends_at_one_variable),
        *(calls_what_one_engine_lacks, merges_and_labels),
    )
}


def parameters_in(text: str) -> set[str]:
    """The `$names` that a query uses."""
    return set(re.findall(r"\$(\w+)", code(text)))


def labels_in(text: str) -> set[str]:
    """Labels named in node patterns, in label expressions and in `'X' IN labels(n)`."""
    plain = code(text)
    in_patterns = re.findall(r"\(\s*\w*\s*:\s*([A-Z]\w*(?:\s*[|&:]\s*[A-Z]\w*)*)", plain)
    in_text = re.findall(r"'(\w+)'\s+IN\s+labels\(", text)
    return {label for part in in_patterns for label in re.split(r"\s*[|&:]\s*", part)} | set(in_text)


def types_in(text: str) -> set[str]:
    """Relationship types named in patterns and in comparisons with `type(r)`."""
    in_patterns = re.findall(r"\[\s*\w*\s*:\s*([A-Z_]+(?:\s*\|\s*:?[A-Z_]+)*)", code(text))
    in_text = re.findall(r"type\(\w+\)\s*(?:=|<>)\s*'(\w+)'", text)
    return {name for part in in_patterns for name in re.split(r"\s*\|\s*:?", part)} | set(in_text)


def properties_in(text: str) -> set[str]:
    """Names read as `x.name`, without the keys of maps that the query itself makes."""
    plain = code(text)
    return set(re.findall(r"\b[a-z_]\w*\.(\w+)\b(?!\()", plain)) - set(re.findall(r"[{,]\s*(\w+)\s*:", plain))


def columns(text: str) -> list[str]:
    """The columns of the last RETURN, in order."""
    last = code(text).rpartition("RETURN")[2]
    last = re.sub(r"^\s*DISTINCT\b", "", re.split(r"\bORDER\s+BY\b|\bSKIP\b|\bLIMIT\b", last)[0])
    return [re.split(r"\bAS\b", item)[-1].strip() for item in _at_top_level(last)]


def order(text: str) -> list[str]:
    """The columns of the ORDER BY with which a query ends; empty where it does not end with one."""
    last = code(text).rpartition("RETURN")[2]
    found = re.search(r"\bORDER\s+BY\s+([\w\s,]+?)\s*$", last)
    return [item.strip() for item in found[1].split(",")] if found else []


def _at_top_level(text: str) -> Iterator[str]:
    depth, begin = 0, 0
    for position, character in enumerate(text):
        depth += (character in "([{") - (character in ")]}")
        if character == "," and depth == 0:
            yield text[begin:position]
            begin = position + 1
    yield text[begin:]
