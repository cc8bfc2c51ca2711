"""JSON that is longer than what is held, damaged, or both."""

import json
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import Unreadable
from corpus.readers.objects import stream
from corpus.readers.objects.envelope import Judge
from corpus.readers.objects.stream import Text, values

RECORDS = [
    {"id": f"a{number}", "titre": f"Titre {number}", "texte": "Le pont rouvre.",
     "auteurs": [{"id": 1, "nom": "Roy"}, {"id": 2, "nom": "Petit"}, {"id": 3, "nom": "Sarr"}]}
    for number in range(40)
]  # fmt: skip


@pytest.fixture(params=[7, 64, 1 << 20])
def chunk(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    """Return how many characters are read at once."""
    size = int(request.param)
    monkeypatch.setattr(stream, "_CHUNK_CHARACTERS", size)
    return size


def found(text: str) -> list[stream.Value]:
    return [*values(Text("", StringIO(text)), Judge(()))]


@pytest.mark.parametrize("indent", [None, 0, 2])
@pytest.mark.usefixtures("chunk")
def test_the_values_of_an_array_are_those_of_the_decoder_with_their_source_and_line(
    indent: int | None,
) -> None:
    text = f"\ufeff{json.dumps(RECORDS, indent=indent)}\n"
    read = found(text)
    assert [value.value for value in read] == RECORDS
    assert [json.loads(value.raw) for value in read] == RECORDS
    starts = [text.index(value.raw) for value in read]
    assert [value.number for value in read] == [text.count("\n", 0, start) + 1 for start in starts]


@pytest.mark.parametrize("indent", [None, 1, 4])
@pytest.mark.parametrize("number", [0, 7, 39])
@pytest.mark.parametrize("cut", [(1, None), (None, -1), (0, 0)])
@pytest.mark.usefixtures("chunk")
def test_a_bad_element_costs_one_element(
    indent: int | None, number: int, cut: tuple[int | None, int | None]
) -> None:
    title = f'"Titre {number}"'
    read = found(json.dumps(RECORDS, indent=indent).replace(title, title[slice(*cut)], 1))
    assert [value.value for value in read if not value.wrong] == RECORDS[:number] + RECORDS[number + 1 :]
    assert sum(value.wrong is not None for value in read) == 1


@pytest.mark.parametrize(
    "text",
    [
        f'{{"status": "ok", "facets": {{"a": [1]}}, "articles": {json.dumps(RECORDS)}, "n": 40}}',
        f'{{"response": {{"n": 40, "docs": {json.dumps(RECORDS, indent=2)}}}}}',
        json.dumps({record["id"]: record for record in RECORDS}),
    ],
    ids=["list", "nested list", "by id"],
)
def test_an_object_that_is_too_large_is_opened_as_it_is_read(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stream, "MAX_WHOLE_CHARACTERS", 600)
    monkeypatch.setattr(stream, "_CHUNK_CHARACTERS", 64)
    assert [value.value for value in found(text)] == RECORDS


def test_an_article_that_is_too_large_is_held_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stream, "MAX_WHOLE_CHARACTERS", 50)
    monkeypatch.setattr(stream, "_CHUNK_CHARACTERS", 64)
    record = {"titre": "Le pont", "texte": "Le pont rouvre. " * 100}
    assert [value.value for value in found(json.dumps(record))] == [record]


def test_a_value_that_memory_should_not_hold_is_rejected(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stream, "MAX_CHARACTERS", 1_000)
    monkeypatch.setattr(stream, "_CHUNK_CHARACTERS", 64)
    with pytest.raises(Unreadable, match=r"reading\.too_long"):
        found(f'{{"texte": "{"Le pont rouvre. " * 100}"}}')


def test_a_line_break_inside_a_text_is_taken_as_it_is() -> None:
    assert found('[{"texte": "Le pont\n\trouvre."}]')[0].value == {"texte": "Le pont\n\trouvre."}


@given(st.text(alphabet='[]{}",:a1\n \\', max_size=80))
def test_whatever_the_text_it_is_read_to_its_end(text: str) -> None:
    for value in found(text):
        assert value.wrong or json.loads(value.raw, strict=False) == value.value or value.value != value.value
