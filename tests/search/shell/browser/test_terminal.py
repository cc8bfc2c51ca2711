"""The full screen on a real terminal: list, article, live search, facets, marks; and where it never opens."""

from pathlib import Path

from tests.search.shell.real_terminal import RealTerminal, shell_on


def test_from_the_line_to_the_browser_and_back_at_80x24(mine: Path) -> None:
    with shell_on(mine) as terminal:
        terminal.enter("securite")
        terminal.wait_until(lambda _: terminal.asks and terminal.screen.cursor.y > 5, "the page")
        terminal.type("\t")
        terminal.wait("▸  1  20")
        terminal.type("j")
        terminal.wait("▸  2  20")
        terminal.type("m")
        terminal.wait("▸✓ 2  20")
        terminal.type("\r")
        terminal.wait("✓ 2/10  securite")
        terminal.type("n")
        terminal.wait("match 1 of ")
        terminal.type("]")
        terminal.wait(" 3/10  securite")
        terminal.type("q")
        terminal.wait("▸  3  20")
        terminal.type("/")
        terminal.wait("/securite▏")
        terminal.type("\x15maroc")
        terminal.wait_until(lambda text: " maroc " in text.splitlines()[0], "the answer to maroc")
        terminal.type("\x1b")
        terminal.wait_until(
            lambda text: " securite " in text.splitlines()[0] and "/maroc" not in text, "the list"
        )
        terminal.type("y")
        terminal.wait("copied, if the terminal allows it: ")
        terminal.type("3\r")
        terminal.wait(" 3/10  securite")
        assert opened_rows(terminal) > 10
        terminal.type("qq")
        page = terminal.wait_until(lambda _: terminal.asks and terminal.screen.cursor.y > 3, "the line")
        assert "✓" not in page.splitlines()[3]
        terminal.enter("1")
        terminal.wait(" 1/10  securite")
        terminal.type("q")
        terminal.wait_until(lambda _: terminal.asks, "the line")
        terminal.enter(":entities")
        terminal.wait("PgDn further")
        terminal.type(":zorro x\r")
        terminal.wait("there is no command :zorro")
        terminal.type("q")
        terminal.wait_until(lambda _: terminal.asks, "the line")
        terminal.type("\x04")
        assert terminal.ends() == 0


def opened_rows(terminal: RealTerminal) -> int:
    """Return the number of rows with a text."""
    return sum(1 for row in terminal.text.splitlines() if row.strip())


def test_the_screen_is_split_at_120x40_and_follows_the_size(mine: Path) -> None:
    with shell_on(mine, columns=120, rows=40, MANCHETTE_LANG="fr") as terminal:
        terminal.enter("securite")
        terminal.wait_until(lambda _: terminal.asks and terminal.screen.cursor.y > 5, "the page")
        terminal.type("\x1bOQ")  # F2
        split = terminal.wait(" 1/10  securite")
        assert " │ " in split
        terminal.type("fj ")
        terminal.wait(":filtre personne:")
        terminal.wait("[x]")
        terminal.type("f")
        terminal.resize(60, 20)
        narrow = terminal.wait_until(lambda text: "▸  1" in text and " │ " not in text, "the narrow screen")
        assert max(map(len, narrow.splitlines())) <= 60
        terminal.type("?")
        terminal.wait("lit l’article")
        terminal.type("qq")
        terminal.wait_until(lambda _: terminal.asks, "the line")


def test_a_plain_shell_has_no_full_screen_and_reads_page_by_page(mine: Path) -> None:
    with shell_on(mine, "--plain", rows=12) as terminal:
        terminal.enter("securite")
        terminal.wait("> ")
        terminal.enter(":browse")
        terminal.wait("this terminal shows line by line")
        terminal.enter("1")
        terminal.wait("Enter: more")
        assert "\x1b" not in terminal.text
        terminal.enter("")
        terminal.type("q\r")
        terminal.enter(":match")
        terminal.wait("match 1 of")
        terminal.enter(":quit")
        assert terminal.ends() == 0
