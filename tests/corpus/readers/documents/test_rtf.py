"""Documents in RTF: letters of every encoding, what is seen and what is not."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import Article, read
from corpus.errors import Unreadable
from corpus.readers.documents import rtf


def lines_of(data: bytes) -> str:
    return "\n".join(line.text for line in rtf.lines(data))


@pytest.mark.parametrize(
    ("written", "text"),
    [
        (rb"{\rtf1\ansi\ansicpg1252 L\'e9t\'e9}", "Lété"),
        (rb"{\rtf1\ansi\ansicpg1250 \'b3}", "ł"),
        (rb"{\rtf1\mac \'8et\'8e}", "été"),
        (rb"{\rtf1\pc \'82t\'82}", "été"),
        (rb"{\rtf1\ansi{\fonttbl{\f0 A;}{\f1\fcharset77 B;}}\f0 \'e9{\f1 \'8e}\'e9}", "ééé"),
        (rb"{\rtf1\ansi{\fonttbl{\f1\fnil\fcharset128 B;}}\f1 \'93\'fa\'96\'7b}", "日本"),
        (rb"{\rtf1 \u233\'e9t\u233?}", "été"),
        (rb"{\rtf1\uc0 \u233t\u233 \uc1\u8217 'abord}", "été’abord"),
        (rb"{\rtf1\uc2 \u233\'c3\'a9t{\uc0\u233}\u233xx!}", "étéé!"),
        (rb"{\rtf1 \u-10179?\u-8704?}", "😀"),
        (b"{\\rtf1\\ansi \xe9t\xe9}", "été"),
        (rb"{\rtf1 un\par deux\line trois\page quatre}", "un\ndeux\ntrois\nquatre"),
        (rb"{\rtf1 a\tab b\emdash c\~d\_e\{f\}\\g}", "a\tb—c\u00a0d-e{f}\\g"),
        (b"{\\rtf1 un\r\ndeux\\\ntrois}", "undeux\ntrois"),
        (rb"{\rtf1\trowd a\cell b\cell\row c\par}", "a | b\nc"),
        (rb"{\rtf1 a{\footnote b}{\header c}{\*\inconnu d}{\info{\title e}}{\field{\*\fldinst f}{\fldrslt g}}}", "ag"),
        (rb"{\rtf1 a{\v non}\v0 b{\deleted c}{\pict 00ff}}", "ab"),
        (rb"{\rtf1 a{\shp{\*\shpinst{\sp{\sn x}}{\shptxt boite\par}}{\shprslt b}}c}", "aboite\nc"),
        (rb"{\rtf1 a{\object{\*\objdata 00}{\result b}}}", "ab"),
        (b"{\\rtf1 a{\\pict\\bin5 }}{\\\\}b}", "ab"),
        (rb"{\rtf1{*\generator Aspose;}a}", "a"),
        (rb"{\rtf1 a}}}b", "ab"),
        (rb"{\rtf1\ansicpg99999 \'e9}", "é"),
        (rb"{\rtf1 a\bin-9 b\f9999999999 c}", "abc"),
    ],
)  # fmt: skip
def test_the_text_is_what_a_reader_sees(written: bytes, text: str) -> None:
    assert lines_of(written) == text


def test_a_picture_in_figures_costs_nothing_and_is_not_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rtf, "MAX_BYTES", 1_000)
    assert lines_of(b"{\\rtf1 a{\\pict\\pngblip\n" + b"89504e470d0a\n" * 10_000 + b"}b}") == "ab"


def test_a_document_that_is_too_long_or_too_deep_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(Unreadable, match="too_deep"):
        lines_of(b"{\\rtf1 " + b"{" * 20_000)
    monkeypatch.setattr(rtf, "MAX_BYTES", 1_000)
    with pytest.raises(Unreadable, match="too_long"):
        lines_of(b"{\\rtf1 " + b"port " * 1_000)


def test_the_headline_is_in_the_style_of_headings_and_the_title_of_the_file_counts_last(
    tmp_path: Path,
) -> None:
    text = (
        rb"Le vieux port de Valbourg a rouvert mardi, apr\'e8s deux ans de travaux et bien des retards.\par}"
    )
    styled = rb"{\rtf1\ansi{\stylesheet{\s0 Normal;}{\s3\sb240\b heading 1;}}\pard Valbourg\par\pard\s3 Port\'e9 disparu\par\pard "
    (tmp_path / "a.rtf").write_bytes(styled + text)
    (tmp_path / "b.rtf").write_bytes(rb"{\rtf1\ansi{\info{\title L\'e9cluse}}" + text)
    (tmp_path / "c.rtf").write_bytes(rb"{\rtf1\ansi\pard\outlinelevel0 Enfin\par\pard " + text)
    titles = {}
    for name in "abc":
        (found,) = read(tmp_path / f"{name}.rtf", name=name, columns={})
        assert isinstance(found, Article)
        titles[name] = found.title
    assert titles == {"a": "Porté disparu", "b": "Lécluse", "c": "Enfin"}


@given(st.text(st.characters(exclude_characters="\r\n\a", exclude_categories=["Cs", "Cc"])))
def test_any_text_written_in_unicode_is_read_back(text: str) -> None:
    units = text.encode("utf-16-le")
    written = b"".join(
        b"\\u%d?" % int.from_bytes(units[at : at + 2], "little", signed=True)
        for at in range(0, len(units), 2)
    )
    assert lines_of(b"{\\rtf1 " + written + b"}") == text


@given(
    st.binary(max_size=300),
    st.lists(st.sampled_from([b"{", b"}", b"\\", b"\\u-1 ", b"\\'", b"\\bin9 ", b"\\uc"])),
)
def test_any_bytes_are_read_or_refused(noise: bytes, marks: list[bytes]) -> None:
    assert isinstance(lines_of(b"{\\rtf1" + noise + b"".join(marks) + noise), str)
