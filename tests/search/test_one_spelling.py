"""A name is spelt one way, wherever it is shown and whichever articles are counted."""

from pathlib import Path

import pytest

from index import opening
from index.build import build
from index.names.aliases import Name
from search.entities.curator import Curator
from search.searcher import Page, Searcher
from search.shell.values import Values
from tests.support.engines import LOCAL_ENGINES
from tests.support.press import write_lines

FIRST, SECOND = "Edouard Kaba", "Édouard Kaba"


@pytest.fixture(params=LOCAL_ENGINES)
def home(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    spelt = [FIRST, FIRST, FIRST, FIRST, SECOND]
    write_lines(
        tmp_path / "a.jsonl",
        [{"id": f"a{n}", "texte": f"Le mot{n} de Kaba.", "personne": name} for n, name in enumerate(spelt)],
    )
    build(
        tmp_path / ".manchette",
        [tmp_path],
        engine=request.param,
        entities="none",
        columns={"person": "personne"},
    )
    return tmp_path / ".manchette"


@pytest.mark.parametrize("line", ["*", "mot0", "mot4", "Kaba -mot4"])
@pytest.mark.parametrize("values", [None, 5])
def test_facets_articles_completions_and_pages_show_the_spelling_of_the_whole_index(
    home: Path, line: str, values: int | None
) -> None:
    searcher = Searcher(opening.open_engine(home), opening.open_names(home))
    with searcher:
        results = searcher.search(line, Page(facets=("person",), values=values))
        assert [bucket.value for bucket in results.facets["person"]] == [SECOND]
        assert {result.article.person for result in results.results} == {(SECOND,)}
        page = Curator(searcher, home).entity(Name.read("edouard kaba"))
        assert (page.value.name, page.articles) == (SECOND, 5)
        completions = Values(lambda: Searcher(opening.open_engine(home), opening.open_names(home)))
        completions.load().join()
        assert [each.value for each in completions.like("person", "edou")] == [SECOND]


def test_the_spelling_of_the_person_comes_first(home: Path) -> None:
    (home / "aliases.txt").write_text(f"{FIRST} = Kaba l’Ancien\n", "utf-8")

    with Searcher(opening.open_engine(home), opening.open_names(home)) as searcher:
        [bucket] = searcher.search("*", Page(facets=("person",))).facets["person"]

    assert (bucket.value, bucket.count) == (FIRST, 5)
