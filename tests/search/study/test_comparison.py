"""What sets two answers apart, the same on every engine."""

from search.searcher import Page, Searcher
from search.study.comparison import Comparison, compare
from search.study.portrait import KINDS, WORDS


def compared(searcher: Searcher, first: str, second: str, most: int | None = None) -> Comparison:
    return compare(searcher, (first, second), Page(), KINDS, most)


def test_each_answer_has_its_words_and_its_names(searcher: Searcher) -> None:
    found = compared(searcher, "voile", "barrage")
    first, second = found.sides
    assert found.both == 0
    assert {"école", "élèves", "laïque"} <= {one.text for one in first.of_kind[WORDS]}
    assert {"turbines", "fleuve", "sécheresse"} <= {one.text for one in second.of_kind[WORDS]}
    assert [(one.text, one.here, one.there) for one in first.of_kind["person"]] == [("Awa Sarr-Koné", 30, 0)]
    assert [(one.text, one.here, one.there) for one in second.of_kind["org"]] == [("Office du fleuve", 30, 0)]
    assert first.of_kind["place"] == second.of_kind["place"] == ()


def test_to_swap_the_answers_mirrors_what_is_found(searcher: Searcher) -> None:
    there, back = (
        compared(searcher, "voile", "barrage OR récolte"),
        compared(searcher, "barrage OR récolte", "voile"),
    )
    assert there.sides == back.sides[::-1]
    assert there.both == back.both


def test_equal_answers_have_nothing_apart(searcher: Searcher) -> None:
    found = compared(searcher, "voile", "VOILES")
    assert found.both == found.sides[0].articles == 30
    assert not any(some for side in found.sides for some in side.of_kind.values())


def test_no_count_is_larger_than_its_answer(searcher: Searcher) -> None:
    found = compared(searcher, "voile OR barrage", "fleuve OR récolte")
    first, second = found.sides
    assert found.both == 30
    for side, other in ((first, second), (second, first)):
        for one in (one for some in side.of_kind.values() for one in some):
            assert one.here <= side.articles
            assert one.there <= other.articles
            assert one.here / side.articles > one.there / other.articles
            if one.kind == WORDS and "-" not in one.text:
                assert one.here == searcher.search(f"({side.line}) AND {one.text}").total.count


def test_nothing_is_set_apart_from_no_article(searcher: Searcher) -> None:
    found = compared(searcher, "voile", "zzzz")
    assert [side.articles for side in found.sides] == [30, 0]
    assert not any(some for side in found.sides for some in side.of_kind.values())
