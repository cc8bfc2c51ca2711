"""The studies of an answer in the shell: concordance and timeline."""

from index.engine import Sort
from search.shell.session import Session
from tests.search.shell.replies import failed, typed


def test_a_number_of_the_concordance_opens_its_article(session: Session) -> None:
    session, shown = typed(session, ":kwic securite --sort left -n 4")
    rank, day = shown.splitlines()[1].split()[:2]
    after, article = typed(session, rank)
    assert day in article
    assert after.line == "securite"
    assert typed(session, ":kwic -n 4 --sort gauche")[1] == shown


def test_a_number_after_a_concordance_of_other_words_is_a_rank_of_their_answer(session: Session) -> None:
    expected, _ = typed(session, "port", "2")
    after, _ = typed(session, "securite", ":kwic port", "2")
    assert after.opened
    assert expected.opened
    assert after.opened.reading.article == expected.opened.reading.article
    assert typed(session, "securite", ":kwic port", ":results")[1] == typed(session, "port")[1]


def test_a_concordance_of_the_last_query_leaves_it_and_its_filters(session: Session) -> None:
    session, _ = typed(session, "securite", ":filter date:2025-11", ":sort newest")
    after, shown = typed(session, ":k")
    assert after == session
    assert shown.splitlines()[1].split()[1].startswith("2025-11")
    after, _ = typed(session, ":k maroc --sort relevance")
    assert (after.line, after.filters, after.sort) == ("maroc", session.filters, Sort.RELEVANCE)


def test_a_kwic_that_cannot_be_shown_is_said(session: Session) -> None:
    assert "type :kwic WORDS" in failed(session, ":kwic")
    assert failed(session, ":kwic maroc --zorro").endswith("type :help\n")
    assert "zorro" in failed(session, ":kwic maroc --sort zorro")
    assert typed(session, ":kwic zanzibar")[1] == "no article\n"


def test_the_shell_compares_the_last_query_with_others(session: Session) -> None:
    session, _ = typed(session, "securite", ":filter date:2025")
    after, shown = typed(session, ":timeline ; maroc --by month")
    assert after == session
    assert "printed within date:2025" in shown
    assert shown.splitlines()[2].split() == ["printed", "securite", "maroc"]
    assert typed(session, ":tl securite ; maroc --by mois")[1] == shown


def test_a_timeline_that_cannot_be_shown_is_said(session: Session) -> None:
    assert "type :timeline WORDS" in failed(session, ":timeline")
    assert "type :timeline WORDS" in failed(session, ":timeline ; maroc")
    assert failed(session, ":timeline maroc --by zorro").endswith("type :help\n")
