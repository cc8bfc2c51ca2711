"""Trees within limits, and their text in lines."""

from io import BytesIO
from pathlib import Path

import pytest

from corpus.errors import Unreadable
from corpus.readers.markup import elements, html, lines, local, xml, xml_of, xml_of_text
from corpus.source import Source


def test_blocks_are_lines_and_what_stands_in_a_line_stays_together() -> None:
    page = "<div>Un<p>Le <em>port</em> de<br>Sète</p>rouvre<ul><li>lundi</li><li>mardi</li></ul></div>"
    assert lines(html(page)) == "Un\nLe port de\nSète\nrouvre\nlundi\nmardi"


def test_scripts_and_comments_are_no_text() -> None:
    assert lines(html("<p>a<!-- b -->c<script>d</script>e<style>f</style></p>")) == "ace"


@pytest.mark.parametrize(
    ("page", "code"),
    [
        ("<div>" * 600, "markup_too_deep"),
        ("<p>" * 200_001, "markup_too_deep"),
        ("a" * ((1 << 24) + 1), "too_long"),
        ("", "not_markup"),
        ("<!-- -->", "not_markup"),
    ],
)
def test_a_page_beyond_the_limits_is_refused_in_words(page: str, code: str) -> None:
    with pytest.raises(Unreadable, match=code):
        html(page)


def test_a_picture_in_the_page_does_not_count() -> None:
    page = f'<p>Le port<img src="data:image/png;base64,{"A" * (1 << 24)}"></p>'
    assert lines(html(page)) == "Le port"


def test_lost_bytes_leave_a_sign_and_other_characters_that_no_xml_has_leave_none() -> None:
    text = "<p>La p\udcff\udcfeche\x0b à\ud800 pied</p>"
    assert lines(html(text)) == lines(xml_of_text(text)) == "La p\ufffdche à pied"


def test_an_entity_of_a_file_is_never_read() -> None:
    bomb = b'<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY f SYSTEM "file:///etc/passwd">]><a>x&f;y</a>'
    assert "root" not in lines(xml(bomb))


def test_xml_that_is_wrong_is_read_as_far_as_it_goes() -> None:
    assert [local(child) for child in xml(b"<a><b>1</b><c>2</a>")] == ["b", "c"]
    with pytest.raises(Unreadable, match="not_markup"):
        xml(b"Le port rouvre.")


def test_elements_come_one_by_one_and_those_before_a_fault_are_kept() -> None:
    found = elements(BytesIO(b'<r xmlns:n="u"><n:i>1</n:i><i>2</i><i>3'), "i")
    assert [next(found).text, next(found).text] == ["1", "2"]
    with pytest.raises(Unreadable, match="not_markup"):
        next(found)


def test_a_tree_that_is_nested_too_deep_is_refused_and_not_cut() -> None:
    deep = b"<TEI>" + b"<div>" * 300 + b"<p>Le port rouvre.</p>" + b"</div>" * 300 + b"</TEI>"
    with pytest.raises(Unreadable) as raised:
        xml(deep)
    assert raised.value.message.code == "reading.markup_too_deep"


@pytest.mark.parametrize("declared", ["utf-8", "iso-8859-1", "windows-1252", "UTF-16"])
@pytest.mark.parametrize("written", ["utf-8", "cp1252", "utf-16"])
def test_a_file_of_xml_is_read_in_its_own_encoding_whatever_it_declares(
    declared: str, written: str, tmp_path: Path
) -> None:
    path = tmp_path / "a.xml"
    text = f'<?xml version="1.0" encoding="{declared}"?>\n<p>L’été à Sète &eacute;tait très beau &amp; chaud.</p>'
    path.write_bytes(text.encode(written))
    assert xml_of(Source(path, "a.xml")).text == "L’été à Sète était très beau & chaud."
