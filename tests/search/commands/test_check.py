"""The commands `check` and `status`."""

from pathlib import Path

from tests.conftest import SAMPLE, Run


def test_status_and_check_tell_what_is_there(home: Path, manchette: Run) -> None:
    status = manchette("status", "-i", str(home))
    assert "articles  71" in status.stdout
    assert "L’Écho de Dakar" in status.stdout
    assert "1 article undated" in status.stdout
    sound = manchette("check", "-i", str(home))
    assert (sound.returncode, sound.stdout) == (0, "")


def test_check_finds_what_is_missing_and_says_what_mends_it(tmp_path: Path, manchette: Run) -> None:
    manchette("index", str(SAMPLE))
    [segment] = tmp_path.glob(".manchette/generations/1/engine/*.seg")
    segment.write_bytes(segment.read_bytes()[: segment.stat().st_size // 2])
    broken = manchette("check")
    assert broken.returncode == 2
    assert "manchette index --rebuild" in broken.stderr
    assert "Traceback" not in broken.stderr
    asked = manchette("query", "Dakar")
    assert asked.returncode == 2
    assert "Traceback" not in asked.stderr
    assert manchette("index", "--rebuild").returncode == 0
    assert manchette("check").returncode == 0


def test_check_finds_a_byte_that_a_disk_changed(tmp_path: Path, manchette: Run) -> None:
    manchette("index", str(SAMPLE))
    [segment] = tmp_path.glob(".manchette/generations/1/engine/*.seg")
    content = bytearray(segment.read_bytes())
    content[len(content) // 2] ^= 0xFF
    segment.write_bytes(content)
    broken = manchette("check")
    assert broken.returncode == 2
    assert "is not as it was written: type manchette index --rebuild" in broken.stderr
