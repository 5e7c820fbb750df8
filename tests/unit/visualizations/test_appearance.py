"""Shapes, colours and strokes."""

from itertools import combinations

import pytest

from graph.messages import Messages
from graph.taxonomy.sectors import sectors
from tests.unit.visualizations.pictures import MINUTES, organization, quotation, thing, tie
from visualizations.appearance import ACCENT, INK, MARKS, STROKES, WHITE, Mark, Stroke, has_direction, mark_key, stroke_key
from visualizations.contract import PictureTie

SECTORS = {"public", "support", "community", "civic", "care", "business", "other"}


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(a: str, b: str) -> float:
    light, dark = sorted((luminance(a), luminance(b)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("mark", MARKS.values(), ids=str)
def test_every_mark_stands_out_from_the_page(mark: Mark) -> None:
    """Graphics reach 3:1 by their outline."""
    assert contrast(mark.outline, WHITE) >= 3


@pytest.mark.parametrize("stroke", STROKES.values(), ids=str)
def test_every_line_stands_out_from_the_page(stroke: Stroke) -> None:
    """Graphics reach 3:1, the quiet layers too."""
    assert contrast(stroke.colour, WHITE) >= 3


@pytest.mark.parametrize("colour", [INK, ACCENT])
def test_texts_can_be_read(colour: str) -> None:
    """Names and emphasised names reach 4.5:1."""
    assert contrast(colour, WHITE) >= 4.5


def test_no_two_kinds_differ_by_colour_alone() -> None:
    """Every kind has a shape of its own; at most eight colours are used beside neutral ones."""
    assert all(a.path != b.path for a, b in combinations(MARKS.values(), 2))
    assert len({MARKS[key].fill for key in SECTORS}) == len(SECTORS) <= 8


def test_ties_differ_in_width_or_dashes() -> None:
    """Confirmed, recorded, one source and proposed can be told apart without colour."""
    looks = [(STROKES[key].width, STROKES[key].dashes) for key in ("confirmed", "recorded", "one_source", "proposed")]

    assert len(set(looks)) == 4
    assert [key for key, stroke in STROKES.items() if stroke.dashes and stroke.dashes[0] > 4] == ["proposed"]


def test_every_sector_has_a_mark_and_words() -> None:
    """What the sectors' file has is what pictures show, in the same words."""
    words = {language: Messages(("visualizations",), language) for language in ("ja", "en")}

    assert set(sectors().by_code) == SECTORS
    assert all(told(f"mark.{code}") == one.worded(language) for language, told in words.items() for code, one in sectors().by_code.items())


def test_other_things_are_told_by_their_label() -> None:
    """A council is a council whatever types it has; an unknown label is something other."""
    assert mark_key(thing("c", "Council", "協議体", actor_types=("NPO",))) == "Council"
    assert mark_key(thing("x", "Unknown", "?")) == "other"
    assert mark_key(organization("o", "市", "MUNI")) == "public"


@pytest.mark.parametrize(
    ("drawn", "expected"),
    [
        (tie("SUPPORTS", "a", "b", quotation("x", review="confirmed")), "confirmed"),
        (tie("SUPPORTS", "a", "b", quotation("x", review="corrected")), "confirmed"),
        (tie("SUPPORTS", "a", "b", quotation("x"), quotation("y")), "one_source"),
        (tie("SUPPORTS", "a", "b", quotation("x"), quotation("y", source=MINUTES)), "recorded"),
        (tie("COLLABORATES_WITH", "a", "b", quotation("x"), state="absent"), "absent"),
        (tie("COLLABORATES_WITH", "a", "b", state="proposed"), "proposed"),
        (tie("PROVIDES", "a", "b", quotation("x")), "one_source"),
        (tie("MEMBER_OF", "a", "b", quotation("x", review="confirmed")), "membership"),
        (tie("PART_OF", "a", "b"), "membership"),
        (tie("OPERATES_IN", "a", "b", quotation("x")), "place"),
        (tie("ADDRESSES", "a", "b", quotation("x")), "other_line"),
        (tie("NO_SUCH_TYPE", "a", "b"), "other_line"),
    ],
)
def test_lines_are_those_of_an_eco_map(drawn: PictureTie, expected: str) -> None:
    """A seat or a place is never drawn as a tie, however well it is known."""
    assert stroke_key(drawn, joins_area=False) == expected


def test_whatever_joins_an_area_belongs_to_the_layer_of_places() -> None:
    """PART_OF an area is a place, PART_OF a council a membership."""
    assert stroke_key(tie("PART_OF", "a", "b"), joins_area=True) == "place"


def test_arrows_show_support_only() -> None:
    """Working together has no direction, and a seat is no support."""
    assert has_direction(tie("SUPPORTS", "a", "b"))
    assert not has_direction(tie("COLLABORATES_WITH", "a", "b"))
    assert not has_direction(tie("MEMBER_OF", "a", "b"))
