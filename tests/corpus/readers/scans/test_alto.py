"""Pages of ALTO: words, hyphens, blocks, margins, dates."""

from pathlib import Path

import pytest

from corpus import Article, Rejected, read
from corpus.readers import markup
from corpus.readers.scans.alto import pages


def block(*lines: str, name: str = "B") -> str:
    return f'<TextBlock ID="{name}">{"".join(f"<TextLine>{line}</TextLine>" for line in lines)}</TextBlock>'


def words(text: str) -> str:
    return "<SP/>".join(f'<String CONTENT="{word}"/>' for word in text.split())


def file(*blocks: str, space: str = "", above: str = "") -> bytes:
    root = f'<alto xmlns="{space}">' if space else "<alto>"
    return f"{root}<Layout><Page PHYSICAL_IMG_NR='4'>{above}<PrintSpace>{''.join(blocks)}</PrintSpace></Page></Layout></alto>".encode()


def text(data: bytes) -> str:
    [page] = pages(markup.xml(data))
    return page.text


@pytest.mark.parametrize(
    "space",
    [
        "",
        "http://schema.ccs-gmbh.com/ALTO",
        "http://www.loc.gov/standards/alto/ns-v2#",
        "http://www.loc.gov/standards/alto/ns-v4#",
    ],
)
def test_the_versions_differ_in_their_namespace_only(space: str) -> None:
    assert text(file(block(words("Le port rouvre.")), space=space)) == "Le port rouvre."


def test_a_cut_word_stands_whole_once() -> None:
    cut = block(
        f'{words("Le")}<SP/><String CONTENT="con-" SUBS_TYPE="HypPart1" SUBS_CONTENT="conseil"/><HYP CONTENT="-"/>',
        f'<String CONTENT="seil" SUBS_TYPE="HypPart2" SUBS_CONTENT="conseil"/><SP/>{words("vote.")}',
    )
    assert text(file(cut)) == "Le conseil vote."


def test_an_abbreviation_stays_as_printed() -> None:
    short = block(
        f'<String CONTENT="M." SUBS_TYPE="Abbreviation" SUBS_CONTENT="Monsieur"/><SP/>{words("Roy vote.")}'
    )
    assert text(file(short)) == "M. Roy vote."


@pytest.mark.parametrize("hyphen", ["-", "¬", "\u00ad"])
def test_a_cut_word_is_joined_where_the_file_has_its_halves_only(hyphen: str) -> None:
    assert text(file(block(words(f"Le con{hyphen}"), words("seil vote.")))) == "Le conseil vote."


def test_blocks_are_paragraphs_in_the_order_of_the_file_without_running_heads() -> None:
    margin = f"<TopMargin>{block(words('LE FANAL'), name='M')}</TopMargin>"
    data = file(block(words("Un."), name="B2"), block(words("Deux."), name="B1"), above=margin)
    assert text(data) == "Un.\n\nDeux."


def test_a_page_that_has_margins_only_gives_them() -> None:
    margin = f"<TopMargin>{block(words('Le port rouvre.'), name='M')}</TopMargin>"
    assert text(file(above=margin)) == "Le port rouvre."


@pytest.mark.parametrize(
    ("name", "picture"),
    [
        ("18940702_1/X/0004.xml", ""),
        ("18940702_1-0004.xml", ""),
        ("0004.xml", "P:\\scans\\1894\\18940702\\T4.tif"),
    ],
)
def test_the_names_of_files_and_folders_have_the_date(tmp_path: Path, name: str, picture: str) -> None:
    said = f"<Description><sourceImageInformation><fileName>{picture}</fileName></sourceImageInformation></Description>"
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(
        file(block(words("Paris, 30 juin 1894. Le port rouvre."))).replace(
            b"<Layout>", said.encode() + b"<Layout>"
        )
    )
    [article] = read(path, name=name, columns={})
    assert isinstance(article, Article)
    assert (str(article.date), article.date_found.value, article.page) == ("1894-07-02", "file name", "4")


def test_a_page_without_text_is_refused_and_the_next_one_read(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    empty = "<Page PHYSICAL_IMG_NR='1'><PrintSpace/></Page>"
    full = f"<Page PHYSICAL_IMG_NR='2'><PrintSpace>{block(words('Le port rouvre.'))}</PrintSpace></Page>"
    path.write_text(f"<alto><Layout>{empty}{full}</Layout></alto>", "utf-8")
    first, second = read(path, name="a.xml", columns={})
    assert isinstance(first, Rejected)
    assert (first.reason.code, str(first.where)) == ("reading.no_text", "reading.page (page=1)")
    assert isinstance(second, Article)
