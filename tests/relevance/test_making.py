"""The sets that are made of a newspaper ask what its headlines say."""

import json
import lzma
from pathlib import Path

import pytest

from tests.relevance import testset
from tests.relevance.making import main, names, vocabulary

ARTICLES = {
    "a": (
        "Anna Morel rouvre la piscine de Vérac",
        "À midi, Anna Morel a coupé le ruban. À Vérac, la piscine attendait.",
    ),
    "b": (
        "La piscine ferme, Anna Morel s’explique",
        "Selon la mairie, la fuite a vidé la piscine. Hier, Morel a parlé.",
    ),
    "c": (
        "Une fuite inonde le gymnase de Vérac",
        "Une fuite inonde le gymnase de Vérac. Dans la nuit, la fuite a tout pris.",
    ),
    "d": (
        "Le gymnase de Vérac attend ses travaux",
        "Pour Anna Morel, le gymnase peut attendre. Avec une fuite, le gymnase souffre.",
    ),
    "e": (
        "Vérac : le marché revient au village",
        "Ici, à Vérac, le marché plaît. Tous les jeudis, le marché revient.",
    ),
    "f": ("Anna Petit expose ses toiles", "Avec Anna Petit, le marché a une peintre. Là, Petit vend."),
    "g": ("Trois toiles d’Anna Petit volées", "De nuit, la piscine du village a perdu ses toiles."),
    "h": (
        "Anna Morel reçoit Anna Petit",
        "Au gymnase, Morel parle ; au marché, Petit peint. Enfin, Anna rit.",
    ),
    "i": ("Le marché de nuit plaît", "Des lampes, du vin, du monde : le gymnase reste vide."),
    "j": ("La fuite du gymnase est réparée", "Depuis lundi, les travaux avancent."),
    "k": ("Travaux : la mairie emprunte", "On a voté les travaux. Avec les travaux, la dette monte."),
    "l": ("La mairie vote encore les travaux", "On a voté les travaux. Avec les travaux, la dette monte."),
}
"""By id, the headline and the text; `c` repeats its headline, `l` is printed twice."""


def made(folder: Path, *, packed: bool = False) -> Path:
    records = [{"id": name, "title": title, "text": text} for name, (title, text) in ARTICLES.items()]
    lines = "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records).encode()
    corpus = folder / ("verac.jsonl.xz" if packed else "verac.jsonl")
    corpus.write_bytes(lzma.compress(lines) if packed else lines)
    main([str(corpus), str(folder / "made")])
    return folder / "made"


def asked(folder: Path, name: str) -> dict[str, set[str]]:
    judged = testset.load(made(folder), name)
    return {text: judged.relevant[query] for query, text in judged.queries.items()}


def test_a_headline_asks_for_its_article_unless_the_text_begins_with_it(tmp_path: Path) -> None:
    right = asked(tmp_path, "verac_title")
    assert right["Anna Petit expose ses toiles"] == {"f"}
    assert ARTICLES["c"][0] not in right


def test_a_text_printed_twice_is_one_article(tmp_path: Path) -> None:
    judged = testset.load(made(tmp_path), "verac_title")
    assert {article.id for article in testset.articles(judged)} == set(ARTICLES) - {"k"}
    assert "Travaux : la mairie emprunte" not in judged.queries.values()


def test_a_name_asks_for_the_articles_whose_headline_has_it(tmp_path: Path) -> None:
    assert asked(tmp_path, "verac_name") == {"Anna Morel": {"a", "b", "h"}, "Anna Petit": {"f", "g", "h"}}


def test_a_name_of_one_word_is_no_first_name(tmp_path: Path) -> None:
    right = asked(tmp_path, "verac_name1")
    assert right == {"Vérac": {"a", "c", "d", "e"}, "Morel": {"a", "b", "h"}, "Petit": {"f", "g", "h"}}


def test_two_words_ask_for_the_articles_whose_headline_has_both(tmp_path: Path) -> None:
    right = asked(tmp_path, "verac_two")
    assert right
    for text, articles in right.items():
        first, second = text.split()
        assert articles == {name for name in ARTICLES if {first, second} <= set(words(name))} - {"k"}
        assert {first, second} not in ({"Anna", "Morel"}, {"Anna", "Petit"})


def words(article: str) -> list[str]:
    return ARTICLES[article][0].replace("’", " ").replace(",", "").split()


def test_a_set_indexes_the_body_alone_where_its_name_says_so(tmp_path: Path) -> None:
    folder = made(tmp_path)
    fields = {name: testset.load(folder, name).fields for name in testset.names(folder)}
    both, body = ("title", "text"), ("text",)
    assert fields == {
        "verac_title": body,
        "verac_name": both,
        "verac_name_body": body,
        "verac_name1": both,
        "verac_two": both,
        "verac_two_body": body,
    }


def test_a_second_run_writes_the_same_from_a_packed_corpus_too(tmp_path: Path) -> None:
    first = written(made(tmp_path))
    assert first
    assert written(made(tmp_path)) == first
    assert written(made(tmp_path, packed=True)) == first


def written(folder: Path) -> dict[Path, bytes]:
    return {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_kind_without_queries_makes_no_set(tmp_path: Path) -> None:
    corpus = tmp_path / "mute.jsonl"
    corpus.write_text('{"id": "a", "title": "", "text": "Rien."}\n', "utf-8")
    main([str(corpus), str(tmp_path)])
    assert testset.names(tmp_path) == []


@pytest.mark.parametrize(
    ("headline", "found"),
    [
        ("Marine Le Val, élue", ["Marine Le Val"]),
        ("Jean Val d’Or-Mont", ["Jean Val d’Or-Mont"]),
        ("Jean Val et Marine Val", ["Jean Val", "Marine Val"]),
        ("Jean de", []),
        ("Jean : Marine", []),
        ("", []),
    ],
)
def test_a_name_is_a_run_of_names_and_particles(headline: str, found: list[str]) -> None:
    assert names(headline, frozenset({"marine", "jean", "val", "ormont"})) == found


def test_the_first_word_of_a_sentence_shows_no_name() -> None:
    assert vocabulary(["Demain, Lyon vote. Demain, Lyon vote."])[0] == {"lyon"}
