"""Which relationships join two bodies: those from one to the other, and those of both to one service."""

BETWEEN_BODIES = ("COLLABORATES_WITH", "SUPPORTS", "FUNDS", "COMMISSIONS", "ESTABLISHED", "CONNECTS", "REFERS_TO")
THROUGH_SERVICES = ("PROVIDES", "SUPPORTS", "FUNDS", "ESTABLISHED")
"""Two bodies that have one of these to the same service are tied."""
