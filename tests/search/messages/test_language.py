"""Which language is spoken, and that a person sees no other."""

from pathlib import Path

import pytest

from corpus.message import dump, load, message
from search.commandline.names import FRENCH_NAMES
from search.commands import COMMAND_NAMES
from search.messages import Language, chosen, say, sentence, speaking, spoken
from tests.conftest import Run


@pytest.mark.parametrize(
    ("option", "environment", "language"),
    [
        (None, {}, Language.ENGLISH),
        (None, {"LANG": "fr_FR.UTF-8"}, Language.FRENCH),
        (None, {"LANG": "fr_FR.UTF-8", "LC_ALL": "C"}, Language.ENGLISH),
        (None, {"LANG": "en_GB.UTF-8", "LC_MESSAGES": "fr_CH"}, Language.FRENCH),
        (None, {"LANG": "en_GB.UTF-8", "MANCHETTE_LANG": "fr"}, Language.FRENCH),
        ("en", {"LANG": "fr_FR.UTF-8", "MANCHETTE_LANG": "fr"}, Language.ENGLISH),
        ("fr", {"LANG": "de_DE.UTF-8"}, Language.FRENCH),
        (None, {"LANG": "de_DE.UTF-8"}, Language.ENGLISH),
    ],
)
def test_the_option_decides_then_the_variable_then_the_locale(
    option: str | None, environment: dict[str, str], language: Language
) -> None:
    assert chosen(option, environment) is language


def test_a_number_chooses_between_one_and_several_by_the_rule_of_the_language() -> None:
    english = [say("page.articles", count=count) for count in (0, 1, 2)]
    assert english == ["0 articles", "1 article", "2 articles"]
    with speaking(Language.FRENCH):
        french = [say("page.articles", count=count) for count in (0, 1, 2)]
    assert french == ["0 article", "1 article", "2 articles"]
    assert spoken() is Language.ENGLISH


def test_numbers_are_written_as_the_language_writes_them() -> None:
    size = message("page.megabytes", size=1234.56)
    assert sentence(size) == "1,234.6 MB"
    with speaking(Language.FRENCH):
        assert sentence(size) == "1\u202f234,6 Mo"


def test_a_value_is_never_read_as_a_sentence() -> None:
    with speaking(Language.FRENCH):
        assert say("command.nothing_found").startswith("aucun article")
        said = say("page.by", authors="{count} ? {0.__class__} : fin")
    assert said == "par {count} ? {0.__class__} : fin"


def test_a_stored_message_is_said_in_either_language() -> None:
    stored = dump(message("page.rejected_record", path="a.csv", where=message("reading.line", line=12),
                          reason=message("reading.empty")))  # fmt: skip
    assert sentence(load(stored)) == "a.csv, line 12: empty"
    with speaking(Language.FRENCH):
        assert sentence(load(stored)) == "a.csv, ligne 12\u00a0: vide"


@pytest.mark.parametrize("way", ["before", "after", "environment", "locale"])
def test_the_command_speaks_french_where_it_is_asked_to(way: str, home: Path, manchette: Run) -> None:
    words = ["facets", "section", "date:none", "-i", str(home)]
    match way:
        case "before":
            done = manchette("--lang", "fr", *words)
        case "after":
            done = manchette(*words, "--lang=fr")
        case "environment":
            done = manchette(*words, MANCHETTE_LANG="fr")
        case _:
            done = manchette(*words, LC_ALL="fr_FR.UTF-8", MANCHETTE_LANG="")
    assert done.stderr == "manchette: rubrique\u00a0: aucune valeur dans 1 article\n"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["query", "(maroc"], "parenthèse"),
        (["query", "personn:x"], "champ"),
        (["query", "date:2025-13"], "mois"),
        (["query", "--sort", "haut"], "n’est pas possible"),
        (["query", "--wat"], "options inconnues"),
        (["wat"], "il n’y a pas de commande «\u00a0wat\u00a0»"),
        (["show", "absent"], "il n’y a pas d’article"),
        (["show"], "il manque"),
        (["facets", "couleur"], "facette"),
        (["query", "introuvablement"], "aucun article"),
        (["--help"], "construire l’index"),
        (["index", "--help"], "usage"),
        (["entities", "merge", "Rabbat", "ONU"], "vouliez-vous"),
        (["entities", "undo"], "annuler"),
        (["status"], "journaux"),
    ],
)
def test_what_a_person_meets_is_in_french(words: list[str], said: str, home: Path, manchette: Run) -> None:
    done = manchette(*words, "-i", str(home), MANCHETTE_LANG="fr")
    assert said in done.stdout + done.stderr
    assert "type " not in done.stderr


def test_an_index_made_in_one_language_reads_in_the_other(tmp_path: Path, manchette: Run) -> None:
    (tmp_path / "presse").mkdir()
    (tmp_path / "presse" / "un.txt").write_text("Le port de Dakar rouvre lundi.\n", "utf-8")
    (tmp_path / "presse" / "vide.txt").write_text("", "utf-8")
    built = manchette("index", "presse", MANCHETTE_LANG="fr")
    assert "1 article indexé par whoosh" in built.stderr
    assert "vide.txt\u00a0: vide" in built.stderr
    assert "vide.txt: empty" in manchette("status", MANCHETTE_LANG="en").stdout


@pytest.mark.parametrize("name", COMMAND_NAMES)
def test_the_help_of_a_command_in_french_is_laid_out_as_in_english(name: str, manchette: Run) -> None:
    helped = manchette(name, "--help", MANCHETTE_LANG="fr").stdout
    assert helped.startswith(f"usage\u00a0: manchette {FRENCH_NAMES[name][0]} [-h]")
    assert "\noptions\u00a0:\n" in helped
    assert max(map(len, helped.splitlines())) <= 80
