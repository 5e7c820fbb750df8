"""What every source promises, tested for every folder in loaders/ that has a LOADER.

Samples lie in tests/sample_data/<loader>/. A file whose name begins with `bad_` may be refused in part or as a whole;
every other file is one that the loader takes.
"""

import hashlib
import re
from pathlib import Path

import pytest

import loaders
from graph.errors import LoadStopped
from graph.messages import LANGUAGES, Messages, catalogue
from graph.model.definitions import Relationship, RelationshipKind
from graph.model.sources import KINDS_OF_FACT
from loaders.contract import Candidate, Problem
from loaders.registry import SHARED_WORDING
from tests.every_loader import LOADERS, candidate, load, samples, transformed

LIKELY = 0.5

GOOD = [pytest.param(folder, path, id=f"{folder}-{path.name}") for folder in LOADERS for path in samples(folder)]
BAD = [pytest.param(folder, path, id=f"{folder}-{path.name}") for folder in LOADERS for path in samples(folder, bad=True)]

NO_DOCUMENTS = {
    "empty": b"",
    "every byte": bytes(range(256)) * 16,
    "noise": b"".join(hashlib.sha256(bytes([number])).digest() for number in range(128)),
    "the beginning of a picture": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01\x00",
}

every_loader = pytest.mark.parametrize("folder", LOADERS)
every_sample = pytest.mark.parametrize(("folder", "path"), GOOD)
every_bad_sample = pytest.mark.parametrize(("folder", "path"), BAD)


def assert_explained(folder: str, key: str, values: dict[str, object]) -> None:
    """Both languages have key and advice, and every placeholder has its value."""
    for language in LANGUAGES:
        words = Messages((f"loaders.{folder}", *SHARED_WORDING), language)
        for one in (key, f"{key}.advice"):
            assert words.knows(one), f"{one} is missing in {folder}/catalogues/{language}.po"
            assert "{" not in words(one, **values)


def test_loaders_are_found_by_looking_at_the_folder() -> None:
    """Nothing lists the loaders."""
    assert "transport_register" in LOADERS


@every_loader
def test_it_has_the_name_of_its_folder_and_titles(folder: str) -> None:
    """What users type after --source is where its code lies."""
    loader = LOADERS[folder]
    assert loader.name == folder
    assert loader.title_ja
    assert loader.title_en


@every_loader
def test_it_explains_itself(folder: str) -> None:
    """A README says what it reads and what it could have shown."""
    assert (Path(loaders.__path__[0]) / folder / "README.md").is_file()


@every_loader
def test_both_catalogues_have_the_same_keys_and_placeholders(folder: str) -> None:
    """No message is missing in one language, and each says the same of the same values."""
    # Arrange
    japanese, english = (catalogue(f"loaders.{folder}", language) for language in LANGUAGES)

    # Assert
    assert set(japanese) == set(english) != set()
    for key, text in japanese.items():
        assert set(re.findall(r"{(\w+)", text)) == set(re.findall(r"{(\w+)", english[key])), key


@every_loader
def test_every_message_has_its_advice(folder: str) -> None:
    """What happened is never said without what to do; words of a file that goes out (`text.…`) are no messages."""
    keys = set(catalogue(f"loaders.{folder}", "ja"))
    explaining = {key for key in keys if key.endswith((".advice", "looked_for")) or key.startswith(("settings.", "text."))}
    without_advice = {key for key in keys - explaining if f"{key}.advice" not in keys}
    assert without_advice == set()


@every_loader
def test_it_has_samples(folder: str) -> None:
    """Without a file that it takes, the promises below are empty."""
    assert samples(folder)


@every_sample
def test_it_recognises_its_own_files(folder: str, path: Path) -> None:
    """Likely its own, and likelier than any other loader's; what it looks for can be said."""
    # Act
    scores = {name: loader.recognise(candidate(path)).score for name, loader in LOADERS.items()}
    looked_for = LOADERS[folder].recognise(candidate(path)).looked_for

    # Assert
    assert LIKELY < scores[folder] <= 1
    assert all(score < scores[folder] for name, score in scores.items() if name != folder)
    assert all(catalogue(f"loaders.{folder}", language).get(looked_for) for language in LANGUAGES)


@every_sample
def test_transform_is_repeatable(folder: str, path: Path) -> None:
    """The same records give the same facts in the same order."""
    # Arrange
    loader, file = LOADERS[folder], candidate(path)

    # Act
    first, second = transformed(loader, file), transformed(loader, file)

    # Assert
    assert first == second
    assert load(folder, path) == first


@every_sample
def test_a_good_file_gives_facts(folder: str, path: Path) -> None:
    """A sample that is not bad is taken, and each fact of a taken record is among the facts."""
    # Act
    found = load(folder, path)

    # Assert
    assert found.facts
    assert {one for ids in found.taken.values() for one in ids} <= {fact.id for fact in found.facts}


@pytest.mark.parametrize(("folder", "path"), GOOD + BAD)
def test_no_record_is_dropped_silently(folder: str, path: Path) -> None:
    """Rows in = taken + refused + set aside; a warning is about a record that was taken."""
    # Arrange
    try:
        found = load(folder, path)
    except LoadStopped:
        assert path.name.startswith("bad_")
        return

    # Act
    left_out = [one for one in found.problems if one.kind in {"refused", "set_aside"}]

    # Assert
    assert found.rows_in == len(found.taken) + len(left_out)
    assert {one.kind for one in found.problems} <= {"refused", "set_aside", "warning"}
    assert all(one.place for one in found.problems)


@every_sample
def test_every_fact_is_named_once_and_rests_on_evidence(folder: str, path: Path) -> None:
    """No fact without a quotation and the rule that read it; a name is never empty."""
    # Act
    facts = load(folder, path).facts

    # Assert
    assert len({fact.id for fact in facts}) == len(facts)
    for fact in facts:
        assert fact.what.is_fact
        assert fact.evidence
        assert all(one.quote and one.extractor for one in fact.evidence)
        assert {one.certainty for one in fact.evidence} <= {"explicit", "structural", "inferred"}
        assert isinstance(fact.what, Relationship) or fact.what.name


@every_sample
def test_relationships_stand_between_facts_of_the_load_as_declared(folder: str, path: Path) -> None:
    """Both ends are nodes of the same load (or areas), and of labels that the declaration allows."""
    # Arrange
    facts = load(folder, path).facts
    labels = {
        fact.id: {fact.what.label} | ({fact.also.label} if fact.also else set())
        for fact in facts
        if not isinstance(fact.what, Relationship)
    }

    # Assert
    for fact in facts:
        if isinstance(fact.what, Relationship):
            declared: RelationshipKind = type(fact.what)
            for end, allowed in ((fact.what.start, declared.starts), (fact.what.end, declared.ends)):
                assert end.id in labels or end.label == "Area"
                assert labels.get(end.id, {end.label}) & {one.label for one in allowed}
                assert end.label in labels.get(end.id, {end.label})


@every_sample
def test_the_scope_is_declared(folder: str, path: Path) -> None:
    """Each scope is of a known kind, exhaustive or examples, and named once."""
    # Act
    dataset = load(folder, path).dataset

    # Assert
    assert dataset.name
    assert dataset.title
    assert dataset.scopes
    assert {scope.kind for scope in dataset.scopes} <= set(KINDS_OF_FACT)
    assert {scope.coverage for scope in dataset.scopes} <= {"exhaustive", "examples"}
    assert len(set(dataset.scopes)) == len(dataset.scopes)


@pytest.mark.parametrize(("folder", "path"), GOOD + BAD)
def test_every_problem_is_explained(folder: str, path: Path) -> None:
    """Reason and advice of each problem exist in both languages, with a value for every placeholder."""
    # Arrange
    problems: tuple[Problem, ...] = ()
    try:
        problems = load(folder, path).problems
    except LoadStopped as stopped:
        assert_explained(folder, stopped.key, stopped.values)

    # Act, Assert
    for problem in problems:
        assert_explained(folder, problem.code, {**problem.values, "place": problem.place})


@every_bad_sample
def test_a_bad_file_has_something_to_say(folder: str, path: Path) -> None:
    """A bad sample is stopped or has problems: nothing about it stays silent."""
    try:
        found = load(folder, path)
    except LoadStopped:
        return
    assert found.problems


@every_loader
@pytest.mark.parametrize("content", NO_DOCUMENTS.values(), ids=NO_DOCUMENTS)
def test_what_is_no_document_is_stopped_with_its_reason(folder: str, content: bytes) -> None:
    """Empty and binary files are not its own, and reading one stops with reason and advice."""
    # Arrange
    loader, file = LOADERS[folder], Candidate(path=Path("file"), content=content)

    # Act
    score = loader.recognise(file).score
    with pytest.raises(LoadStopped) as stopped:
        loader.transform(loader.read(file), file)

    # Assert
    assert score == 0
    assert_explained(folder, stopped.value.key, stopped.value.values)
