"""Errors: one family, the class name is the code, key and values instead of words."""

import inspect

import pytest

import graph.errors
from graph.errors import ClusterUnavailable, DatabaseUnavailable, LoadStopped, QueryMisused, RecordRejected, TsunaguError, ViewTooLarge

FAMILY = [kind for _, kind in inspect.getmembers(graph.errors, inspect.isclass) if issubclass(kind, TsunaguError)]


@pytest.mark.parametrize("kind", FAMILY)
def test_the_class_name_is_the_code(kind: type[TsunaguError]) -> None:
    """Callers and users see the same word."""
    error = kind("key", place="行 2") if kind is RecordRejected else kind("key")
    assert error.code == kind.__name__


@pytest.mark.parametrize("kind", FAMILY)
def test_every_error_says_who_acts(kind: type[TsunaguError]) -> None:
    """Each class has a sentence of its own."""
    assert kind.__doc__


def test_an_error_carries_key_and_values() -> None:
    """The words are put in where it is shown."""
    error = LoadStopped("missing_columns", columns="a、b")
    assert (error.key, error.values) == ("missing_columns", {"columns": "a、b"})


def test_a_rejected_record_has_its_place() -> None:
    """The place is kept apart and among the values."""
    error = RecordRejected("unknown_area", "行 5, 列 area", name="架空市")
    assert (error.place, error.values["place"], error.values["name"]) == ("行 5, 列 area", "行 5, 列 area", "架空市")


def test_only_what_does_not_answer_may_come_back() -> None:
    """Trying again helps where a database or a cluster is away, and nowhere else."""
    assert {kind for kind in FAMILY if kind.transient} == {ClusterUnavailable, DatabaseUnavailable}


def test_a_view_that_is_too_large_is_the_callers_to_change() -> None:
    """It is caught with the other misuses."""
    assert issubclass(ViewTooLarge, QueryMisused)
