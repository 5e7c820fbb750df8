"""Messages: both languages know every key."""

from graph.messages import LANGUAGES, catalogue

KEYS = ("empty", "not_text", "no_structure", "one_character_a_line", "private_person", "masked", "empty_case", "open_area")


def test_both_languages_know_every_message_and_advice() -> None:
    """Each refusal says what happened and what to do, in Japanese and English."""
    for language in LANGUAGES:
        known = catalogue("loaders.case_studies", language)
        for key in KEYS:
            assert known[f"case_studies.{key}"]
            assert known[f"case_studies.{key}.advice"]
        assert known["case_studies.looked_for"]
