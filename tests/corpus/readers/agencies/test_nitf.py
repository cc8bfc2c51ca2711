"""NITF: where the fields stand in the files of agencies and of newspapers."""

from pathlib import Path

import pytest

from corpus import Article, Rejected, read

BODY = "<body.content><p>Le port rouvre.</p></body.content>"


def pieces(folder: Path, text: str) -> list[Article | Rejected]:
    path = folder / "a.bin"
    path.write_text(text, "utf-8")
    return [*read(path, name="a.bin", columns={})]


def article(folder: Path, head: str = "", above: str = "", body: str = BODY) -> Article:
    [found] = pieces(
        folder, f"<nitf><head>{head}</head><body><body.head>{above}</body.head>{body}</body></nitf>"
    )
    assert isinstance(found, Article)
    return found


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("Par Anne ROY", ("Anne ROY",)),
        ("<person>Anne Roy</person> et <person>Luc Petit</person>", ("Anne Roy", "Luc Petit")),
        ("By Anne Roy and Luc Petit<byttl>Correspondants</byttl>", ("Anne Roy", "Luc Petit")),
        ("By Anne Roy, AP Sports Writer", ("Anne Roy",)),
        ("Par Anne Roy, envoyée spéciale", ("Anne Roy",)),
        ("Une dépêche lue par la rédaction de nuit à Paris", ()),
    ],
)
def test_the_byline_has_names(tmp_path: Path, byline: str, names: tuple[str, ...]) -> None:
    assert article(tmp_path, above=f"<byline>{byline}</byline>").authors == names


@pytest.mark.parametrize(
    ("head", "source"),
    [
        ("<docdata><doc.copyright holder='ADV'/></docdata>", "ADV"),
        ("<docdata><doc.copyright holder='ADV'/></docdata><pubdata name='Le Fanal'/>", "Le Fanal"),
        ("<docdata><doc-id regsrc='ADV'/></docdata>", "ADV"),
    ],
)
def test_the_source_is_the_paper_else_the_agency(tmp_path: Path, head: str, source: str) -> None:
    assert article(tmp_path, head).source == source


def test_a_full_text_is_not_preceded_by_its_lead(tmp_path: Path) -> None:
    lead = "<block class='lead_paragraph'><p>Le port rouvre.</p></block>"
    full = "<block class='full_text'><p>Le port rouvre.</p><p>La criée aussi.</p></block>"
    found = article(tmp_path, body=f"<body.content>{lead}{full}</body.content>")
    assert found.body == "Le port rouvre.\nLa criée aussi."


@pytest.mark.parametrize("last", ["abc/def", "ar/lp/abc", "hh-ph/ts"])
def test_initials_at_the_end_are_no_text(tmp_path: Path, last: str) -> None:
    found = article(tmp_path, body=f"<body.content><p>Le port rouvre.</p><p>{last}</p></body.content>")
    assert found.body == "Le port rouvre."


@pytest.mark.parametrize("last", ["Vrai ou faux ?", "et/ou non", "oui"])
def test_short_last_lines_are_text(tmp_path: Path, last: str) -> None:
    found = article(tmp_path, body=f"<body.content><p>Le port rouvre.</p><p>{last}</p></body.content>")
    assert found.body == f"Le port rouvre.\n{last}"


def test_the_record_keeps_what_is_not_taken(tmp_path: Path) -> None:
    assert "media-caption" in article(tmp_path, head="<meta name='media-caption' content='x'/>").raw


def test_a_file_without_a_body_is_refused_in_words(tmp_path: Path) -> None:
    [refused] = pieces(tmp_path, "<nitf><head><title>Le port</title></head></nitf>")
    assert isinstance(refused, Rejected)
    assert refused.reason.code == "reading.no_text"
