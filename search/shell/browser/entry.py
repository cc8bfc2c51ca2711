"""The editing of a line on the bottom row: the keys of every small line editor."""

from corpus.records import replace
from search.render.inert import inert
from search.shell.browser.focus import Entry


def typing(text: str, *, live: bool = False) -> Entry:
    """Return an entry with a text, the cursor behind it."""
    return Entry(text, len(text), live)


def edited(entry: Entry, key: str) -> Entry:
    """Return an entry after a key; a key that edits nothing leaves the entry as it is.

    >>> edited(edited(typing("laic"), "left"), "ï")
    Entry(text='laiïc', at=4, live=False)
    >>> edited(typing(":export a.csv"), "c-w").text
    ':export '
    """
    before, behind = entry.text[: entry.at], entry.text[entry.at :]
    match key:
        case "left":
            return replace(entry, at=max(0, entry.at - 1))
        case "right":
            return replace(entry, at=min(len(entry.text), entry.at + 1))
        case "home" | "c-a":
            return replace(entry, at=0)
        case "end" | "c-e":
            return replace(entry, at=len(entry.text))
        case "backspace":
            before = before[:-1]
        case "delete":
            behind = behind[1:]
        case "c-u":
            before = ""
        case "c-k":
            behind = ""
        case "c-w":
            before = before.rstrip()
            before = before[: before.rfind(" ") + 1]
        case _:
            before += pasted(key)
    return replace(entry, text=before + behind, at=len(before))


def pasted(key: str) -> str:
    r"""Return the text that a key stands for: itself if it is a character, or a text that was pasted; else nothing.

    >>> pasted("é"), pasted("pagedown"), pasted("paste:deux\nlignes")
    ('é', '', 'deux lignes')
    """
    if key.startswith("paste:"):
        return inert(" ".join(key.removeprefix("paste:").split()))
    return inert(key) if len(key) == 1 else ""
