"""What each renderer makes of values whose every text is hostile: a new value of the table is attacked by itself."""

import csv
import re
from io import StringIO
from pathlib import Path

import pytest

from corpus import Article
from corpus.records import replace
from search.messages import Language, speaking
from search.render import SHELL, TEXT, plain, renderers, terminal
from search.render.exports.table import BY_NAME, FORMATS
from search.render.lines import line_width
from search.results import Reading
from search.shell.browser.focus import Focus
from search.shell.browser.view import view
from search.shell.session import Opened, Screen
from tests.search.render.answers import ATTACK, MEETING, PRINTED, answer
from tests.search.render.exports.taken import cells, saved, text
from tests.search.render.poison import LONG_WORD, poisoned
from tests.search.render.test_hostile import OWN, harmless
from tests.search.render.test_widths import OF_ONE_LINE
from tests.search.render.values import VALUES
from tests.search.shell.browser.frames import SCREENS, browsing

POISONS = {
    "controls": f"{ATTACK}\r\n\u2066\x85\u200f",
    "cell": "=cmd|'/C calc'!A0;=1+1",
    "script": "</script><script>alert(1)</script>",
    "markup": "[/red][link=http://x.invalid]rouge",
    "long": LONG_WORD,
    "empty": "",
}
WITHOUT_TEXTS = {"formats-0", "saved-1", "news-1", "tags-1"}
"""Pages without a text of a stranger: the formats are ours, and the others say that there is nothing."""

CASES = [
    (f"{command}-{number}", value)
    for command, values in VALUES.items()
    for number, value in enumerate(values)
]


@pytest.mark.parametrize("poison", POISONS)
@pytest.mark.parametrize(("name", "value"), CASES, ids=[name for name, _ in CASES])
def test_no_text_is_obeyed_whatever_the_format(name: str, value: object, poison: str) -> None:
    attacked = poisoned(value, POISONS[poison])
    for format_, renderer in renderers(type(value)).items():
        for language in Language if format_ in (TEXT, SHELL) else [Language.ENGLISH]:
            with speaking(language):
                written = renderer(attacked, 60)
            if isinstance(written, str):
                assert harmless(written), (name, format_)
                written.encode()
                if format_ == "csv":
                    csv.field_size_limit(10_000_000)  # a row without the other delimiter is one field
                    cells = [
                        cell
                        for delimiter in ",;"
                        for row in csv.reader(StringIO(written), delimiter=delimiter)
                        for cell in row
                    ]
                    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t"))]
                continue
            assert harmless(plain.text(written)), (name, format_)
            assert harmless(OWN.sub("", terminal.ansi(written))), (name, format_)
            if format_ == SHELL or not isinstance(value, OF_ONE_LINE):
                assert max(map(line_width, written), default=0) <= 60, (name, format_)


@pytest.mark.parametrize(("name", "value"), CASES, ids=[name for name, _ in CASES])
def test_a_text_of_a_stranger_is_shown(name: str, value: object) -> None:
    """The attack reaches the page: where it did not, the test above would show nothing."""
    lines = renderers(type(value))[TEXT](poisoned(value, POISONS["script"]), 120)
    assert not isinstance(lines, str)
    assert ("alert(1)" in plain.text(lines)) == (name not in WITHOUT_TEXTS)


def attacker(poison: str) -> Article:
    """Return an article whose every text is hostile, and matches the query."""
    hostile: Article = poisoned(PRINTED, POISONS[poison])
    return replace(hostile, body=f"La sécurité {POISONS[poison]}")


@pytest.mark.parametrize("poison", POISONS)
@pytest.mark.parametrize("format_", [known.name for known in FORMATS if not known.is_folded])
def test_no_export_is_obeyed(format_: str, poison: str, tmp_path: Path) -> None:
    """The press review has tests of its own: it is read by a browser."""
    articles = [attacker(poison), MEETING]
    if BY_NAME[format_].parts:
        written = text(format_, articles)
    elif format_ == "folder":
        saved(format_, articles, tmp_path)
        written = "".join(f"{path.name}\n{path.read_text('utf-8')}" for path in tmp_path.iterdir())
    else:
        saved(format_, articles, tmp_path / "a.xlsx")
        written = "\n".join(str(cell) for row in cells(tmp_path / "a.xlsx") for cell in row)
    assert harmless(written.replace("\r\n", "\n"))
    assert MEETING.title in written
    table = (
        written
        if format_ == "csv"
        else (tmp_path / "metadata.csv").read_text("utf-8")
        if format_ == "folder"
        else ""
    )
    assert not re.search(r'(?m)(?:^|[,;])"*[=+@]', table)


@pytest.mark.parametrize("poison", POISONS)
@pytest.mark.parametrize("screen", SCREENS)
def test_the_full_screen_obeys_no_article(screen: Screen, poison: str) -> None:
    session = browsing(screen, answer("securite", [attacker(poison), MEETING]))
    assert session.results
    opened = Opened(1, Reading(attacker(poison), session.results.asked, ((0, 3),)))
    for shown in (session, replace(session, opened=opened), replace(session, line=POISONS[poison])):
        for focus in (Focus(), Focus(facets=True), Focus(line=POISONS[poison])):
            frame = view(shown, focus)
            assert harmless(plain.text(frame))
            assert len(frame) == screen.rows
            assert max(map(line_width, frame)) <= screen.columns
