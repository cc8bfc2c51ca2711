"""The text of TEI: tokens, editorial marks, printed lines."""

import pytest

from corpus.readers import markup
from corpus.readers.textometry.prose import prose


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        ("<w>L’</w><w>eau</w><w>monte</w><pc>.</pc>", "L’eau monte."),
        ("<w>Jusqu'</w> <w>ici</w> <w>,</w> <w>dit</w> <w>-il</w>", "Jusqu'ici, dit-il"),
        ("<w>«</w><w>Non</w><w>»</w><w>!</w>", "« Non » !"),
        ("<w>(</w><w>hier</w><w>)</w>", "(hier)"),
        ("<w>5</w><w>%</w>", "5%"),
        ("Le <hi>po</hi>rt", "Le port"),
        ("<choice><sic>prot</sic><corr>port</corr></choice>", "port"),
        ("<sic>prot</sic>", "prot"),
        ("<choice><abbr>M.</abbr><expan>Monsieur</expan></choice> Roy", "Monsieur Roy"),
        ("le port<note>Sète.</note> rouvre", "le port rouvre"),
        ("le con-<lb/>seil vote", "le conseil vote"),
        ("le con<lb break='no'/>seil vote", "le conseil vote"),
        ("le con-<lb break='no'/>seil vote", "le conseil vote"),
        ("peut-<lb/>être", "peut-être"),
        ("le maire<lb/>vote", "le maire vote"),
        ("le maire<pb n='2'/> vote", "le maire vote"),
        ("<persName><forename>Anne</forename><surname>Roy</surname></persName>", "Anne Roy"),
    ],
)
def test_a_paragraph_reads_as_printed(inside: str, text: str) -> None:
    assert prose(markup.xml(f"<p>{inside}</p>".encode())) == text


def test_blocks_are_lines() -> None:
    div = "<div><head>Le port</head><p>Un.</p><lg><l>Vers un</l><l>Vers deux</l></lg><fw>LE FANAL</fw></div>"
    assert prose(markup.xml(div.encode())) == "Le port\nUn.\nVers un\nVers deux"
