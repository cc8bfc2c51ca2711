"""The order of the lines of a printed page, its paragraphs."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from corpus.readers.documents.layout import Run, lines, paragraphs

LEFT = (
    "Le conseil s’est réuni hier pour",
    "examiner le budget de la commune,",
    "qui compte neuf cents habitants",
    "et un port de pêche, sous la pluie.",
)
RIGHT = ("les pêcheurs attendaient depuis", "deux ans la réouverture du quai,", "qui a eu lieu mardi, devant une", "centaine de personnes du canton.")  # fmt: skip


def run(text: str, left: float, bottom: float, size: float = 10, width: float | None = None) -> Run:
    return Run(text, left, left + (len(text) * size / 2 if width is None else width), bottom, size)


def column(texts: Sequence[str], left: float, top: float = 700, size: float = 10) -> list[Run]:
    return [run(text, left, top - 12 * row, size) for row, text in enumerate(texts)]


def across(*columns: Sequence[Run]) -> list[Run]:
    return [one for row in zip(*columns, strict=True) for one in row]


def texts(runs: Sequence[Run]) -> list[str]:
    return [one.text for one in runs]


def test_columns_drawn_row_by_row_are_read_one_by_one() -> None:
    assert texts(lines(across(column(LEFT, 50), column(RIGHT, 300)))) == [*LEFT, *RIGHT]


def test_columns_drawn_one_by_one_stay_so_even_from_right_to_left() -> None:
    assert texts(lines([*column(RIGHT, 300), *column(LEFT, 50)])) == [*RIGHT, *LEFT]


def test_three_columns_below_a_headline_across_two_of_them() -> None:
    head = run("Un titre sur deux colonnes du journal", 50, 730, 20)
    third = [f"{text} bis" for text in LEFT]
    page = [head, *across(column(LEFT, 50), column(RIGHT, 300), column(third, 550))]
    assert texts(lines(page)) == [head.text, *LEFT, *RIGHT, *third]


def test_a_line_across_stands_between_what_is_above_and_below() -> None:
    middle = run("Une phrase en exergue sur toute la largeur de la page, entre deux articles", 50, 640)
    below = [f"{text} (suite)" for text in LEFT], [f"{text} (suite)" for text in RIGHT]
    page = [
        *across(column(LEFT, 50), column(RIGHT, 300)), middle,
        *across(column(below[0], 50, 620), column(below[1], 300, 620)),
    ]  # fmt: skip
    assert texts(lines(page)) == [*LEFT, *RIGHT, middle.text, *below[0], *below[1]]


def test_the_rows_of_a_table_are_read_as_rows() -> None:
    names = ("Valbourg", "Port-Lavant", "Marennes", "Orle", "Le Fanal")
    figures = ("12 %", "8 %", "31 %", "4 %", "7 %")
    page = across(column(names, 50), column(figures, 300))
    assert texts(lines(page)) == [f"{name} {figure}" for name, figure in zip(names, figures, strict=True)]
    long = [f"{name} est une commune du canton de l’Orle" for name in names]
    page = across(column(long, 50), column([f"Population : {figure}" for figure in figures], 300))
    assert len(lines(page)) == len(names)


def test_lines_that_fill_the_measure_are_one_paragraph_and_an_indent_begins_another() -> None:
    full = [
        run(text, 50, 700 - 12 * row, width=150)
        for row, text in enumerate(("Le port", "de la ville", "est ouvert", "Demain, il"))
    ]
    last = run("ferme.", 50, 652, width=40)
    following = [run("Le quai", 62, 640, width=138), run("aussi.", 50, 628, width=40)]
    found = paragraphs([*full, last, *following])
    assert [one.text for one in found] == [
        "Le port de la ville est ouvert Demain, il ferme.",
        "Le quai aussi.",
    ]


def test_lines_of_a_masthead_stay_lines() -> None:
    page = [
        run(text, 50, 700 - 14 * row)
        for row, text in enumerate(("L’Écho de Valbourg", "12 mars 2020", "Par Anne Roy"))
    ]
    assert [one.text for one in paragraphs(page)] == ["L’Écho de Valbourg", "12 mars 2020", "Par Anne Roy"]


def test_a_headline_over_two_lines_is_one() -> None:
    page = [
        run("Le port de Valbourg rouvre", 50, 740, 20, 400),
        run("après deux ans de travaux", 50, 716, 20, 380),
    ]
    assert [one.text for one in paragraphs(page)] == ["Le port de Valbourg rouvre après deux ans de travaux"]


def test_a_sentence_goes_on_in_the_next_column_and_an_initial_in_its_word() -> None:
    page = [
        run("L", 50, 690, 30),
        run("e port rouvre, et les pê-", 70, 700),
        run("cheurs reviennent.", 300, 700),
    ]
    assert [one.text for one in paragraphs(page)] == ["Le port rouvre, et les pêcheurs reviennent."]


RUNS = st.builds(
    run,
    st.text(st.characters(categories=["Ll", "Lu", "Nd"]), min_size=1, max_size=40),
    st.integers(0, 500).map(float),
    st.integers(0, 800).map(float),
    st.sampled_from([8.0, 10.0, 24.0]),
)


@given(st.lists(RUNS, max_size=40))
def test_no_word_of_a_page_is_lost(page: list[Run]) -> None:
    words = sorted(word for one in page for word in one.text.split())
    assert sorted(word for one in lines(page) for word in one.text.split()) == words
    letters = sorted("".join(words))
    assert sorted("".join(one.text.replace(" ", "") for one in paragraphs(lines(page)))) == letters
