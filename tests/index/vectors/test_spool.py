"""What is added is given back, whatever else was."""

from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from index.vectors.file import counts
from index.vectors.spool import Spool

WORDS = st.lists(st.sampled_from(("port", "mer", "élection", "93", "")), max_size=8).map(" ".join)


@given(st.lists(st.tuples(st.integers(0, 5), WORDS), max_size=12))
def test_the_stems_of_an_article_are_those_added_last(added: list[tuple[int, str]]) -> None:
    last = dict(added)
    with TemporaryDirectory() as folder, closing(Spool(Path(folder))) as spool:
        for key, words in added:
            spool.add(key, counts(words))

        assert {key: spool.get(key) for key in range(6)} == {
            key: counts(last[key]) if key in last else None for key in range(6)
        }


def test_the_room_on_the_disk_is_given_back(tmp_path: Path) -> None:
    spool = Spool(tmp_path)
    assert list(tmp_path.iterdir()) == []
    spool.add(1, counts("port"))
    spool.close()
    assert list(tmp_path.iterdir()) == []
