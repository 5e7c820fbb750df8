"""Notes of decisions: kept in words, within a length, without private persons."""

import pytest

from api.notes import noted
from graph.errors import QueryMisused
from graph.findings.following import LONGEST_NOTE


@pytest.mark.parametrize(
    ("why", "kept"), [("電話で確かめた", "電話で確かめた"), ("  名簿のとおり\n", "名簿のとおり"), ("", None), ("  ", None), (None, None)]
)
def test_a_note_is_kept_as_it_was_meant(why: str | None, kept: str | None) -> None:
    """Without what stands around it; nothing is nothing."""
    assert noted(why) == kept


@pytest.mark.parametrize(
    ("why", "key"),
    [
        ("会長の山田太郎さんに聞いた", "names_a_person"),
        ("い" * (LONGEST_NOTE + 1), "finding_note_long"),
    ],
)
def test_what_cannot_be_kept_is_refused(why: str, key: str) -> None:
    """A private person, and a text without end."""
    with pytest.raises(QueryMisused) as refused:
        noted(why)

    assert refused.value.key == key
