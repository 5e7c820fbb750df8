"""What goes into a view."""

from dataclasses import FrozenInstanceError

import pytest

from visualizations.contract import Picture


def test_a_picture_cannot_be_changed() -> None:
    """A view gets what the door read; nothing on the way alters it."""
    picture = Picture(title="図")

    with pytest.raises(FrozenInstanceError):
        picture.title = "別の図"  # type: ignore[misc]
