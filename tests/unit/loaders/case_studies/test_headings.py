"""Headings: which role a line gives to what stands below it, and how deep it stands."""

import pytest

from loaders.case_studies.headings import level_of, opened_section, role_of


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("構成員", "members"),
        ("協議体の構成", "members"),
        ("課題", "needs"),
        ("地域の概況", "overview"),
        ("具体的な取組内容", "services"),
        ("おしゃべりの会", "activity"),
    ],
)
def test_a_heading_gives_its_role(text: str, role: str) -> None:
    """By the words of the field in it, whatever stands around them."""
    assert role_of(text) == role


def test_marks_are_ordered_from_the_outside_in() -> None:
    """A number of two levels stands deeper than one of one, and a number in brackets deeper than both."""
    assert level_of("1 取組") < level_of("(1) 取組")
    assert level_of("## 取組") < level_of("### 取組")


def test_a_bracket_at_the_beginning_opens_a_section() -> None:
    """【構成】… is a heading and its text in one line; a bracket that is the end of a sentence is none."""
    opened = opened_section("【構成】市社協、民生委員")
    assert opened is not None
    assert opened[1] == "構成"
    assert opened_section("市社協（事務局）が開く") is None
