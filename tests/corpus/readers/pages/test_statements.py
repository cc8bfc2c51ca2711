"""What the elements of a page state."""

from corpus.readers import markup
from corpus.readers.pages.linked_data import LinkedData
from corpus.readers.pages.statements import Statements, line_of


def stated(page: str) -> Statements:
    return Statements(markup.html(page), LinkedData([]))


def test_the_signs_in_the_name_of_a_meta_element_make_no_difference() -> None:
    page = stated(
        '<meta name="DC.Date-Issued" content="1"><meta property="dc:date_issued" content="2"><meta name="x">'
    )
    assert list(page.said("dcdateissued")) == ["1", "2"]


def test_items_in_comments_of_readers_are_left_out() -> None:
    page = stated('<b itemprop="author name">A</b><div itemprop="comment"><b itemprop="author">B</b></div>')
    assert [line_of(item) for item in page.items("author")] == ["A"]


def test_what_stands_beside_a_headline_is_parted_at_bars_and_without_links() -> None:
    page = stated("<p>Mer | 3 mars</p><h1>Le port rouvre</h1><ul><li>Autre</li></ul><p>Par Anne Roy</p>")
    assert list(page.beside("Le port rouvre")) == ["Par Anne Roy", "Mer", "3 mars"]
    assert page.beside("Autre titre") == page.beside("") == []


def test_a_title_is_printed_outside_menus() -> None:
    page = stated("<nav><p>Une</p></nav><p>Le port</p>")
    assert (page.prints("LE PORT"), page.prints("Une")) == (True, False)
