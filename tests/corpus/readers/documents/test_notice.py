"""The notice that Europresse prints above an article."""

import pytest

from corpus.readers.documents.document import Line
from corpus.readers.documents.notice import Notice, notice

LABELS = [
    "Nom de la source", "Le Fanal (Valbourg) - Édition Sud", "Type de source", "Presse • Journaux", "Périodicité", "Quotidien",
    "Provenance", "Valbourg, France",
]  # fmt: skip
BELOW = ["Lundi 2 octobre 2023", "Le bac reprend", "Le bac de Valbourg a repris jeudi ses passages."]


def lines(*texts: str) -> list[Line]:
    return [*map(Line, texts)]


def test_a_notice_says_the_source_the_edition_the_page_and_the_number() -> None:
    again = "Le Fanal (Valbourg) - Édition Sud • p. SUD14 • 312 mots"
    found = notice(lines(*LABELS, again, *BELOW, "news·20231002·FAN·4a7e-11"))
    assert found == Notice(
        lines(*BELOW), "Le Fanal (Valbourg)", "Édition Sud", "SUD14", "news·20231002·FAN·4a7e-11"
    )


@pytest.mark.parametrize("texts", [BELOW, [*LABELS[:4], *BELOW], LABELS[2:], [*LABELS, *LABELS], []])
def test_lines_without_a_whole_notice_stay(texts: list[str]) -> None:
    assert notice(lines(*texts)) == Notice(lines(*texts))
