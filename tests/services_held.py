"""Services as a graph holds them, for computing answers a second time: where they are, whether they run, who could have told."""

from collections.abc import Collection
from datetime import date

from tests.held import Held, Properties


def places_of(held: Held, service: str) -> tuple[set[str], set[str], set[str]]:
    """Where it is delivered, whom it covers, and, where neither is stated, where its source places it."""
    delivered = held.ends(service, "DELIVERED_IN", label="Area")
    covered = held.ends(service, "COVERS", label="Area")
    placed = held.get(service).get("placed_in")
    return delivered, covered, {placed} if placed and not delivered | covered else set()


def is_running(service: Properties, day: date) -> bool:
    """Whether it runs on a day; a status that is not stated is not known to be running."""
    begins, ends = service.get("valid_from"), service.get("valid_to")
    return service.get("status") == "running" and (begins is None or begins <= day) and (ends is None or ends >= day)


def categories_of(held: Held, service: str) -> set[str]:
    """Codes of its categories."""
    return {held.get(one)["code"] for one in held.ends(service, "IN_CATEGORY", label="ServiceCategory")}


def speaking_of_services(
    held: Held, places: Collection[str], day: date, wanted: Collection[str], *, coverage: str | None = None
) -> set[str]:
    """Datasets of current sources in whose scope services of any of these categories in any of these areas lie on that day."""
    found = set[str]()
    for area in places:
        for tie in held.incoming[area]:
            scope = tie.properties
            if tie.type != "SPEAKS_OF" or scope["kind"] != "services" or not held.get(tie.start).get("current"):
                continue
            begins, ends, limited = scope.get("begins"), scope.get("ends_on"), set(scope.get("categories") or ())
            in_time = (begins is None or begins <= day) and (ends is None or ends >= day)
            if in_time and (not limited or limited & set(wanted)) and coverage in {None, scope["coverage"]}:
                found.add(held.get(tie.start)["dataset"])
    return found
