"""Network building in one area at a glance: who is not connected, who could be introduced, who could introduce them, whom to invite.

Nothing is asked here that its questions do not ask: their answers are put side by side, each with what it cannot say and
what to do next. A question that this program does not have is left out.
"""

from typing import Any

from api.answers import answer_shown, summary, worded_header
from graph.findings.rows import findings_of_rows
from graph.messages import Messages
from graph.query_files import questions
from graph.reading import Answer, Reader

PARTS = {
    "not_connected": "actors_without_ties",
    "could_be_introduced": "bridging_candidates",
    "could_introduce": "brokers",
    "to_invite": "providers_not_seated",
}
"""What a coordinator wants to know → the question that answers it, in the order of the work."""


def network_building(reader: Reader, area: str) -> list[tuple[str, Answer]]:
    """The answers about one area, each under what it is for.

    Raises:
        QueryMisused: the area is unknown or its name means several.
    """
    return [(part, reader.answer(gap, area=area)) for part, gap in PARTS.items() if gap in questions("gaps")]


def network_building_shown(reader: Reader, area: str, texts: Messages) -> dict[str, Any]:
    """The same as the command line with --json and the API give it out."""
    found = reader.areas.find(area)
    return {
        "area_id": found.id,
        "area": reader.areas.full_name(found.id),
        "parts": [
            {"part": part, "heading": texts(f"connect.{part}")}
            | {key: worded_header(answer.question, texts.language)[key] for key in ("title", "caution", "next_step")}
            | {"summary": summary(answer, texts) if answer.is_given else None}
            | answer_shown(answer, texts, findings_of_rows(reader, answer))
            for part, answer in network_building(reader, found.id)
        ],
    }
