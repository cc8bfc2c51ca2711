"""The headline of a document, and the titles that programs write."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.article import Found
from corpus.readers.documents.document import Line, article, stated_title
from corpus.readers.record import Record

TEXT = "Le vieux port de Valbourg a rouvert mardi, après deux ans de travaux et bien des retards."


def title(lines: list[Line], stated: str = "") -> str:
    return article(lines, Record(raw="", text="", title=stated), path="a.docx").title


@pytest.mark.parametrize(
    "written",
    [
        "Microsoft Word - Document1", "Document2", "Sans titre", "Sans titre 1", "untitled", "revue.indd", "Title", "Page 3",
        "Présentation PowerPoint", "Nouveau document Microsoft Word", "abc", "  ", "Mise en page 1", "SCAN_0042",
    ],
)  # fmt: skip
def test_a_program_wrote_it(written: str) -> None:
    assert stated_title(written) == ""


@pytest.mark.parametrize("written", ["Le port rouvre", "Documentaire sur le port", "Scandale au port"])
def test_a_person_wrote_it(written: str) -> None:
    assert stated_title(written) == written


def test_the_highest_heading_among_the_first_lines_is_the_headline() -> None:
    lines = [Line("Société", 2), Line("Le port de Valbourg rouvre", 1), Line(TEXT)]
    assert title(lines) == "Le port de Valbourg rouvre"


def test_a_line_that_the_file_has_as_title_is_the_headline() -> None:
    lines = [Line("Valbourg"), Line("Société"), Line("Enfin ouvert !"), Line(TEXT)]
    assert title(lines, "Enfin ouvert !") == "Enfin ouvert !"


def test_a_heading_alone_is_the_article() -> None:
    assert title([Line("Le port rouvre", 1)]) == "Le port rouvre"


@given(st.lists(st.builds(Line, st.text(), st.one_of(st.none(), st.integers(0, 9))), min_size=1), st.text())
def test_any_line_that_is_read_stands_in_the_raw_text(lines: list[Line], stated: str) -> None:
    lines.append(Line(TEXT))
    found = article(lines, Record(raw="", text="", title=stated), path="a.docx")
    assert found.raw == "\n".join(line.text for line in lines if line.text.strip())
    assert found.title
    assert found.body


def test_a_day_alone_among_many_lines_above_the_headline_is_that_of_the_article() -> None:
    labels = [Line(f"Rubrique {number}") for number in range(9)]
    below = [Line("Le port de Valbourg rouvre", 0), Line(TEXT)]
    record = Record(raw="", text="")
    found = article([*labels, Line("Lundi 2 octobre 2023"), *below], record, path="a.docx")
    assert (str(found.date), found.date_found) == ("2023-10-02", Found.LINE)
    days = [Line("2 octobre 2023"), Line("3 octobre 2023")]
    assert article([*labels, *days, *below], record, path="a.docx").date is None
