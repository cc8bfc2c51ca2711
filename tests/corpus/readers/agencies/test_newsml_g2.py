"""NewsML 1.2 and G2: items, their class, their story."""

from pathlib import Path

import pytest

from corpus import Article, Rejected, read

HEAD = "<contentMeta><headline>Le port</headline></contentMeta>"
STORY = "<contentSet><inlineXML><html><head><title>x</title></head><body><p>Le port rouvre.</p></body></html></inlineXML></contentSet>"


def pieces(folder: Path, text: str) -> list[Article | Rejected]:
    path = folder / "a.bin"
    path.write_text(text, "utf-8")
    return [*read(path, name="a.bin", columns={})]


def g2(folder: Path, meta: str, content: str = STORY) -> Article:
    [found] = pieces(
        folder, f"<newsItem guid='urn:x:1'><itemMeta>{meta}</itemMeta>{HEAD}{content}</newsItem>"
    )
    assert isinstance(found, Article)
    return found


@pytest.mark.parametrize(
    ("provider", "source"),
    [
        ("<provider qcode='nprov:ADV'/>", "ADV"),
        ("<provider literal='Agence de Valbourg'/>", "Agence de Valbourg"),
        ("<provider qcode='nprov:ADV'><name>Agence de Valbourg</name></provider>", "Agence de Valbourg"),
    ],
)
def test_the_source_is_the_provider(tmp_path: Path, provider: str, source: str) -> None:
    assert g2(tmp_path, provider).source == source


@pytest.mark.parametrize(
    "content",
    [
        STORY,
        "<contentSet><inlineXML><nitf><body><body.content><p>Le port rouvre.</p></body.content></body></nitf></inlineXML></contentSet>",
        "<contentSet><inlineXML><p>Le port rouvre.</p></inlineXML></contentSet>",
        "<contentSet><inlineData>Le port rouvre.</inlineData></contentSet>",
        "<contentSet><inlineData>&lt;p&gt;Le port rouvre.&lt;/p&gt;</inlineData></contentSet>",
        "<contentSet><inlineXML> <!-- rien --> </inlineXML><inlineData>Le port rouvre.</inlineData></contentSet>",
    ],
)
def test_the_story_stands_in_many_ways(tmp_path: Path, content: str) -> None:
    assert g2(tmp_path, "", content).body == "Le port rouvre."


def test_pictures_and_packages_are_counted(tmp_path: Path) -> None:
    picture = f"<newsItem><itemMeta><itemClass qcode='ninat:picture'/></itemMeta>{HEAD}</newsItem>"
    text = f"<newsItem><itemMeta><itemClass qcode='ninat:text'/></itemMeta>{HEAD}{STORY}</newsItem>"
    article, report = pieces(
        tmp_path, f"<newsMessage><itemSet>{picture}{text}{picture}<packageItem/></itemSet></newsMessage>"
    )
    assert isinstance(article, Article)
    assert isinstance(report, Rejected)
    assert (report.reason.code, report.reason.values["count"]) == ("reading.other_media", 3)


def test_an_item_without_a_story_is_refused_in_words(tmp_path: Path) -> None:
    [refused] = pieces(
        tmp_path, f"<newsItem>{HEAD}<contentSet><inlineXML><!-- rien --></inlineXML></contentSet></newsItem>"
    )
    assert isinstance(refused, Rejected)
    assert refused.reason.code == "reading.no_text"


def test_captions_are_no_story(tmp_path: Path) -> None:
    def part(role: str, text: str) -> str:
        content = f"<ContentItem><MediaType FormalName='Text'/><DataContent><p>{text}</p></DataContent></ContentItem>"
        return f"<NewsComponent><Role FormalName='{role}'/>{content}</NewsComponent>"

    lines = "<NewsLines><HeadLine>Le port</HeadLine></NewsLines>"
    item = f"<NewsItem><NewsComponent>{lines}{part('Main', 'Le port rouvre.')}{part('Caption', 'Une photo.')}</NewsComponent></NewsItem>"
    [article] = pieces(tmp_path, f"<NewsML>{item}</NewsML>")
    assert isinstance(article, Article)
    assert (article.title, article.body) == ("Le port", "Le port rouvre.")
