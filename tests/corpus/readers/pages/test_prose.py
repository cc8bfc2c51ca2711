"""Where the sentences of a page stand."""

import pytest

from corpus.readers import markup
from corpus.readers.pages.prose import prose

SENTENCE = "Le port de Sète a rouvert lundi aux pêcheurs, après un an de travaux et de colère."


@pytest.mark.parametrize(
    "text",
    [
        f"<p>{SENTENCE}</p><p>{SENTENCE}</p>",
        f"{SENTENCE}<br>{SENTENCE}<br><br>",
        f"<p>{SENTENCE}<p>{SENTENCE}",
    ],
)
def test_the_element_with_most_sentences_side_by_side_is_found(text: str) -> None:
    page = f"<div><p>{SENTENCE}</p></div><div id='a'>{text}</div><div><p>{SENTENCE}</p></div>"
    element, length = prose(markup.html(page))
    assert (element.get("id"), length) == ("a", 2 * len(SENTENCE))


def test_labels_and_links_are_no_sentences() -> None:
    assert prose(markup.html(f"<p>Le port rouvre.</p><p><a href='x'>{SENTENCE}</a></p>"))[1] == 0
