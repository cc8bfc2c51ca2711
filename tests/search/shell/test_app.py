"""The shell on a real terminal."""

import shutil
from pathlib import Path

from index.build import build
from tests.conftest import SAMPLE
from tests.search.shell.real_terminal import RealTerminal, shell_on
from tests.support.naming import make


def looks(terminal: RealTerminal, word: str) -> set[tuple[str, bool]]:
    """Return the colour of each position where a word is on the screen, and whether it is bold there."""
    found: set[tuple[str, bool]] = set()
    for number, row in enumerate(terminal.screen.display):
        start = row.find(word)
        if start >= 0 and not row.startswith("> "):
            char = terminal.screen.buffer[number][start]
            found.add((char.fg, char.bold))
    return found


def test_a_session(mine: Path) -> None:
    with shell_on(mine) as terminal:
        greeting = terminal.wait(":help · Tab: full screen")
        assert "Manchette: 71 articles, 2024-" in greeting
        terminal.enter("securite")
        page = terminal.answer("10 articles · by relevance")
        assert ("red", True) in looks(terminal, "sécurité")
        assert all(len(row) <= 80 for row in page.splitlines())
        terminal.enter(":filter date:2025-11")
        terminal.answer("[date:2025-11] >")
        terminal.enter("1")
        terminal.wait(" 1/3  securite")
        terminal.type("q")
        terminal.answer("[date:2025-11] >")
        terminal.enter(":drop all")
        terminal.answer("10 articles · by relevance")
        terminal.enter("a")
        terminal.answer("] >")
        terminal.enter(":results")
        terminal.answer("a ✓")
        terminal.enter("a")
        terminal.answer("10 articles · by relevance")
        terminal.enter("(maroc")
        terminal.wait("this parenthesis is never closed")
        terminal.type("\x04")
        assert terminal.ends() == 0


def test_the_demo_opens_on_an_answer_that_can_be_narrowed(tmp_path: Path) -> None:
    with shell_on(tmp_path, command="demo", XDG_CACHE_HOME=str(tmp_path)) as terminal:
        shown = terminal.answer("Try 1 to read the first result")
        assert "> sécurité\n10 articles · by relevance\n" in shown
        terminal.enter("a")
        terminal.answer("a ✓")
        terminal.enter(":quit")
        assert terminal.ends() == 0


def test_tab_completes_a_name_without_its_accents(mine: Path) -> None:
    with shell_on(mine) as terminal:
        terminal.wait(":help")
        terminal.type("person:aissatou")
        terminal.wait("Aïssatou N'Diaye")
        terminal.type("\t\r")
        terminal.wait('> person:"Aïssatou N\'Diaye"')
        terminal.wait("6 articles")


def test_ctrl_c_cancels_the_line_and_ctrl_d_leaves(mine: Path) -> None:
    with shell_on(mine) as terminal:
        terminal.type("securite")
        terminal.wait("> securite")
        terminal.type("\x03")
        terminal.enter(":help fields")
        terminal.wait("personne:")
        assert "articles (" not in terminal.text
        terminal.type("\x04")
        assert terminal.ends() == 0


def test_history_survives(mine: Path) -> None:
    with shell_on(mine) as terminal:
        terminal.enter("introuvablement")
        terminal.wait("no article")
        terminal.enter(":quit")
        assert terminal.ends() == 0
    with shell_on(mine) as terminal:
        terminal.type("\x1b[A\x1b[A")
        terminal.wait("> introuvablement")


def test_a_history_that_cannot_be_kept_is_no_error(mine: Path) -> None:
    (mine / "history").mkdir()
    with shell_on(mine) as terminal:
        terminal.enter("introuvablement")
        terminal.wait("no article")
        terminal.type("\x1b[A")
        terminal.wait_until(lambda text: text.count("> introuvablement") == 2, "the line of before")


def test_a_headline_pasted_on_several_lines_is_one_query(mine: Path) -> None:
    with shell_on(mine) as terminal:
        terminal.wait(":help")
        terminal.type("\x1b[200~Vingt policières belges\nen stage à l’ONU\n\x1b[201~")
        terminal.wait("> Vingt policières belges en stage à l’ONU")
        terminal.type("\r")
        terminal.wait("   1  2025-11-25")


def test_without_colours_what_matches_is_bold(mine: Path) -> None:
    with shell_on(mine, NO_COLOR="1") as terminal:
        terminal.enter("securite")
        terminal.answer("10 articles")
        assert looks(terminal, "sécurité") >= {("default", True)}
        assert {char.fg for row in terminal.screen.buffer.values() for char in row.values()} == {"default"}


def test_a_dumb_terminal_is_enough(mine: Path) -> None:
    with shell_on(mine, TERM="dumb") as terminal:
        terminal.enter("securite")
        terminal.wait("10 articles")
        terminal.enter(":q")
        assert terminal.ends() == 0


def test_a_page_is_laid_out_for_the_size_that_the_terminal_has_now(mine: Path) -> None:
    with shell_on(mine, COLUMNS="80", LINES="24") as terminal:
        terminal.enter("securite")
        terminal.answer("10 articles")
        terminal.resize(120, 40)
        terminal.enter("securite")
        page = terminal.answer("━")
        assert max(map(len, page.splitlines())) > 90


def test_an_article_is_read_in_our_own_reader_whatever_the_pager(mine: Path) -> None:
    with shell_on(mine, rows=12, PAGER="sed s/^/PAGED:/") as terminal:
        terminal.enter("securite")
        terminal.wait("1-4 of 10")
        terminal.enter("1")
        terminal.wait(" 1/10  securite")
        assert "PAGED:" not in terminal.text


def test_names_are_merged_and_completed_as_they_are_now(tmp_path: Path) -> None:
    with shell_on(make(tmp_path)) as terminal:
        terminal.enter(":facets org")
        terminal.wait("  2  Nations rurales")
        terminal.enter(":merge 2 1")
        terminal.wait("to undo: :entities undo")
        terminal.type("org:nations")
        terminal.wait_until(lambda text: text.count("Nations rurales") == 3, "the name that is offered")
        terminal.type("\t\r")
        terminal.wait('> org:"Nations rurales"')
        terminal.wait("4 articles")
        (tmp_path / ".manchette" / "aliases.txt").write_text("!Nations rurales\n", "utf-8")
        terminal.enter('org:"Nations rurales"')
        terminal.wait("no article")


def test_the_shell_answers_from_the_index_as_it_is_now(mine: Path, tmp_path: Path) -> None:
    with shell_on(mine) as terminal:
        terminal.wait("71 articles")
        (tmp_path / "nouveau.txt").write_text("L’Écho\n12 mars 2025\nUn zébulon traverse Dakar.\n", "utf-8")
        build(mine, [tmp_path / "nouveau.txt"], rebuild=True)
        terminal.enter("zebulon")
        terminal.wait("1 article")
        terminal.wait("Un zébulon traverse Dakar")


def test_an_index_that_goes_away_is_an_error_and_not_the_end(mine: Path) -> None:
    with shell_on(mine) as terminal:
        terminal.wait(":help")
        (mine / "manifest.json").rename(mine / "elsewhere")
        shutil.rmtree(mine / "generations")
        terminal.enter("securite")
        terminal.wait("manchette index FOLDER")
        terminal.enter(":help fields")
        terminal.wait("personne:")
        (mine / "elsewhere").rename(mine / "manifest.json")
        build(mine, [SAMPLE], rebuild=True)
        terminal.enter("securite")
        terminal.wait("10 articles")
