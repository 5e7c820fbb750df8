"""What stands behind a typed-in fact is in order before anything is looked up."""

from datetime import date

import pytest

from graph.by_hand.organizations import right_corporate_number
from graph.by_hand.saying import LONGEST_NAME, LONGEST_TEXT, Saying, field_named, long_text, short_text
from graph.errors import QueryMisused
from graph.messages import Messages
from graph.places import place_of

TODAY = date(2026, 11, 23)
JA, EN = Messages(("graph",), "ja"), Messages(("graph",), "en")
FIELDS = ("name", "kana", "address", "words", "kind", "council", "role", "by", "days", "fee", "target", "text", "answered_by")


def test_the_words_are_the_quotation_else_what_was_typed() -> None:
    """Exactly the characters, and the place says who said it and when."""
    said = Saying(said_by="社協職員", on=TODAY, words="  バスが\nなくなった ").checked(today=TODAY)
    silent = Saying(said_by="coordinator", on=TODAY).checked(today=TODAY)

    assert said.quotation(["いろは会"], area_id=None).quote == "バスが\nなくなった"
    assert silent.quotation(["いろは会", "伊賀市"], area_id=None).quote == "いろは会 / 伊賀市"
    assert place_of({"place": said.quotation([], area_id=None).place}, JA) == "社協職員の話（2026-11-23）"
    assert place_of({"place": silent.quotation(["x"], area_id=None).place}, JA) == "生活支援コーディネーターの話（2026-11-23）"
    assert place_of({"place": silent.quotation(["x"], area_id=None).place}, EN) == "said by a coordinator on 2026-11-23"


def test_what_was_said_is_for_members_unless_somebody_says_otherwise() -> None:
    """Not public by accident."""
    assert Saying(said_by="住民", on=TODAY).checked(today=TODAY).visibility == "members"


@pytest.mark.parametrize(
    ("saying", "key"),
    [
        (Saying(said_by="住民", on=date(2026, 11, 24)), "said_in_the_future"),
        (Saying(said_by="住民", on=TODAY, visibility="everybody"), "unknown_visibility"),
        (Saying(said_by="山田太郎", on=TODAY), "said_by_no_role"),
        (Saying(said_by="住民", on=TODAY, words="  "), "typed_nothing"),
        (Saying(said_by="住民", on=TODAY, words="あ" * (LONGEST_TEXT + 1)), "typed_too_long"),
        (Saying(said_by="住民", on=TODAY, words="あ\x1b[2Jい"), "typed_unseen"),
    ],
)
def test_what_is_not_in_order_is_refused(saying: Saying, key: str) -> None:
    """A day to come, a level that is none, no role, no words, too many, or unseen characters."""
    with pytest.raises(QueryMisused, match=key):
        saying.checked(today=TODAY)


def test_a_name_is_one_line_of_bearable_length() -> None:
    """Spaces around it go, everything else stays; a line break is refused."""
    assert short_text("name", " <b>'; DROP TABLE x; --</b>　$x {id} ") == "<b>'; DROP TABLE x; --</b>　$x {id}"
    assert long_text("words", "一行\n二行") == "一行\n二行"
    for text, key in (
        ("", "typed_nothing"),
        ("あ\nい", "typed_unseen"),
        ("あ\u200bい", "typed_unseen"),
        ("あ" * (LONGEST_NAME + 1), "too_long"),
    ):
        with pytest.raises(QueryMisused, match=key):
            short_text("name", text)


def test_every_field_has_its_name_in_both_languages() -> None:
    """A refusal says which, in words."""
    for words in (JA, EN):
        assert all(words.knows(field_named(field).key) for field in FIELDS)


def test_a_corporate_number_is_checked_by_its_check_digit() -> None:
    """法務省 has 1000012030001; in any width, with or without hyphens; one digit wrong is refused."""
    assert right_corporate_number("1000012030001") == right_corporate_number("１-0000-1203-0001") == "1000012030001"
    for wrong in ("1000012030002", "2000012030001", "100001203000", "いろは", "10000120300010"):
        with pytest.raises(QueryMisused, match="corporate_number_wrong"):
            right_corporate_number(wrong)
