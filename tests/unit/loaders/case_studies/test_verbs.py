"""Verbs: what a verb says, in whatever form it stands."""

import pytest

from loaders.case_studies.frames import frames_of
from loaders.case_studies.verbs import receives, says


@pytest.mark.parametrize("text", ["町がサロンに補助している", "町がサロンへの補助を行い、", "町が費用を助成した"])
def test_forms_of_a_verb_say_the_same(text: str) -> None:
    """Conjugated, as a noun with する, or by another verb of the same meaning."""
    assert any(says(frame, "pays") for frame in frames_of(text))


def test_whoever_receives_does_not_give() -> None:
    """補助を受ける turns the direction."""
    frames = frames_of("サロンは町から補助を受けている")
    assert any(receives(frame) for frame in frames)
    assert not any(receives(frame) for frame in frames_of("町がサロンに補助している"))
