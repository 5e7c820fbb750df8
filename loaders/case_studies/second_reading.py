"""A second reading of a document: what an endpoint of the user's own proposes for each of its cases. Input, and no facts yet."""

from collections.abc import Mapping

from loaders.case_studies.document import Document
from loaders.case_studies.extractors.case_text import case_texts
from loaders.case_studies.extractors.contract import Proposals
from loaders.case_studies.extractors.endpoint import SecondReader
from loaders.case_studies.formats.recognising import one_character_a_line
from loaders.case_studies.settings import SecondReaderSettings
from loaders.contract import Candidate


def second_reading(document: Document, candidate: Candidate, environment: Mapping[str, str]) -> tuple[tuple[str, Proposals], ...]:
    """The id of each case's municipality with what is proposed for it.

    Raises:
        SettingsInvalid: no endpoint is named, or a setting cannot be used; nothing has been sent.
        LoadStopped: more would be sent than allowed, or the endpoint does not answer as it should.
    """
    settings = SecondReaderSettings.from_environment(environment)
    texts = () if one_character_a_line(document.lines) else case_texts(document)
    if not texts:
        return ()  # what cannot be read is refused by `transform`, and need not leave
    found: list[tuple[str, Proposals]] = []
    with SecondReader(settings, candidate.name) as reader:
        reader.announce(texts, candidate.tell)
        for number, text in enumerate(texts, start=1):
            found.append((text.area.id, reader.propose(text)))
            candidate.progress(number, len(texts))
    return tuple(found)
