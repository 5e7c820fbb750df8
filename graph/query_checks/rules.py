"""What no query may say, as far as its text shows it: each rule is a construction on which an engine is known to fail.

Where each was measured: graph/decisions/0001-two-engines.md. Which row of which list a rule holds: tests/unit/graph/query_checks.
"""

import re
from collections.abc import Callable
from itertools import pairwise

from graph.model.catalogue import relationship_kinds
from graph.query_checks.bound import comprehends_from_the_far_end, uses_what_may_be_null
from graph.query_checks.text import (
    at_top_level,
    clauses,
    code,
    conditions,
    has_subquery,
    skeleton,
    without_subqueries,
)

ALLOWED_PROCEDURES = ("db.index.fulltext.queryNodes",)
PATTERNS = {"MATCH", "OPTIONAL MATCH", "MERGE", "CREATE", "INSERT"}


def writes(text: str) -> bool:
    """A question that could change the graph, or ask another one."""
    procedures = re.findall(r"\bCALL ([^\W\d][\w.]*)", code(text))
    writing = r"\b(CREATE|INSERT|MERGE|SET|DELETE|DETACH|REMOVE|FOREACH|DROP|LOAD CSV|ALTER|TERMINATE|USE|GRANT|REVOKE)\b"
    return bool(re.search(writing, code(text)) or [name for name in procedures if name not in ALLOWED_PROCEDURES])


def mixes_a_subquery_with_a_property(text: str) -> bool:
    """One WHERE with a property beside EXISTS under OR, XOR or NOT, or beside COUNT or a comprehension, which are compared."""
    for before, condition in conditions(text):
        if re.search(r"\bWITH \* ?$", before) or not has_subquery(condition):
            continue
        outside = without_subqueries(condition)
        joined = re.search(r"\b(OR|XOR|NOT)\b", outside.replace("IS NOT NULL", ""))
        counted = re.search(r"\bCO(?:UNT|LLECT)\b", outside) or has_subquery(re.sub(r"(?:EXISTS|COUNT|COLLECT) \{", "", condition))
        if (joined or counted) and re.search(r"\b[^\W\d]\w*(?:\.\w+| ?\[ ?['$])", outside):
            return True
    return False


def has_a_bare_pattern_predicate(text: str) -> bool:
    """A pattern as a value, without EXISTS, COUNT or a comprehension around it: `WHERE (a)-->(b)`."""
    for clause in clauses(text):
        if clause.keyword in PATTERNS:
            continue
        for match in re.finditer(r"\) ?(?:<?-\[|<?--)", clause.text):
            before = clause.text[: _opening(clause.text, match.start())].rstrip()
            if not re.search(r"(?:[\[{]|\[ ?\w+ ?=|[->])$", before):
                return True
    return False


def _opening(text: str, closing: int) -> int:
    """Where the bracket opens that closes at a place."""
    level = 0
    for position in range(closing, -1, -1):
        level += (text[position] == ")") - (text[position] == "(")
        if level == 0:
            return position
    return 0


def matches_everything_before_an_optional_match(text: str) -> bool:
    """`MATCH (n)` without a label, and an OPTIONAL MATCH after it."""
    found = clauses(text)
    for number, clause in enumerate(found):
        alone = any(re.fullmatch(r"\( ?\w* ?(?:\{[^{}]*\})? ?\)", part.strip()) for part in at_top_level(clause.text))
        if clause.keyword == "MATCH" and alone:
            return any(later.keyword == "OPTIONAL MATCH" for later in found[number:])
    return False


def filters_a_shortest_path(text: str) -> bool:
    """`shortestPath` with a WHERE on it."""
    path = re.compile(r"shortestPaths? ?\(", re.IGNORECASE)
    return any(path.search(one.text) and other.keyword == "WHERE" for one, other in pairwise(clauses(text)))


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
    lists = "|".join(re.findall(r"\w+\.\w+[^,]*? AS (\w+)", plain)) or "(?!)"
    unwound = re.findall(rf"\bUNWIND (?:[^$]*?\w\.\w[^$]*?|(?:{lists})) AS (\w+)", plain)
    return any(re.search(rf"\{{[^}}]*: ?{name}\b(?!\.)", _after(plain, name)) for name in unwound)


def _after(plain: str, name: str) -> str:
    """The patterns that follow an UNWIND."""
    later = plain.partition(f" AS {name}")[2]
    return " ".join(clause.text for clause in clauses(later) if clause.keyword in {"MATCH", "OPTIONAL MATCH", "MERGE"})


def has_a_dynamic_label(text: str) -> bool:
    """A label or type that is computed."""
    return bool(re.search(r"(?:[:|&!]|\bIS) ?\$", skeleton(text)))


def begins_and_ends_at_one_variable(text: str) -> bool:
    """`(n)-[]-(n)`: the two ends are not compared on the embedded engine."""
    return bool(re.search(r"\( ?(\w+)[^()]*\) ?<? ?-(?: ?\[[^\]]*\] ?)?- ?>? ?\( ?\1 ?[:){]", code(text)))


def calls_what_one_engine_lacks(text: str) -> bool:
    """`SHORTEST k`, full-text and vector indexes, `SHOW`, and procedures of one engine only."""
    return bool(re.search(r"\bSHORTEST\b|\b(?:FULLTEXT|VECTOR) INDEX\b|\bSHOW\b|(?i:\b(?:gds|algo|apoc) ?\.)", code(text)))


def merges_and_labels(text: str) -> bool:
    """MERGE and `SET n:Label` in one transaction: fails where both labels have a uniqueness constraint."""
    return bool(re.search(r"\bMERGE\b", code(text)) and re.search(r"\bSET [^(]*?(?:\w ?:| IS) ?\w", skeleton(text)))


def merges_from_the_hub(text: str) -> bool:
    """MERGE of a relationship whose pattern begins at the end with many of them: 207 s against 1.4 s."""
    for clause in clauses(text):
        match = re.match(r"[^()]*\([^()]*\) ?(<?) ?-\[ ?\w* ?: ?(\w+)", clause.text) if clause.keyword == "MERGE" else None
        kind = relationship_kinds().get(match[2]) if match else None
        if match and kind and (kind.merge_from == "start") == bool(match[1]):
            return True
    return False


NEVER: dict[str, Callable[[str], bool]] = {
    rule.__name__: rule
    for rule in (
        *(writes, mixes_a_subquery_with_a_property, uses_what_may_be_null, has_a_bare_pattern_predicate),
        *(matches_everything_before_an_optional_match, filters_a_shortest_path, computes_in_a_property_map),
        *(looks_up_what_a_property_unwound, has_a_dynamic_label, begins_and_ends_at_one_variable),
        *(calls_what_one_engine_lacks, merges_and_labels, merges_from_the_hub, comprehends_from_the_far_end),
    )
}
