"""Articles that would like to write the document: their texts stand in it as they were, and no element is theirs."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus import Article, Found
from corpus.records import replace
from search.language import parse
from search.messages import Language, speaking
from search.render.inert import OBEYED, inert
from tests.search.render.answers import HOSTILE
from tests.search.render.exports.review.reviews import document, page, results, review, well_nested
from tests.search.render.exports.taken import TRICKY

PIECES = (
    "<script>alert(1)</script>", "</script>", "</style>", "</article></main>", "<!--", "-->", "<![CDATA[", "]]>", "]>",
    '"', "'", '" onmouseover="x', "' id='a1", "&lt;", "&#60;", "&", "<img src=x onerror=x>", "javascript:x", "\x1b[31m",
    "\x00", "\u202e", "\ud800", "\n", "sécurité", " ", " : ", "« ", "=1+1", "{shown}",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=4), min_size=1, max_size=6).map("".join)
LINES = TEXTS.map(lambda text: text.replace("\n", " "))

OURS = set(
    "html head meta title style body a header p h1 h2 h3 section figure figcaption svg defs pattern line g rect text "
    "details summary table thead tbody tr th td div aside output button ul li span nav ol cite main article mark "
    "blockquote footer script".split()
)


def shown(text: str) -> str:
    """Return a text as a browser shows it, the blanks that hold lines together aside."""
    return " ".join(inert(text).replace("\u00a0", " ").split())


@settings(max_examples=40)
@given(TEXTS, LINES, LINES, LINES, LINES)
def test_texts_stand_as_they_were_and_make_no_element(
    body: str, title: str, source: str, name: str, url: str
) -> None:
    article = Article(
        id="x", title=title, title_found=Found.LINE, body=f"{body}\n{'sécurité ' * 60}", raw="", path="x", source=source,
        person=(name,), authors=(name,), section=name, page=name, also_in=(name,), url=url,
    )  # fmt: skip
    read = page(review(title=title or "x"), results([article]))
    assert {element.tag for element in read.iter() if isinstance(element.tag, str)} <= OURS
    assert len(list(read.iter())) == len([element for element in read.iter() if isinstance(element.tag, str)])
    [headline] = read.xpath("//article/h3")
    assert shown(headline.text_content()) == shown(f"1 {title}")
    texts = [paragraph.text_content() for paragraph in read.xpath("//div[@class='text']/p")]
    assert [*map(shown, texts)][:-1] == [shown(line) for line in body.split("\n") if line]
    assert shown(name) in map(
        shown, (value.text_content() for value in read.xpath("//li/span[@class='value']"))
    )
    assert not read.xpath("//@*[starts-with(name(), 'on')] | //@style | //@src")


@settings(max_examples=40)
@given(LINES, LINES)
def test_the_query_and_the_title_make_no_element(line: str, title: str) -> None:
    about = replace(review(), line=line, title=title, filters=(parse("title:école"),))
    read = page(about, [])
    assert {element.tag for element in read.iter()} <= OURS
    [style] = read.xpath("//style/text()")
    assert len(re.findall(r'content: "(?:[a-zA-Z0-9]|\\[0-9a-f]{6})*";', style)) == 2
    assert shown(read.xpath("//h1")[0].text_content()) in (
        shown(title),
        shown(line),
        "All articles",
        "Chosen articles",
    )


@pytest.mark.parametrize("language", list(Language))
def test_articles_that_attack_everything_are_shown(language: Language) -> None:
    with speaking(language):
        written = document(review(), results([HOSTILE, TRICKY]))
    assert well_nested(written)
    assert not OBEYED.search(written.replace("\n", ""))
    assert '<a href="javascript' not in written
