"""What running heads and feet say: a paper, a section, a day, a page; and what they do not say."""

import pytest

from corpus.dates.values import parse_date
from corpus.readers.documents.layout import Run
from corpus.readers.documents.page_heads import PageHead, page_above, page_head

DAY = parse_date("2021-03-03")


def row(*texts: str, bottom: float = 800) -> list[Run]:
    return [Run(text, 40 + 150 * place, 140 + 150 * place, bottom, 10) for place, text in enumerate(texts)]


@pytest.mark.parametrize(
    ("texts", "said"),
    [
        (["Le Progrès", "RÉGION", "Mercredi 3 mars 2021", "7"], ("Le Progrès", "RÉGION", DAY, "7")),
        (["Le Progrès | RÉGION | Mercredi 3 mars 2021 | 7"], ("Le Progrès", "RÉGION", DAY, "7")),
        (["7", "Le Fanal", "3 mars 2021"], ("Le Fanal", "", DAY, "7")),
        (["L’Écho de Valbourg – mercredi 3 mars 2021 – page 12"], ("L’Écho de Valbourg", "", DAY, "12")),
        (["page 4"], ("", "", None, "4")),
        (["p. AIN14"], ("", "", None, "AIN14")),
        (["pp. 3-4"], ("", "", None, "3-4")),
        (["4"], ("", "", None, "")),
        (["Page 1 sur 3"], ("", "", None, "")),
        (["LPR - 01 - V1"], ("", "", None, "")),
        (["Le port de Valbourg rouvre"], ("", "", None, "")),
        (["Revue de presse", "3 mars 2021"], ("", "", DAY, "")),
        (["Rapport annuel", "3 mars 2021"], ("", "", DAY, "")),
    ],
)
@pytest.mark.parametrize("bottom", [800, 20])
def test_the_parts_of_a_row_say_what_they_are(
    texts: list[str], said: tuple[object, ...], bottom: float
) -> None:
    found = page_head(row(*texts, bottom=bottom), 842, [])
    assert found[:4] == said
    assert bool(found.rows) == any(said)


def test_lines_of_the_text_and_lines_outside_the_margins_are_no_heads() -> None:
    head = row("Le Progrès", "3 mars 2021")
    kept = [head[0]._replace(text="Le Progrès 3 mars 2021")]
    assert page_head(head, 842, kept) == PageHead()
    assert page_head(row("Le Progrès", "3 mars 2021", bottom=600), 842, []) == PageHead()


@pytest.mark.parametrize(
    ("line", "page"),
    [
        ("Mercredi 3 décembre 2025 - p. 4", "4"),
        ("Le Fanal • p. AIN14 • 312 mots", "AIN14"),
        ("Le Fanal, 12 mars 2024, p. 3 – par Anne Roy", "3"),
        ("Page 12", "12"),
        ("Voir page 4", ""),
        ("Le livre a 4 p. et un index", ""),
        ("Le port rouvre", ""),
    ],
)
def test_the_page_stands_between_signs_in_a_short_line(line: str, page: str) -> None:
    assert page_above(["Le Fanal", line]) == page
    assert page_above(["Un long paragraphe, de plus de cent vingt signes. " * 3, line]) == ""
