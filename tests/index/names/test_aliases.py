"""What a person wrote about names is read, printed and edited without a loss."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.errors import IndexFailure
from index.names.aliases import Aliases, Name, Rule, parse, read, save
from index.names.resolution import Names
from tests.support.failures import raises

WORDS = st.sampled_from(["Rabat", "Ségou", "Femen", "Jean Dupont", "ONU", "L’Équipe", "Star Wars: Rogue One"])
NAMES = st.builds(Name, st.sampled_from(["", "person", "place", "org"]), WORDS)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("merge"), NAMES, st.lists(NAMES, min_size=1, max_size=3)),
        st.tuples(st.sampled_from(["drop", "split"]), NAMES, st.just([])),
    ),
    max_size=8,
)


def edited(aliases: Aliases, step: tuple[str, Name, list[Name]]) -> Aliases:
    verb, name, variants = step
    match verb:
        case "merge":
            return aliases.merge(name, variants)
        case "drop":
            return aliases.drop(name)
        case _:
            return aliases.split(name)


def test_a_file_is_read_line_by_line() -> None:
    aliases = parse("# mine\nNations unies = ONU | org:UN\n\n!Lire\nlieu:Lou\n")

    assert aliases.rules == (
        Rule(Name("", "Nations unies"), (Name("", "ONU"), Name("org", "UN"))),
        Rule(Name("", "Lire"), dropped=True),
        Rule(Name("place", "Lou")),
    )


@pytest.mark.parametrize("line", ["= ONU", "!", "! = ONU", "!A = B", "…", "person: = A"])
def test_a_line_that_is_no_rule_is_reported_and_stays_as_it_is(line: str) -> None:
    aliases = parse(f"Rabat = Ribat\n{line}\n")

    assert aliases.unread == (line,)
    assert str(aliases) == f"Rabat = Ribat\n{line}\n"
    assert len(aliases.rules) == 1


@given(st.text(max_size=200))
def test_any_text_is_read_and_printed_with_the_same_rules(text: str) -> None:
    aliases = parse(text)

    assert parse(str(aliases)).rules == aliases.rules


@given(STEPS)
def test_what_is_edited_prints_as_what_is_read_again(steps: list[tuple[str, Name, list[Name]]]) -> None:
    aliases = Aliases()
    for step in steps:
        aliases = edited(aliases, step)

    assert parse(str(aliases)) == aliases


@given(STEPS, NAMES, st.lists(NAMES, min_size=1, max_size=3))
def test_what_is_merged_is_one_entity_whatever_was_said_before(
    steps: list[tuple[str, Name, list[Name]]], name: Name, variants: list[Name]
) -> None:
    aliases = Aliases()
    for step in steps:
        aliases = edited(aliases, step)
    names = Names(aliases=aliases.merge(name, variants))

    for one in (name, *variants):
        for field, _ in one.meanings:
            into = names.value(name.field or field, name.text)
            assert into is not None
            assert names.value(field, one.text) == into


@given(STEPS, NAMES)
def test_to_drop_a_name_and_to_split_it_leaves_what_was(
    steps: list[tuple[str, Name, list[Name]]], name: Name
) -> None:
    aliases = Aliases()
    for step in steps:
        if step[0] == "merge":
            aliases = edited(aliases, step)

    assert aliases.drop(name).split(name) == aliases
    for field, _ in name.meanings:
        assert Names(aliases=aliases.drop(name)).value(field, name.text) is None


def test_a_variant_that_is_split_stands_alone_and_the_others_stay() -> None:
    aliases = parse("Nations unies = ONU | UN").split(Name("", "ONU"))

    assert str(aliases) == "Nations unies = UN\n"
    assert str(aliases.split(Name("", "UN"))) == ""


def test_a_name_that_others_are_merged_into_is_split_from_all_of_them() -> None:
    assert str(parse("# mine\nNations unies = ONU | UN").split(Name("org", "nations unies"))) == "# mine\n"


def test_what_the_corpus_merges_is_split_by_a_line_of_its_own() -> None:
    assert str(Aliases().split(Name("person", "Lou"))) == "person:Lou\n"


def test_what_was_merged_into_a_name_follows_it_into_another() -> None:
    aliases = parse("Nations unies = ONU").merge(Name("", "Nations Unies (ONU)"), [Name("", "Nations unies")])

    assert aliases.rules == (
        Rule(Name("", "Nations Unies (ONU)"), (Name("", "ONU"), Name("", "Nations unies"))),
    )


def test_a_file_is_saved_with_the_lines_that_it_had_and_a_new_one_says_what_it_is(tmp_path: Path) -> None:
    assert read(tmp_path) == Aliases()
    save(tmp_path, Aliases().drop(Name("", "Lire")))
    first = (tmp_path / "aliases.txt").read_text("utf-8")
    save(tmp_path, read(tmp_path).merge(Name("", "Rabat"), [Name("", "Ribat")]))

    assert first.startswith("# ")
    assert (tmp_path / "aliases.txt").read_text("utf-8") == first + "Rabat = Ribat\n"


def test_a_line_that_is_not_utf_8_is_reported_and_keeps_its_bytes(tmp_path: Path) -> None:
    written = "Ségou = Segu\n".encode("latin-1") + "Rabat = Ribat # déjà\n".encode()
    (tmp_path / "aliases.txt").write_bytes(written)
    aliases = read(tmp_path)
    save(tmp_path, aliases.drop(Name("", "Lire")))

    assert [rule.name for rule in aliases.rules] == [Name("", "Rabat")]
    assert len(aliases.unread) == 1
    assert (tmp_path / "aliases.txt").read_bytes() == written + b"!Lire\n"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_a_file_of_an_editor_that_marks_its_encoding_is_read(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "aliases.txt").write_text("Ségou = Segu\r\n!Lire\r\n", encoding)

    assert [str(rule) for rule in read(tmp_path).rules] == ["Ségou = Segu", "!Lire"]


def test_a_name_may_hold_what_other_programs_take_for_a_line_break() -> None:
    assert len(parse("Ségou\x0bSegu\x85\u2028Rabat = Ribat\n").rules) == 1


def test_a_file_that_no_person_wrote_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "aliases.txt"
    file.write_bytes(b"Rabat = Rbat\n" * 200_000)
    with raises(IndexFailure, "index.unfit_text", "mend.move_away"):
        read(tmp_path)
    file.unlink()
    os.mkfifo(file)  # opened, it would wait for ever
    with raises(IndexFailure, "index.unfit_text", "mend.move_away"):
        read(tmp_path)


def test_a_long_chain_of_merges_is_followed_as_far_as_any_other_and_no_further(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    names = Names(aliases=parse("".join(f"N{number} = N{number + 1}\n" for number in range(500))))
    looked_up: list[str] = []

    def whole(name: str) -> str:
        looked_up.append(name)
        return f"={name.lower()}"

    monkeypatch.setattr("index.names.resolution.whole", whole)

    names.value("person", "N3")

    assert len(looked_up) < 500 * 3 * 30, "each line is compared with all lines above"
