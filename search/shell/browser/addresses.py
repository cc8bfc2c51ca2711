"""Links and the clipboard by escape sequences: which terminals take them, and what is sent to them.

No data stands in a sequence as it was read: an address is encoded per cent, a copied text in base 64.  OSC 8 is the
convention of terminals for links (https://gist.github.com/egmontkob/eb114294efbcd5adb1944c9f3cb5feda), OSC 52 that of
xterm for the clipboard (ctlseqs, Operating System Commands).
"""

import socket
from base64 import b64encode
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import quote, urlsplit

_LINKING_TERMINALS = ("alacritty", "contour", "foot", "ghostty", "kitty", "mlterm", "rio", "wezterm", "tmux")
"""What the TERM of terminals with links has in it; through ssh, TERM is all that is known.  tmux drops what it cannot show."""

_LINKING_PROGRAMS = ("iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper", "mintty", "rio", "Tabby")
"""The values of TERM_PROGRAM of such terminals."""

_LINKING_VARIABLES = ("WT_SESSION", "KITTY_WINDOW_ID", "KONSOLE_VERSION", "DOMTERM", "TERMINATOR_UUID")
"""Variables that such terminals set."""

_MIN_VTE_VERSION = 5000
"""VTE has links from 0.50 on (its NEWS)."""

_SAFE_SIGNS = "%/:?#[]@!$&'()*+,;=~"
"""Signs of an address that stay as they are (RFC 3986, section 2.2), and the per cent sign of one that is encoded."""

_MAX_COPIED_CHARACTERS = 10_000
"""Longer texts are not sent to a clipboard: a terminal may take 100,000 bytes (xterm) or fewer."""

LINK_END = "\x1b]8;;\x1b\\"


def takes_links(environment: Mapping[str, str]) -> bool:
    """Return whether the terminal is known to take links; the others may print the sequence."""
    if any(name in environment.get("TERM", "") for name in _LINKING_TERMINALS):
        return True
    vte = environment.get("VTE_VERSION", "")
    return (
        environment.get("TERM_PROGRAM", "") in _LINKING_PROGRAMS
        or any(environment.get(name) for name in _LINKING_VARIABLES)
        or (vte.isdecimal() and int(vte) >= _MIN_VTE_VERSION)
    )


def link(address: str, folder: Path) -> str:
    r"""Return the sequence that begins a link to a web address, or to a file by its path; "" for any other address.

    >>> link("https://exemple.fr/é\x1b]0;", Path("/")).encode().isascii()
    True
    """
    try:
        scheme = urlsplit(address).scheme
    except ValueError:
        return ""
    if scheme in ("http", "https"):
        return f"\x1b]8;;{quote(address, _SAFE_SIGNS, errors='replace')}\x1b\\"
    if scheme and "/" not in address.partition(":")[0]:
        return ""
    path = quote(str(folder / address), "/", errors="replace")
    return f"\x1b]8;;file://{quote(socket.gethostname())}{path}\x1b\\"


def copying(text: str, environment: Mapping[str, str]) -> str:
    """Return the sequence that copies a text; "" for a text that is too long, and for the console of Linux, which prints it."""
    if not text or len(text) > _MAX_COPIED_CHARACTERS or environment.get("TERM") == "linux":
        return ""
    return f"\x1b]52;c;{b64encode(text.encode(errors='replace')).decode()}\x07"
