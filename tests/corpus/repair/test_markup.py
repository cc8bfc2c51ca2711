"""What of HTML goes, and what of a text stays."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.repair.markup import plain, unescaped


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("l&rsquo;h&ocirc;pital", "l’hôpital"),
        ("l&#8217;&#233;t&#xE9; &#146;", "l’été ’"),
        ("l&#8217&#233t&#xE9 bleu", "l’été bleu"),
        ("l&eacutegislation du&nbsptravail", "législation du\u00a0travail"),
        ("&amp;eacute;t&amp;eacute;, &amp;amp;eacute;t&amp;amp;eacute;", "été, été"),
        ("&amp;#8217;", "’"),
        ("&EACUTE;TAT, &hellip;&oelig;&euro;", "ÉTAT, …œ€"),
        ("&quot;non&quot; ; l&#039;usine ; l&apos;eau", "\"non\" ; l'usine ; l'eau"),
        ("3 &lt; 5 ; AT&amp;T", "3 < 5 ; AT&T"),
    ],
)
def test_an_entity_is_its_letter(text: str, read: str) -> None:
    assert plain(text) == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("hô<b>pi</b>tal", "hôpital"),
        ("le 1<sup>er</sup> mars", "le 1er mars"),
        ("<p>Un.</p><p>Deux.</p>", "Un.\nDeux."),
        ("Un<br>deux<br/>trois<BR />quatre", "Un\ndeux\ntrois\nquatre"),
        ("<ul><li>un</li><li>deux</li></ul>", "un\ndeux"),
        ("<td>un</td><td>deux</td>", "un deux"),
        ('<a href="https://exemple.fr/?a=1&b=2" title="3 > 2">Nice</a>', "Nice"),
        ("<div\n  class='a'\n>Nice</div>", "Nice"),
        ("<p style='a'class=\"b\">Nice</p >", "Nice"),
        ("un<script>if (a<b) { x('</p>') }</script> deux", "un deux"),
        ("un<STYLE type='text/css'>p { }</style > deux", "un deux"),
        ("<noscript><img src=x></noscript><iframe src=x></iframe>un", "un"),
        ("un<!-- <p>deux</p> --> trois<!--[if mso]>x<![endif]-->", "un trois"),
        ("<![CDATA[<p>Un.</p>]]>", "Un."),
        ("<img src='a.jpg' alt=\"l'été\">Un", "Un"),
        ("&lt;p&gt;Un.&lt;/p&gt;", "Un."),
        ("&amp;lt;br/&amp;gt;Un", "Un"),
        ("&lt;script&gt;var a = 1;&lt;/script&gt;un", "un"),
        ("<o:p></o:p>un<?xml:namespace prefix = o />", "un"),
        ("<!DOCTYPE html><html><body>un</body></html>", "un"),
        ('un <a href="https://exem', "un"),
        ("<script>un", "un"),
        ("un <!-- deux", "un deux"),
    ],
)
def test_a_tag_goes_and_a_block_is_a_line(text: str, read: str) -> None:
    lines = (" ".join(line.split()) for line in plain(text).split("\n"))
    assert "\n".join(filter(None, lines)) == read


@pytest.mark.parametrize(
    "text",
    [
        "3 < 5 et 5 > 3",
        "a<b",
        "si a<b et c>d",
        "je t’aime <3",
        "<<Assez>>",
        "<< Assez >>",
        "Jean <jean@exemple.fr>",
        "<https://exemple.fr>",
        "<mailto:jean@exemple.fr>",
        "<Le Monde>",
        "<scriptum>",
        "AT&T, R&D, M&M's",
        "Durand & Fils",
        "rois, reines, &c.",
        "H&M; Q&A;",
        "https://exemple.fr/?a=1&copy=2&region=fr&lt=3&section=4",
        "&",
        "&;&#;&#x;",
        "&copie;",
    ],
)
def test_what_is_no_html_stays(text: str) -> None:
    assert plain(text) == text


@given(st.text(st.sampled_from("<>&;/ abp\"'=!-#3")))
def test_what_is_plain_is_no_longer_than_what_was_written(text: str) -> None:
    assert len(plain(text)) <= len(text)


def test_the_address_of_a_page_keeps_its_parameters() -> None:
    assert unescaped("https://exemple.fr/?a=1&amp;copy=2&amp;lt=3") == "https://exemple.fr/?a=1&copy=2&lt=3"


@pytest.mark.parametrize(
    "unit",
    [
        "<",
        "<p ",
        "<a x='",
        "<a x=\"'<",
        "<script>",
        "<!--",
        "<b>",
        "&amp;",
        "<a =",
        "<![CDATA[",
        "<script>a</script>",
        "<p async",
    ],
)
def test_hostile_text_takes_linear_time(unit: str) -> None:
    text = unit * (400_000 // len(unit))
    started = time.process_time()
    plain(text)
    assert time.process_time() - started < 5  # 0.5 s at most where this was written
