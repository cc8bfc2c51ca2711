"""What goes wrong with the files of an engine: every engine reports it as the others do."""

import errno
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

from index.engines import backend
from index.errors import PASSING_ERRORS, Damaged
from tests.support.engines import LOCAL_ENGINES


@pytest.fixture(params=LOCAL_ENGINES)
def schema(request: pytest.FixtureRequest) -> ModuleType:
    return import_module(f"{backend(request.param).package}.schema")


@pytest.mark.parametrize("number", PASSING_ERRORS, ids=errno.errorcode.get)
def test_what_a_person_mends_outside_the_index_is_an_error_of_the_system(
    schema: ModuleType, number: int
) -> None:
    """Whoosh took too many open files for damage, tantivy did not."""
    with pytest.raises(OSError, match="presse") as raised, schema.readable(Path("presse")):
        raise OSError(number, "no")

    assert (raised.value.errno, raised.value.filename) == (number, "presse")


def test_the_number_of_the_error_is_read_in_what_rust_writes(schema: ModuleType) -> None:
    text = 'IoError { io_error: Os { code: 24, kind: Uncategorized, message: "Too many open files" } }'
    with pytest.raises(OSError, match="Too many open files"), schema.readable(Path("presse")):
        raise ValueError(text)


@pytest.mark.parametrize("error", [OSError(errno.EINVAL, "no"), ValueError("torn"), FileNotFoundError()])
def test_any_other_error_means_that_the_index_is_damaged(schema: ModuleType, error: Exception) -> None:
    with pytest.raises(Damaged), schema.readable(Path("presse")):
        raise error
