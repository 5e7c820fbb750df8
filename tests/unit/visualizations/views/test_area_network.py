"""つながり図."""

from dataclasses import replace

from tests.unit.visualizations.pictures import sample, thing, tie
from visualizations.views.area_network import MOST_AREAS, VIEW, without_many_areas


def test_a_few_areas_stay() -> None:
    """They can be switched on in the legend."""
    assert without_many_areas(sample()) == sample()


def test_many_areas_are_not_drawn() -> None:
    """More than a dozen would bury the bodies; the bodies keep the names of their areas."""
    areas = tuple(thing(f"area{number}", "Area", f"第{number}地区") for number in range(MOST_AREAS))
    crowded = replace(sample(), nodes=sample().nodes + areas, ties=(*sample().ties, tie("OPERATES_IN", "shi", "area0")))

    cut = without_many_areas(crowded)

    assert not [node for node in cut.nodes if node.label == "Area"]
    assert not [one for one in cut.ties if one.type in {"OPERATES_IN", "COVERS", "HAS_NEED"}]
    assert len(cut.nodes) == len(sample().nodes) - 2


def test_it_draws_what_it_is_given() -> None:
    """Title, summary and name of the view stand in the page."""
    page = VIEW.draw(sample(), language="ja", limit=150)

    assert "<h1>みほん市のつながり図</h1>" in page
    assert "団体・機関 17、つながり 16件" in page
    assert 'content="area_network"' in page
