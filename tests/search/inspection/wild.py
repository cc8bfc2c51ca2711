"""A folder as people have it: several formats, files of other programs, empty and unreadable ones, names that attack."""

import os
import zipfile
from pathlib import Path

EVIL = "evil\x1b[31m\u202etxt.txt"


def make(folder: Path) -> Path:
    """Make the folder, and return it."""
    (folder / "img").mkdir(parents=True)
    for number in range(300):
        (folder / "img" / f"p{number:03}.scan").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(30))
    for number in range(5):
        (folder / f"vide{number}.txt").write_text("", "utf-8")
    for number in range(12):
        (folder / f"base{number}.db{number}").write_text("abc", "utf-8")
    with zipfile.ZipFile(folder / "lot.zip", "w") as packed:
        packed.writestr("note.xyz", "rien")
    (folder / EVIL).write_text(
        "Le Soir du Port\n12 mars 2025\n\x1b[31mLe port \u202erouvre demain à Dakar.\n", "utf-8"
    )
    (folder / "demain.txt").write_text(
        "Le Fanal\n12 mars 2030\nL’Ã©tÃ© <p>dernier</p> du port &eacute;tait beau, dit-on à Dakar.\n", "utf-8"
    )
    wide = ["Port,Le port,rouvre"] * 40
    (folder / "large.csv").write_text(
        "\n".join(["titre,texte", *wide, "Port,Le port rouvre lundi."]), "utf-8"
    )
    rows = [f"T{day};Le port numéro {day} rouvre lundi à Dakar.;2024-01-{day:02}" for day in range(1, 29)]
    (folder / "export.csv").write_text("\n".join(["titre;texte;date", *rows]), "cp1252")
    os.mkfifo(folder / "tube.txt")
    return folder
