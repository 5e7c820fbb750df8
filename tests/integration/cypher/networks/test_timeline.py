"""What the timeline is drawn from: known answers."""

from datetime import date

from graph.connection import Graph
from graph.model.programmes import Programme
from graph.reading import Reader
from tests.building import TODAY, Town
from visualizations.gathering import gathered
from visualizations.registry import find


def test_stated_terms_and_days_of_sources(graph: Graph) -> None:
    """The term of a registration, the day of founding and of dissolution, and the day for which the source holds; nothing else."""
    # Arrange
    town = Town()
    town.body("なくなった会", ended_on=date(2026, 3, 31))
    town.council("協議体", founded=date(2016, 4, 1))
    town.service("配食", "SHOP", valid_from=date(2025, 4, 1), valid_to=date(2027, 3, 31))
    town.need("N_SHOP", name="買い物")
    town.state(Programme(key="見本の補助", name="見本の補助", placed_in=town.area.id, begins=date(2026, 4, 1), ends_on=date(2027, 3, 31)))
    town.body("限られた会", visibility="restricted")
    town.into(graph)

    # Act
    picture = gathered(Reader(graph, audience="members", today=TODAY), find("timeline"), area="名張市", language="ja")

    # Assert
    assert {node.name: (node.begins, node.ends) for node in picture.nodes} == {
        "なくなった会": (None, "2026-03-31"),
        "協議体": ("2016-04-01", None),
        "配食": ("2025-04-01", "2027-03-31"),
        "買い物": (None, None),
        "見本の補助": ("2026-04-01", "2027-03-31"),
    }
    assert {one.as_of for node in picture.nodes for one in node.quotations} == {TODAY.isoformat()}
    assert picture.ties == ()
