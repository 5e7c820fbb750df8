"""団体のまわり."""

import json
import re
from dataclasses import replace

from tests.unit.visualizations.pictures import sample
from visualizations.views.organization import VIEW


def test_it_opens_with_what_is_around_its_start() -> None:
    """The document carries the whole, the start, and what is shown at first; its sentence claims nothing of what lies outside."""
    # Arrange
    picture = replace(sample(), start="otagai", opened=("otagai", "houkatsu", "bin"))

    # Act
    page = VIEW.draw(picture, language="ja", limit=150)

    # Assert
    found = re.search(r'id="content">(.*?)</script>', page, re.DOTALL)
    assert found
    content = json.loads(found[1])
    assert (content["start"], content["opened"], len(content["nodes"])) == ("otagai", ["otagai", "houkatsu", "bin"], 28)
    assert "まわりの団体・機関 2、図の中のつながり 1件" in page
    assert "記載が見つからない団体" not in content["summary"]
