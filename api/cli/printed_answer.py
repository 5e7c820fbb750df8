"""The answer to a question, printed for reading."""

from collections.abc import Mapping

from api.answers import notes_in_words, summary, worded_header
from api.cells import in_words
from api.cli.output import line
from graph.messages import Messages
from graph.reading import Answer


def print_answer(answer: Answer, words: Messages, titles: Mapping[str, str]) -> None:
    """Print what was found among how many, the rows, what is to be known of them, and the next step.

    Args:
        answer: the answer.
        words: the texts in the language of the output.
        titles: dataset → its title.
    """
    header = worded_header(answer.question, words.language)
    if answer.is_given:
        line(summary(answer, words))
    for number, row in enumerate(answer.rows, start=1):
        line(f"{number}. {in_words(answer.question, row, words, titles)}")
    for note in notes_in_words(answer, words):
        line(f"※ {note}")
    if answer.rows and header["caution"]:
        line(header["caution"])
    if answer.rows and header["next_step"]:
        line(f"→ {header['next_step']}")
