"""Progress of a work of several steps: said on a terminal, and nothing in a pipe."""

import io

from rich.console import Console

from api.cli.output import progress_steps
from api.wording import messages


def told(console: Console) -> None:
    with progress_steps("offices.csv", messages("ja"), console=console) as step:
        reading, writing = step("読み取り"), step("書き込み")
        for done in range(0, 5_000, 1_000):
            reading(done, 0)
        writing(2_500, 10_000)
        writing(5_000, 10_000)


def test_a_terminal_sees_each_step_with_how_many_a_second_and_what_is_left() -> None:
    """What is done, of how many, how fast, how long still; a total that nobody knows is a question mark."""
    shown = io.StringIO()

    told(Console(file=shown, force_terminal=True, width=160))

    for part in ("offices.csv 読み取り", "4,000/?", "offices.csv 書き込み", "5,000/10,000", "件/秒", "残り"):
        assert part in shown.getvalue()


def test_a_pipe_sees_nothing() -> None:
    """Not one character."""
    shown = io.StringIO()

    told(Console(file=shown, force_terminal=False, width=160))

    assert not shown.getvalue()
