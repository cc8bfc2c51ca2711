"""The commands `similar`, `companions` and `compare`: what they write, and how they end."""

import json
from pathlib import Path

import pytest

from tests.conftest import Run
from tests.search.study.press import press
from tests.support.press import write_lines


@pytest.fixture(scope="module")
def veil(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the lines of the press of the study, one of its articles in a second paper."""
    folder = tmp_path_factory.mktemp("press")
    records: list[dict[str, object]] = [
        {
            "id": one.id,
            "title": one.title,
            "text": one.body,
            "persons": list(one.person),
            "source": "Le Phare",
        }
        for one in press()
    ]
    story = " ".join(f"mot{number} voile" for number in range(60))
    twin = {"title": "Un voile repris", "text": story}
    records += [{"id": "Ancre", "source": "L’Ancre", **twin}, {"id": "Bouée", "source": "La Bouée", **twin}]
    write_lines(folder / "a.jsonl", records)
    return folder


def test_the_study_of_a_press(veil: Path, manchette: Run) -> None:
    assert manchette("index", "a.jsonl", "--entities", "none", cwd=veil).returncode == 0

    similar = manchette("similar", "voile-3", "-n", "3", cwd=veil)
    assert similar.returncode == 0
    assert "like “Le voile à l’école de Ségou” · Le Phare · undated" in similar.stdout
    assert similar.stdout.count("Le voile à l’école de") == 4
    ids = manchette("similar", "barrage-2", "-n", "4", "--format", "ids", cwd=veil).stdout.split()
    assert [one.split("-")[0] for one in ids] == ["barrage"] * 4
    dated = manchette(
        "similar", "voile-3", "--format", "csv", "--fields", "titre", "--until", "1900", cwd=veil
    )
    assert (dated.returncode, dated.stdout) == (1, "title\n")
    twins = manchette("similar", "Ancre", cwd=veil)
    assert "also in La Bouée" in " ".join(twins.stdout.split())
    assert "Un voile repris\n" not in twins.stdout
    for wrong in ('no"body', "nobody", "\x1b"):
        absent = manchette("similar", wrong, cwd=veil)
        assert (absent.returncode, absent.stdout) == (2, "")
        assert "there is no article" in absent.stderr

    found = manchette("companions", "barrage", "--field", "words", "-n", "4", "--format", "csv", cwd=veil)
    assert (found.returncode, found.stderr) == (0, "")
    assert found.stdout.splitlines()[0] == "field,value,count,total,lift,score"
    assert len(found.stdout.splitlines()) == 5
    whole = json.loads(manchette("companions", "barrage", "--format", "json", cwd=veil).stdout)
    assert (whole["version"], whole["query"], whole["count"], whole["total"]) == (1, "barrage", 30, 92)
    assert {"field", "value", "count", "total", "lift", "score"} == whole["companions"][0].keys()
    nothing = manchette("companions", "zzzz", cwd=veil)
    assert (nothing.returncode, nothing.stdout) == (1, "")
    assert "no article" in nothing.stderr

    for study in (("companions", "barrage"), ("compare", "voile", "barrage")):
        assert manchette(*study, "--until", "1900", cwd=veil).returncode == 1

    apart = manchette("compare", "voile -mot1", "barrage", cwd=veil)
    assert apart.returncode == 0
    assert "voile -mot1 · 30 articles" in apart.stdout
    sides = json.loads(manchette("compare", "voile", "barrage", "--format", "json", cwd=veil).stdout)
    assert (sides["both"], [one["count"] for one in sides["answers"]]) == (0, [32, 30])
    table = manchette(
        "compare", "voile", "barrage", "-n", "2", "--format", "csv", cwd=veil
    ).stdout.splitlines()
    assert table[0] == "query,field,value,count,other,score"
    same = manchette("compare", "barrage", "barrages", cwd=veil)
    assert (same.returncode, same.stdout.splitlines()[-1]) == (1, "no word or name sets these answers apart")
    alone = manchette("compare", "barrage", cwd=veil)
    assert (alone.returncode, alone.stdout) == (2, "")
