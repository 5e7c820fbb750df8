"""Rules about what is bound where: what OPTIONAL MATCH may have left null, and where a comprehension begins.

They are among the rules of `rules.py`; here stands what they know of clauses and subqueries.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from graph.query_checks.text import Clause, at_top_level, clauses, depth, variables_in

MATCHES = {"MATCH", "OPTIONAL MATCH"}


@dataclass
class _Names:
    """What is bound within one pair of braces, and what of it may be null."""

    bound: set[str] = field(default_factory=set)
    nullable: set[str] = field(default_factory=set)


def uses_what_may_be_null(text: str) -> bool:
    """A variable that OPTIONAL MATCH may have left null, in a later pattern or comprehension."""
    scopes: dict[int, _Names] = {0: _Names()}
    before = Clause("", "", 0)
    for clause in clauses(text):
        for level in [level for level in scopes if level > clause.level]:
            del scopes[level]
        if clause.level not in scopes:
            scopes[clause.level] = _entered(scopes[max(scopes)], before)
        if _uses(clause, before, scopes[clause.level]):
            return True
        if clause.keyword == "RETURN" and clause.level:
            _hand_out(clause.text, scopes[clause.level], scopes[max(level for level in scopes if level < clause.level)])
        before = clause
    return False


def _hand_out(text: str, inner: _Names, outer: _Names) -> None:
    """What a subquery returns is bound around it, and may be null there where it may be null within."""
    for old, new in _handed_out(text):
        outer.bound.add(new)
        outer.nullable |= {new} if old in inner.nullable else set()


def _handed_out(text: str) -> list[tuple[str, str]]:
    """The items of the RETURN of a subquery, whose text goes on behind its brace."""
    closing = next((at for at, one in enumerate(text) if one == "}" and depth(text[: at + 1], "{", "}") < 0), len(text))
    return _renamed(text[:closing])


def _entered(outer: _Names, opening: Clause) -> _Names:
    imported = re.match(r"\(([^()]*)\)", opening.text) if opening.keyword == "CALL" else None
    if imported is None or imported[1].strip() == "*":
        return _Names(set(outer.bound), set(outer.nullable))
    names = {name.strip() for name in imported[1].split(",")}
    return _Names(outer.bound & names, outer.nullable & names)


def _uses(clause: Clause, before: Clause, names: _Names) -> bool:
    """Whether a clause uses what may be null; keeps account of what is bound and what may be null after it."""
    in_comprehensions = {name for part in re.findall(r"\[ ?(?:\w+ ?= ?)?\([^|]*", clause.text) for name in variables_in(part)}
    in_subqueries = {name for part in re.findall(r"(?:EXISTS|COUNT|COLLECT) \{([^{}]*)", clause.text) for name in variables_in(part)}
    if clause.keyword in MATCHES:
        here = variables_in(clause.text)
        if names.nullable & here:
            return True
        names.nullable |= here - names.bound if clause.keyword == "OPTIONAL MATCH" else set()
        names.bound |= here
        return False
    if clause.keyword == "WHERE":
        if not re.search(r"\b(OR|XOR)\b", clause.text):
            names.nullable -= set(re.findall(r"\b(\w+) IS NOT NULL", clause.text))
        fresh = variables_in(before.text) if before.keyword == "OPTIONAL MATCH" else set()
        return bool((names.nullable - fresh) & (in_comprehensions | in_subqueries))
    if names.nullable & (in_comprehensions | in_subqueries):
        return True
    if clause.keyword == "WITH":
        _pass_on(clause.text, names)
    return False


def _pass_on(text: str, names: _Names) -> None:
    """What may be null after a WITH: the same under its new name."""
    renamed = _renamed(text)
    kept = {new for old, new in renamed if old in names.nullable}
    names.nullable = names.nullable | kept if ("*", "*") in renamed else kept


def _renamed(text: str) -> list[tuple[str, str]]:
    """The items of a WITH or RETURN, and what each is called after it."""
    items = [item.strip() for item in at_top_level(re.split(r"\b(?:ORDER BY|SKIP|LIMIT)\b", text)[0].removeprefix("DISTINCT "))]
    return [(old, new or old) for old, _, new in (item.partition(" AS ") for item in items)]


def comprehends_from_the_far_end(text: str) -> bool:
    """`[(x)-->(a) | x]` with only `a` bound: the embedded engine looks at every node; `[(a)<--(x) | x]` begins at what is known."""
    bound: dict[int, set[str]] = {}
    for clause in clauses(text):
        bound = {level: names for level, names in bound.items() if level <= clause.level}
        known = set().union(*bound.values())
        if any(nodes[-1] in known and nodes[0] not in known | around for nodes, around in _comprehended(clause.text)):
            return True
        here = bound.setdefault(clause.level, set())
        if clause.keyword in MATCHES:
            here |= variables_in(clause.text)
        elif clause.keyword in {"WITH", "UNWIND"}:
            here |= {new for _, new in _renamed(clause.text)}
        elif clause.keyword == "RETURN" and clause.level:
            bound.setdefault(clause.level - 1, set()).update(new for _, new in _handed_out(clause.text))
    return False


def _comprehended(text: str) -> Iterator[tuple[list[str], set[str]]]:
    """The nodes of each pattern comprehension in their order, and what is bound by those that it stands in."""
    node, step = r"\([^()]*\)", r" ?<? ?-(?: ?\[[^\[\]]*\] ?)?- ?>? ?"
    for found in re.finditer(rf"\[ ?(?:\w+ ?= ?)?({node}(?:{step}{node})+)", text):
        before = text[: found.start()]
        opening = next((at for at, one in enumerate(before) if one == "[" and depth(before[at:], "[", "]") > 0), len(before))
        yield re.findall(r"(?<!\w)\( ?(\w*)", found[1]), variables_in(before[opening:])
