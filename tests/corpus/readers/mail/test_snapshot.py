"""Pages saved as messages, and newsletters that look like them."""

from pathlib import Path

import pytest

from corpus.formats import opened
from corpus.source import Source

PAGE = "\n--b\nContent-Type: text/html\nContent-Location: https://exemple.fr/port\n\n<p>Le port</p>\n--b--\n"
RELATED = "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n"


@pytest.mark.parametrize(
    ("headers", "name"),
    [
        (f"From: <Saved by Blink>\nSubject: x\n{RELATED}", "MHTML"),
        (f"Snapshot-Content-Location: https://exemple.fr/port\nDate: x\n{RELATED}", "MHTML"),
        (f'From: "Enregistré par un navigateur"\nSubject: x\n{RELATED}', "MHTML"),
        (f"From: Le Fanal <a@exemple.fr>\nTo: b@exemple.fr\nSubject: x\nMessage-ID: <1@a>\n{RELATED}", "EML"),
    ],
)
def test_a_newsletter_with_pictures_is_a_mail(tmp_path: Path, headers: str, name: str) -> None:
    path = tmp_path / "a.bin"
    path.write_text(headers + PAGE, "utf-8")
    assert opened(Source(path, "a.bin"), {}).format == name
