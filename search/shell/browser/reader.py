"""The open article on the full screen, its rows below a head that says where the person is in it."""

from search.commandline.search_options import EVERY_ARTICLE
from search.messages import say
from search.render.clauses import field_name
from search.render.lines import Fragment, Line, Style, cell_width, clip, line
from search.results import Reading
from search.shell.browser.article import LaidOut, laid_out
from search.shell.browser.geometry import Geometry
from search.shell.session import Opened, Session


def reader(session: Session, sizes: Geometry) -> list[Line]:
    """Return the head and the rows of the open article; on a split screen without one, of the article at the cursor."""
    opened = session.opened or _at_cursor(session)
    if opened is None:
        return [line("")]
    laid = laid_out(opened.reading, sizes.reader_columns)
    head = _head(session, opened, laid, sizes)
    margin = Fragment("" if sizes.split else " ")
    top = max(0, min(opened.top, len(laid.lines) - sizes.reader_rows))
    return [head, *((margin, *row) for row in laid.at(opened.match)[top : top + sizes.reader_rows])]


def question(session: Session) -> str:
    """Return what is asked as a person would say it: the headline of the one article that those of the answer are like, for its id."""
    originals = session.results.originals if session.results else ()
    if len(originals) == 1 and session.line.partition(":")[0] in ("like", field_name("like")):
        return say("page.like", title=originals[0].article.title)
    return session.line or EVERY_ARTICLE


def _at_cursor(session: Session) -> Opened | None:
    """Return the article at the cursor as it would open; the names in it are marked once it is open."""
    result = session.known.get(session.cursor)
    if result is None or session.results is None:
        return None
    return Opened(
        result.rank,
        Reading(result.article, session.results.asked, duplicates=result.duplicates, kept=result.kept),
    )


def _head(session: Session, opened: Opened, laid: LaidOut, sizes: Geometry) -> Line:
    """Return the rank of an article and what was asked, or its id, and the number of the match that the person is at."""
    count = len(laid.matches)
    if opened.match:
        said = say("browser.match_of", number=opened.match, count=count)
    else:
        said = say("browser.matches", count=count)
    if session.results and opened.rank:
        where = f"{say('browser.of', rank=opened.rank, last=session.results.last)}  {question(session)}"
    else:
        where = opened.reading.article.id
    is_marked = "✓ " if opened.reading.article.id in session.marks else ""
    columns = sizes.reader_columns if sizes.split else session.screen.columns
    left = clip(f" {is_marked}{where}", columns - cell_width(said) - 2)
    gap = " " * (columns - cell_width(left) - cell_width(said) - 1)
    return (Fragment(left, Style.TITLE), Fragment(f"{gap}{said}", Style.QUIET))
