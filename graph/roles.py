"""Who decides: a role, never a person."""

from graph.errors import QueryMisused

ROLES = ("coordinator", "municipality", "council", "organization", "researcher", "administrator")
"""生活支援コーディネーター, 市町村, 協議体, 団体, 研究者, 管理者."""

RULE = "rule"
"""Nobody: a rule of the program decided, and said which."""


def known_role(role: str) -> str:
    """The role, if it is one.

    Raises:
        QueryMisused: it is not: a name of a person has no place in the graph.
    """
    if role not in {*ROLES, RULE}:
        raise QueryMisused("unknown_role", role=role, known=", ".join(ROLES))
    return role
