"""A line that stands beside many texts of a source is furniture; a story that a paper prints again and again is not."""

import math
import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.lines import Recurring, line_digests
from corpus.recurring import (
    MIN_SHARE,
    MIN_SHARE_ANYWHERE,
    MIN_SHARE_OF_PROSE,
    MIN_TEXTS,
    MIN_TEXTS_ANYWHERE,
    MIN_TEXTS_OF_PROSE,
    recurring,
    recurring_lines,
)
from tests.support.press import article

SLOGAN = "Le Phare, le journal de toute la côte"
NOTICE = "En images : le direct de notre rédaction"
SENTENCE = "Il conteste les faits qui lui sont reprochés."
BACKGROUND = (
    "Ysolde Karvennec, qui dirigeait le syndicat des phares, est poursuivie depuis mai 2023 pour prise illégale d’intérêts ; "
    "elle conteste les faits"
)
CALL = "Vous lisez un journal qui ne vit que de ses lecteurs : recevez-le chaque matin chez vous, ou sur votre écran, sans engagement"
LONG = "Le port rouvre après trois mois de travaux. " * 8


def texts(articles: int) -> list[list[str]]:
    """Return articles of which no line recurs."""
    return [[f"Le quai {name} rouvre.", f"Le bac {name} part lundi."] for name in names(articles)]


def long_texts(articles: int) -> list[list[str]]:
    """Return articles of which no line recurs, and of which one sentence more is a small part."""
    return [[f"{line} Rien d’autre n’est dit de ce lieu." * 6 for line in lines] for lines in texts(articles)]


def names(number: int) -> list[str]:
    letters = "abcdefghij"
    return ["".join(letters[int(digit)] for digit in str(one)) for one in range(number)]


def found(articles: Sequence[Sequence[str]], sources: Sequence[str] | None = None) -> list[tuple[int, ...]]:
    """Return the furniture of articles, which are of one source unless others are given."""
    return recurring(
        sources or ["le phare"] * len(articles), [line_digests("\n".join(lines)) for lines in articles]
    )


def test_without_articles_nothing_is_furniture() -> None:
    assert recurring([], []) == []


def test_a_line_at_the_end_of_five_articles_is_furniture() -> None:
    assert found([[*lines, SLOGAN] for lines in texts(5)]) == [(2,)] * 5


def test_four_articles_are_too_few() -> None:
    assert found([[*lines, SLOGAN] for lines in texts(4)]) == [()] * 4


def test_a_line_at_the_top_is_furniture() -> None:
    assert found([[SLOGAN, *lines] for lines in texts(5)]) == [(0,)] * 5


def test_a_line_in_few_articles_of_a_large_source_is_an_accident() -> None:
    assert not any(found([[*lines, SLOGAN] for lines in texts(5)] + texts(1200)))


def test_only_the_articles_with_the_line_lose_it() -> None:
    assert found([[*lines, SLOGAN] for lines in texts(5)] + [["Une brève."]]) == [*[(2,)] * 5, ()]


def test_a_block_of_lines_is_furniture_down_to_its_last_line() -> None:
    block = ["Partagez", "Par courriel", "Sur le réseau", "Imprimez", SLOGAN]
    assert found([[*lines, *block] for lines in texts(5)]) == [(2, 3, 4, 5, 6)] * 5


def test_one_line_of_the_text_may_stand_below_it() -> None:
    assert found([[*lines, SLOGAN, f"Lien {lines[0]}"] for lines in texts(5)]) == [(2,)] * 5


def test_a_line_in_the_middle_needs_more_articles() -> None:
    def around(lines: list[str]) -> list[str]:
        return [*lines, NOTICE, *(f"{line} Encore." for line in lines)]

    assert found([around(lines) for lines in texts(9)]) == [()] * 9
    assert found([around(lines) for lines in texts(10)]) == [(2,)] * 10


def test_a_story_that_is_printed_again_with_a_few_words_more_stays_whole() -> None:
    story = ["Le pont est fermé.", "Un camion l’a heurté dans la nuit.", "La mairie attend un expert."]
    again = [[*story[:place], "Une déviation est en place.", *story[place:]] for place in (1, 2)]
    assert found([story] * 6 + again * 3 + texts(30)) == [()] * 42


def test_an_article_of_nothing_but_furniture_keeps_it() -> None:
    assert found([[*lines, SLOGAN] for lines in texts(5)] + [[SLOGAN]]) == [*[(2,)] * 5, ()]


def test_a_paragraph_recurs_with_its_story() -> None:
    assert found([[*lines, LONG] for lines in texts(6)]) == [()] * 6


@pytest.mark.parametrize("sentence", [SENTENCE, BACKGROUND])
@pytest.mark.parametrize(("printed_in", "others"), [(5, 0), (8, 200), (40, 160), (40, 0), (100, 200)])
@pytest.mark.parametrize("position", [0, 1, 2])
def test_what_a_paper_prints_again_of_a_story_it_follows_stays(
    sentence: str, printed_in: int, others: int, position: int
) -> None:
    articles = long_texts(printed_in + others)
    for lines in articles[:printed_in]:
        lines.insert(position, sentence)
    assert not any(found(articles))


def test_background_stays_above_a_line_that_is_furniture() -> None:
    articles = [[*lines, BACKGROUND, SLOGAN] for lines in long_texts(8)]
    assert found(articles) == [(3,)] * 8


@pytest.mark.parametrize("sentence", [SENTENCE, BACKGROUND, CALL])
def test_a_sentence_that_nearly_all_articles_have_is_furniture(sentence: str) -> None:
    articles = [[*lines, sentence] for lines in long_texts(MIN_TEXTS_OF_PROSE)]
    assert found(articles) == [(2,)] * MIN_TEXTS_OF_PROSE
    assert found(articles[1:]) == [()] * (MIN_TEXTS_OF_PROSE - 1)


@pytest.mark.parametrize("editions", [5, 6, 12, 60])
def test_a_piece_in_regional_editions_stays_whole(editions: int) -> None:
    piece = [
        "L’école des Îlots gardera ses trois classes, a dit lundi l’inspection d’académie.",
        "Un car matin et soir",
        "« Nous avons tenu quatre semaines », dit une mère d’élève.",
        "Avec les parents",
    ]
    own = [[f"Le bourg de {name} a fêté la nouvelle.", *piece] for name in names(editions)]
    assert not any(found(own))
    assert not any(found(own + texts(100)))


def test_the_slogan_of_a_paper_is_found_below_editions_and_other_articles() -> None:
    piece = [
        "L’école des Îlots gardera ses trois classes, a dit l’inspection.",
        "Le car passera matin et soir.",
    ]
    editions = [[f"Le bourg de {name} a fêté la nouvelle.", *piece, SLOGAN] for name in names(6)]
    assert found(editions) == [()] * 6
    assert found(editions + [[*lines, SLOGAN] for lines in texts(5)]) == [*[(3,)] * 6, *[(2,)] * 5]


def test_a_date_in_a_line_does_not_make_it_another_one() -> None:
    days = (
        "lundi 3 mars 2024 à 9h12",
        "2024-03-04 à 10 h 05",
        "05/04/2024 à 17:40",
        "1er avril à 6h00",
        "2023 à 8h30",
    )
    articles = [[f"Mis en ligne le {day}", *lines] for day, lines in zip(days, texts(5), strict=True)]
    assert found(articles) == [(0,)] * 5


def test_the_figures_of_the_news_stay() -> None:
    articles = [[f"L’indice perd {number},{number} %", *lines] for number, lines in enumerate(texts(9))]
    assert found(articles) == [()] * 9


def test_each_source_has_its_own_furniture() -> None:
    articles = [[*lines, SLOGAN] for lines in texts(5)] + texts(1200)
    assert found(articles, ["le phare"] * 5 + ["le jour"] * 1200) == [*[(2,)] * 5, *[()] * 1200]


def test_what_a_database_prints_on_articles_of_many_sources_is_furniture() -> None:
    articles = [[*lines, "Document édité pour usage privé"] for lines in texts(5)]
    assert found(articles, ["a", "b", "c", "d", "e"]) == [(2,)] * 5


def test_articles_without_a_source_are_those_of_their_folder() -> None:
    bodies = ["\n".join([*lines, SLOGAN]) for lines in texts(5)]
    here = [article(f"a{n}", body=body, path=f"phare/{n}.txt") for n, body in enumerate(bodies)]
    others = [
        article(f"b{n}", body="\n".join(lines), path=f"jour/{n}.txt") for n, lines in enumerate(texts(1200))
    ]
    assert recurring_lines([*here, *others]) == [Recurring("", SLOGAN, 5)]


def test_the_lines_that_recur_are_shown_with_their_source_and_their_articles() -> None:
    bodies = ["\n".join([*lines, SLOGAN]) for lines in texts(12)]
    days = [
        "\n".join([f"Version du {day} mai 2024", *lines, SLOGAN.upper()])
        for day, lines in enumerate(texts(6), start=1)
    ]
    articles = [article(f"a{n}", body=body, source="Le Jour") for n, body in enumerate(bodies)]
    articles += [article(f"b{n}", body=body, source="Le Phare") for n, body in enumerate(days)]
    assert recurring_lines(iter(articles)) == [
        Recurring("Le Jour", SLOGAN, 12),
        Recurring("Le Phare", SLOGAN, 6),
        Recurring("Le Phare", "Version du 1 mai 2024", 6),
    ]


PROSE = ["le bac part lundi matin.", "le bac reste à quai demain.", "le quai est fermé depuis l’hiver."]
LINES = st.lists(
    st.sampled_from(["un", "deux", "trois", *map(str, range(40)), *PROSE, LONG, f"{LONG}!"]),
    min_size=1,
    max_size=5,
)
SOURCED = st.tuples(st.sampled_from("ab"), LINES)
RECURRING = st.tuples(
    st.sampled_from("ab"),
    st.tuples(
        st.sampled_from(["un", "deux", "1", *PROSE]),
        st.one_of(
            st.integers(1, 10**6).map(lambda n: f"x{n}"),
            st.integers(1, 10**6).map(lambda n: f"le bac numéro x{n} part à midi."),
        ),
    ).map(list),
)


def naive(sources: Sequence[str], articles: Sequence[Sequence[str]]) -> list[tuple[int, ...]]:
    """Return the furniture as the docstrings of the module say it, line by line."""
    whole = _furniture(["all"] * len(sources), articles)
    lines = _furniture(sources, articles) | (whole if len(set(sources)) > 1 else set())
    per_article = [
        tuple(number for number in range(len(printed)) if (row, number) in lines)
        for row, printed in enumerate(articles)
    ]
    return [
        () if len(numbers) == len(printed) else numbers
        for numbers, printed in zip(per_article, articles, strict=True)
    ]


def _furniture(sources: Sequence[str], articles: Sequence[Sequence[str]]) -> set[tuple[int, int]]:
    rows = defaultdict[tuple[str, str], set[int]](set)
    for row, (source, printed) in enumerate(zip(sources, articles, strict=True)):
        for line in printed:
            rows[source, line].add(row)
    stories = [_story(row, source, articles[row], rows) for row, source in enumerate(sources)]
    texts_with = {key: {stories[row] for row in having} for key, having in rows.items()}
    size = {source: sources.count(source) for source in sources}
    least = {source: max(MIN_TEXTS, math.ceil(MIN_SHARE * size[source])) for source in size}
    recurs = {
        key for key, having in texts_with.items() if len(key[1]) <= 250 and len(having) >= least[key[0]]
    }
    before, behind = defaultdict[tuple[str, str], set[str]](set), defaultdict[tuple[str, str], set[str]](set)
    edges = defaultdict[tuple[str, str], list[bool]](list)
    for source, printed in zip(sources, articles, strict=True):
        text = [(source, line) not in recurs for line in printed]
        for number, line in enumerate(printed):
            if text[number] or not any(text):
                continue
            above = [other for other, is_text in zip(printed[:number], text[:number], strict=True) if is_text]
            below = [other for other, is_text in zip(printed[number:], text[number:], strict=True) if is_text]
            before[source, line].update(above[-1:])
            behind[source, line].update(below[:1])
            edges[source, line].append(min(len(above), len(below)) < 2)
    furniture = set()
    for key, stands in edges.items():
        beside = min(max(len(before[key]), len(behind[key])), len(texts_with[key]))
        if _prose(key[1]):
            needed = max(MIN_TEXTS_OF_PROSE, MIN_SHARE_OF_PROSE * size[key[0]])
        elif sum(stands) * 2 >= len(stands):
            needed = least[key[0]]
        else:
            needed = max(MIN_TEXTS_ANYWHERE, MIN_SHARE_ANYWHERE * size[key[0]])
        if beside >= needed:
            furniture.add(key)
    return {
        (row, number)
        for row, (source, printed) in enumerate(zip(sources, articles, strict=True))
        for number, line in enumerate(printed)
        if (source, line) in furniture
    }


def _prose(line: str) -> int:
    return min(len(line), 255) if len(line) > 100 or (line.endswith(".") and line.count(" ") > 2) else 0


def _story(
    row: int, source: str, printed: Sequence[str], rows: Mapping[tuple[str, str], set[int]]
) -> tuple[int, str]:
    """Return what the editions of one text have in common: the line of prose that most articles have."""
    again = [line for line in printed if _prose(line) and len(rows[source, line]) > 1]
    if not again or 3 * sum(map(_prose, again)) <= sum(map(_prose, printed)):
        return row, ""
    return -1, min(again, key=lambda line: (-len(rows[source, line]), _digest_number(line)))


def _digest_number(line: str) -> int:
    return int.from_bytes(line_digests(line), sys.byteorder)


CORPORA = st.lists(st.one_of(SOURCED, RECURRING), min_size=1, max_size=40)


@given(CORPORA)
@settings(deadline=None, max_examples=300)
def test_the_decision_is_the_one_that_is_described(corpus: list[tuple[str, list[str]]]) -> None:
    sources, articles = [source for source, _ in corpus], [lines for _, lines in corpus]
    assert found(articles, sources) == naive(sources, articles)


@given(CORPORA, st.randoms(use_true_random=False))
@settings(deadline=None)
def test_the_order_of_the_articles_does_not_matter(
    corpus: list[tuple[str, list[str]]], random: Random
) -> None:
    rows = list(range(len(corpus)))
    random.shuffle(rows)
    straight = found([lines for _, lines in corpus], [source for source, _ in corpus])
    shuffled = found([corpus[row][1] for row in rows], [corpus[row][0] for row in rows])
    assert shuffled == [straight[row] for row in rows]


@pytest.mark.parametrize("share", [0.03, 0.2, 1.0])
def test_a_source_of_three_hundred_articles_shows_its_furniture(share: float) -> None:
    random = Random(7)
    articles = [[*lines, SLOGAN] if random.random() < share else lines for lines in texts(300)]
    assert found(articles) == [(2,) if SLOGAN in lines else () for lines in articles]
