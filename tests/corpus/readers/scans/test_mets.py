"""An issue described by a METS: its articles across pages, and its pages read once, in a folder and in a ZIP."""

import zipfile
from pathlib import Path

import pytest

from corpus import Article, Rejected, read
from corpus.readers.scans import alto, folder
from corpus.source import Source

METS = """<?xml version="1.0" encoding="UTF-8"?>
<mets:mets xmlns:mets="http://www.loc.gov/METS/" xmlns:mods="http://www.loc.gov/mods/v3" xmlns:xlink="http://www.w3.org/1999/xlink"
 LABEL="Le Fanal no. 12 02.07.1894">
<mets:dmdSec ID="ISSUE"><mets:mdWrap><mets:xmlData><mods:mods>
 <mods:titleInfo><mods:nonSort>Le</mods:nonSort><mods:title>Fanal</mods:title></mods:titleInfo>
 <mods:language><mods:languageTerm>fre</mods:languageTerm></mods:language>
 <mods:originInfo>{date}</mods:originInfo></mods:mods></mets:xmlData></mets:mdWrap></mets:dmdSec>
<mets:dmdSec ID="A1"><mets:mdWrap><mets:xmlData><mods:mods><mods:titleInfo><mods:title>La grève du port</mods:title></mods:titleInfo>
 <mods:name><mods:namePart>Anne Roy</mods:namePart></mods:name></mods:mods></mets:xmlData></mets:mdWrap></mets:dmdSec>
<mets:dmdSec ID="A2"><mets:mdWrap><mets:xmlData><mods:mods/></mets:xmlData></mets:mdWrap></mets:dmdSec>
<mets:fileSec><mets:fileGrp USE="IMAGE"><mets:file ID="I1" MIMETYPE="image/jp2"><mets:FLocat xlink:href="file://./img/0001.jp2"/></mets:file></mets:fileGrp>
<mets:fileGrp USE="TEXT">
<mets:file ID="T1" MIMETYPE="text/xml"><mets:FLocat LOCTYPE="URL" xlink:href="{first}"/></mets:file>
<mets:file ID="T2" MIMETYPE="text/xml"><mets:FLocat LOCTYPE="URL" xlink:href="{second}"/></mets:file>
</mets:fileGrp></mets:fileSec>
<mets:structMap TYPE="PHYSICAL"><mets:div TYPE="NEWSPAPER"><mets:div TYPE="PAGE" ORDER="1"><mets:fptr><mets:area FILEID="T1"/></mets:fptr></mets:div>
<mets:div TYPE="PAGE" ORDER="2"><mets:fptr FILEID="T2"/></mets:div></mets:div></mets:structMap>
{logical}
</mets:mets>"""
LOGICAL = """<mets:structMap TYPE="LOGICAL"><mets:div TYPE="ISSUE" DMDID="ISSUE">
<mets:div TYPE="TITLE_SECTION"><mets:fptr><mets:area FILEID="T1" BETYPE="IDREF" BEGIN="B0"/></mets:fptr></mets:div>
<mets:div TYPE="ARTICLE" DMDID="A1" LABEL="La grève du port"><mets:div TYPE="HEADING"><mets:div TYPE="TITLE"><mets:fptr><mets:area FILEID="T1" BEGIN="B1"/></mets:fptr></mets:div></mets:div>
 <mets:div TYPE="BODY"><mets:div TYPE="PARAGRAPH"><mets:fptr><mets:area FILEID="T1" BEGIN="B2"/></mets:fptr></mets:div>
 <mets:div TYPE="PARAGRAPH"><mets:fptr><mets:area FILEID="T2" BEGIN="B3"/></mets:fptr></mets:div></mets:div></mets:div>
<mets:div TYPE="ARTICLE" DMDID="A2" LABEL="Untitled"><mets:div TYPE="HEADING"><mets:div TYPE="TITLE"><mets:fptr><mets:area FILEID="T2" BEGIN="B4"/></mets:fptr></mets:div></mets:div>
 <mets:div TYPE="BODY"><mets:fptr><mets:area FILEID="T2" BEGIN="C1"/></mets:fptr></mets:div></mets:div>
<mets:div TYPE="ADVERTISEMENT"><mets:fptr><mets:area FILEID="T2" BEGIN="B7"/></mets:fptr></mets:div>
</mets:div></mets:structMap>"""


def page(number: int, blocks: dict[str, str], group: tuple[str, ...] = ()) -> str:
    """Return a page of ALTO; the blocks of `group` stand in one."""

    def block(name: str) -> str:
        words = "<SP/>".join(f'<String CONTENT="{word}"/>' for word in blocks[name].split())
        return f'<TextBlock ID="{name}"><TextLine>{words}</TextLine></TextBlock>'

    alone = "".join(map(block, (name for name in blocks if name not in group)))
    inside = f'<ComposedBlock ID="C1">{"".join(map(block, group))}</ComposedBlock>' if group else ""
    return f"<alto><Layout><Page PHYSICAL_IMG_NR='{number}'><PrintSpace>{alone}{inside}</PrintSpace></Page></Layout></alto>"


FIRST = page(1, {"B0": "LE FANAL", "B1": "La grève du port", "B2": "Les dockers ont cessé le travail."})
SECOND = page(
    2,
    {
        "B3": "Le préfet attend.",
        "B4": "Théâtre",
        "B5": "La troupe joue ce soir.",
        "B6": "On s’y presse.",
        "B7": "Savon Roy.",
    },
    ("B5", "B6"),
)


def issue(
    place: Path, *, logical: str = LOGICAL, date: str = "<mods:dateIssued>1894-07-02</mods:dateIssued>"
) -> Path:
    """Write an issue into a folder: a METS, and its two pages in a folder of their own."""
    (place / "ALTO").mkdir(parents=True)
    mets = METS.format(first="file://./ALTO/0001.xml", second="ALTO\\0002.xml", logical=logical, date=date)
    (place / "issue.xml").write_text(mets, "utf-8")
    (place / "ALTO" / "0001.xml").write_text(FIRST, "utf-8")
    (place / "ALTO" / "0002.xml").write_text(SECOND, "utf-8")
    return place / "issue.xml"


def pieces(path: Path) -> list[Article | Rejected]:
    return [*read(path, name=path.name, columns={})]


def articles(path: Path) -> list[Article]:
    return [piece for piece in pieces(path) if isinstance(piece, Article)]


def test_an_article_goes_on_across_pages(tmp_path: Path) -> None:
    strike, theatre = articles(issue(tmp_path))
    assert strike.title == "La grève du port"
    assert strike.body == "Les dockers ont cessé le travail.\nLe préfet attend."
    assert (strike.source, str(strike.date), strike.page, strike.language) == (
        "Le Fanal",
        "1894-07-02",
        "1-2",
        "fr",
    )
    assert strike.authors == ("Anne Roy",)
    assert theatre.page == "2"


def test_a_label_that_says_nothing_gives_way_to_the_printed_title_and_a_group_has_its_blocks(
    tmp_path: Path,
) -> None:
    _, theatre = articles(issue(tmp_path))
    assert (theatre.title, theatre.body) == ("Théâtre", "La troupe joue ce soir.\nOn s’y presse.")


def test_advertisements_are_counted(tmp_path: Path) -> None:
    [report] = [piece for piece in pieces(issue(tmp_path)) if isinstance(piece, Rejected)]
    assert (report.reason.code, report.reason.values["count"], report.where) == (
        "reading.advertisements",
        1,
        None,
    )


def test_without_articles_each_page_is_one(tmp_path: Path) -> None:
    first, second = articles(issue(tmp_path, logical=""))
    assert (first.page, second.page) == ("1", "2")
    assert first.body.endswith("Les dockers ont cessé le travail.")
    assert second.source == "Le Fanal"


def test_the_label_has_the_date_where_no_section_has(tmp_path: Path) -> None:
    assert {str(article.date) for article in articles(issue(tmp_path, date=""))} == {"1894-07-02"}


def test_a_page_that_a_mets_lists_is_not_read_twice(tmp_path: Path) -> None:
    place = issue(tmp_path).parent
    assert pieces(place / "ALTO" / "0001.xml") == []
    (place / "issue.xml").rename(place / "issue.txt.gz.old")
    (place / "autre.xml").write_text("<feuilles/>", "utf-8")  # the folder has changed
    assert len(articles(place / "ALTO" / "0001.xml")) == 1


def test_missing_pages_are_counted_and_the_articles_of_the_others_kept(tmp_path: Path) -> None:
    path = issue(tmp_path)
    (tmp_path / "ALTO" / "0002.xml").unlink()
    report, strike, *_ = pieces(path)
    assert isinstance(report, Rejected)
    assert (report.reason.code, report.reason.values["count"]) == ("reading.missing_pages", 1)
    assert isinstance(strike, Article)
    assert strike.body == "Les dockers ont cessé le travail."
    (tmp_path / "ALTO" / "0001.xml").unlink()
    assert [piece.reason.code for piece in pieces(path) if isinstance(piece, Rejected)] == [
        "reading.missing_pages",
        "reading.no_pages",
    ]


def test_a_damaged_page_is_counted_with_the_missing_ones(tmp_path: Path) -> None:
    path = issue(tmp_path)
    (tmp_path / "ALTO" / "0002.xml").write_bytes(b"\0" * 999)
    report, strike, *_ = pieces(path)
    assert isinstance(report, Rejected)
    assert (report.reason.code, report.reason.values["count"]) == ("reading.missing_pages", 1)
    assert isinstance(strike, Article)


def test_where_the_articles_name_no_block_that_is_there_each_page_is_one(tmp_path: Path) -> None:
    assert len(articles(issue(tmp_path, logical=LOGICAL.replace('FILEID="T', 'FILEID="X')))) == 2


@pytest.mark.parametrize("address", ["../0001.xml", "/etc/../0001.xml", "file:///a/../../0001.xml"])
def test_no_address_leads_out_of_the_folder(tmp_path: Path, address: str) -> None:
    (tmp_path / "0001.xml").write_text(FIRST, "utf-8")
    (tmp_path / "in").mkdir()
    assert folder.listed(Source(tmp_path / "in" / "issue.xml", "issue.xml"), address) is None


def test_an_issue_in_a_zip_is_read_as_in_a_folder(tmp_path: Path) -> None:
    place = tmp_path / "issue"
    issue(place)
    lot = tmp_path / "lot.zip"
    with zipfile.ZipFile(lot, "w") as archive:
        for path in sorted(place.rglob("*.xml")):
            archive.write(path, f"presse/{path.relative_to(place)}")
    members = Source(lot, "lot.zip")
    from corpus.readers.scans import mets

    [bundle] = mets.articles(members.member("presse/issue.xml"))
    assert [piece.title for piece in bundle.read() if isinstance(piece, Article)] == [
        "La grève du port",
        "Théâtre",
    ]
    assert [*alto.articles(members.member("presse/ALTO/0001.xml"))] == []
