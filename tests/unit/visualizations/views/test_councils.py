"""協議体と参加者."""

from dataclasses import replace

from tests.unit.visualizations.pictures import sample
from visualizations.views.councils import VIEW


def test_its_sentence_counts_seats_and_no_ties() -> None:
    """Two councils, ten bodies on them, eleven seats; nothing is said of bodies without ties."""
    seats = tuple(tie for tie in sample().ties if tie.type == "MEMBER_OF")
    ends = {end for tie in seats for end in (tie.start, tie.end)}
    picture = replace(sample(), nodes=tuple(node for node in sample().nodes if node.id in ends), ties=seats)

    page = VIEW.draw(picture, language="ja", limit=150)

    assert "協議体・会議 2、参加している団体など 10、席 11" in page
    assert "記載が見つからない団体" not in page.partition("<script")[0]
    assert "団体どうしのつながりは、この図には描いていません" in page
