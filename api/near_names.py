"""The names near to one that is not recorded, as a page says them."""

from graph.by_hand.finding import NONE_NEAR
from graph.errors import QueryMisused
from graph.messages import Messages


def near_names(error: QueryMisused, texts: Messages) -> str:
    """A sentence with the names that a refusal has found near; that there are none, where it has found none."""
    nearest = error.values["nearest"]
    return texts("near_names.none") if nearest == NONE_NEAR else texts("near_names", nearest=nearest)
