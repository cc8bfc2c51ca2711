"""A press that attacks the terminal of its reader: in texts, names of files, columns, aliases and queries."""

import csv
import json
import os
import re
from pathlib import Path

from search.render.inert import OBEYED

CANARY = "KANARI"
"""The word behind each attack."""

SELECTOR = ";77"
"""A parameter that no sequence of ours has: whatever sequence reaches a terminal with it is not ours."""

ATTACKS = (
    f"\x1b[31{SELECTOR}m{CANARY}", f"\x1b[2{SELECTOR}J{CANARY}", f"\x1b[8{SELECTOR}m{CANARY}", f"\x9b31{SELECTOR}m{CANARY}",
    f"\x1b]0;{CANARY}\x07{CANARY}", f"\x1b]8;;http://x.invalid\x1b\\{CANARY}\x1b]8;;\x1b\\", f"\x1b]52;c;S0FO\x07{CANARY}",
    f"\x1bP$q{CANARY}\x1b\\", f"\x1bc{CANARY}", f"\x1b(0{CANARY}", f"\x1b[6n{CANARY}", f"\x90{CANARY}\x9c", f"\x9d0;{CANARY}\x9c",
    *(f"{sign}{CANARY}" for sign in "\x00\x07\x08\x0b\x0c\r\x0e\x7f\x85\u00ad\u061c\u200b\u200e\u200f\u2028\u2029"),
    *(f"{sign}{CANARY}" for sign in "\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff\ufff9\U000e0041"),
    f"[red]{CANARY}[/red]", f"[link=http://x.invalid]{CANARY}", f"{CANARY}{chr(0x301) * 200}", f"\u05d0\u05d1 {CANARY}", f"=1+{CANARY}",
)  # fmt: skip
"""What a terminal, a toolkit or a spreadsheet may obey."""

EVERY_ATTACK = " ".join(ATTACKS)

_SEQUENCE = re.compile(r"\x1b[^\[=>M]|\x1b\[[^@-~]*" + SELECTOR)
"""The sequences that neither our pages nor our shell, its toolkit and its pager write: all but those of cursor and looks."""

_CONTROL_BEFORE_CANARY = re.compile(f"[\x00-\x09\x0b-\x1f\x7f](?={CANARY})")
_UNSEEN = re.compile(OBEYED.pattern.replace("\x00-\x1f\x7f-\x9f", "\x80-\x9f"))


def obeyed_in_pipe(output: str) -> str:
    """Return the first thing in the output of a pipe that a terminal would obey, "" for none."""
    found = OBEYED.search(output.replace("\n", ""))
    return ascii(found[0]) if found else ""


def obeyed_on_terminal(output: str) -> str:
    """Return the first thing in the output to a terminal that is obeyed and not ours, "" for none."""
    found = _SEQUENCE.search(output) or _CONTROL_BEFORE_CANARY.search(output) or _UNSEEN.search(output)
    return ascii(output[max(0, found.start() - 20) : found.end() + 20]) if found else ""


def write(folder: Path) -> None:
    """Write the articles, with hostile names of files and folders where the file system takes them."""
    folder.mkdir()
    records = [_record(number, attack) for number, attack in enumerate((*ATTACKS, EVERY_ATTACK))]
    (folder / "lignes.jsonl").write_text("".join(json.dumps(record) + "\n" for record in records), "utf-8")
    (folder / "refus.jsonl").write_text(
        "".join(f'{{"{attack}": "{attack}"}}\n' for attack in ATTACKS), "utf-8", "surrogatepass"
    )
    with (folder / "table.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["title", "text", EVERY_ATTACK.replace("\r", "")])
        writer.writerows(
            [attack, f"Le texte de la table {number} {attack}", attack]
            for number, attack in enumerate(ATTACKS)
        )
    with (folder / "sans-texte.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([[attack for attack in ATTACKS if attack.strip()], ["1"] * len(ATTACKS)])
    for number, attack in enumerate((*ATTACKS, "\udcff\udce9")):
        name = attack.replace("\0", "").replace("/", "_")
        text = f"{attack}\n12 mars 2025\n{attack} titre\n\nLe port rouvre, {attack}, dit Jean {attack} Dupont à {attack} Dakar.\n"
        _write(folder / f"{number} {name}.txt", text)
        _write(folder / f"{number} {name}" / f"{name}.jsonl", f"{{{text}")
        _write(folder / f"{number} {name}" / f"{name}.docx{name}", text)


def aliases() -> bytes:
    """Return the bytes of a file of aliases."""
    lines = [f"Dakar = {attack}\n{attack} = Dakar\n!{attack}\n= {attack}" for attack in ATTACKS]
    return "\n".join(lines).encode("utf-8", "surrogatepass") + b"\n\xff\xfe = \x00\n"


def _record(number: int, attack: str) -> dict[str, object]:
    return {
        "id": f"h{number}{attack}"[:60],
        "title": f"Titre {attack}",
        "heading": f"{attack} chapô",
        "text": f"Le port {attack} de Dakar rouvre, a dit Jean {attack}.\n\n{attack}\n\nUn {attack} paragraphe \ud83d de plus.",
        "source": f"Le Phare {attack}",
        "date": f"2025-03-{1 + number % 28:02}",
        "category": attack,
        "author": [attack, f"Anne {attack}"],
        "url": f"https://x.invalid/{attack}",
        "person": [f"Jean {attack}", "Jean Dupont"],
        "org": [attack],
        "place": ["Dakar", f"{attack} Dakar"],
    }


def _write(path: Path, text: str) -> None:
    """Write a file where the file system takes its name."""
    try:
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(text.encode("utf-8", "surrogatepass"))
    except (OSError, ValueError):
        os.fsencode(path.name[:1])
