"""The letters of a page of a PDF, as pdfium gives them: words in runs, with their places and the size of their font."""

from collections.abc import Callable, Iterator
from typing import Any

from corpus.expression import expression
from corpus.readers.documents.layout import Run

_WORD = expression("([^\\s\x00\x02\ufffe]+)([\x02\ufffe]?)")
"""A word, and what pdfium has for a hyphen at the end of a line."""
_SAME_ROW = 0.4
"""Times the size of the letters that two words of a row differ in height, at most."""
_WIDE_GAP = 1.2
"""Times the size of the letters between two words that are not of one line: gutters are wider, blanks are not."""


def runs(document: Any, number: int) -> list[Run]:  # noqa: ANN401 - pypdfium2 has no types
    """Return the runs of letters of a page; none of a page that is damaged."""
    import pypdfium2

    try:
        page = document[number]
    except pypdfium2.PdfiumError:
        return []
    text = page.get_textpage()
    try:
        return [*_of_letters(_letters(text), _box(text))]
    finally:
        text.close()
        page.close()


def _letters(text: Any) -> str:  # noqa: ANN401 - as above
    """Return the letters of a page, as many as it has places for letters."""
    from pypdfium2.raw import FPDFText_GetUnicode

    letters: str = text.get_text_range()
    count = text.count_chars()
    if len(letters) == count:
        return letters
    return "".join(chr(FPDFText_GetUnicode(text, number)) for number in range(count))


def _box(text: Any) -> Callable[[int], tuple[float, float, float, float]]:  # noqa: ANN401 - as above
    """Return what gives the left, bottom, right and top edge of the letter of a number, as high as its font."""
    from pypdfium2.raw import FS_RECTF, FPDFText_GetLooseCharBox

    box = FS_RECTF()

    def of_letter(number: int) -> tuple[float, float, float, float]:
        FPDFText_GetLooseCharBox(text, number, box)
        return box.left, box.bottom, box.right, box.top

    return of_letter


def _of_letters(letters: str, box: Callable[[int], tuple[float, float, float, float]]) -> Iterator[Run]:
    """Yield the words of a page that stand on one line without a gap between them, as one run."""
    words: list[str] = []
    first = last = Run("", 0, 0, 0, 0)
    for word in _WORD.finditer(letters):
        start, end = word.span(1)
        left, bottom, right, top = box(start)
        if end - start > 1:
            right = box(end - 1)[2]
        run = Run(f"{word[1]}-" if word[2] else word[1], left, right, bottom, top - bottom)
        if words and not _is_next(last, run):
            yield first._replace(text=" ".join(words), right=last.right)
            words.clear()
        if not words:
            first = run
        words.append(run.text)
        last = run
    if words:
        yield first._replace(text=" ".join(words), right=last.right)


def _is_next(before: Run, word: Run) -> bool:
    size = max(word.size, before.size)
    return (
        abs(before.bottom - word.bottom) < _SAME_ROW * size
        and -_SAME_ROW * size < word.left - before.right < _WIDE_GAP * size
    )
