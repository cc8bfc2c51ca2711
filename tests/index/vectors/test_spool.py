"""What is added is given back, whatever else was."""

from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from index import layout
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
        assert (list(spool.keys()), len(spool)) == (sorted(last), len(last))


def test_the_room_on_the_disk_is_given_back(tmp_path: Path) -> None:
    spool = Spool(tmp_path)
    assert list(tmp_path.iterdir()) == []
    spool.add(1, counts("port"))
    spool.close()
    assert list(tmp_path.iterdir()) == []


@given(
    st.lists(st.tuples(st.integers(0, 5), WORDS), min_size=1, max_size=12),
    st.integers(1, 200),
    st.sampled_from((b"", b"\xff", b"\0")),
)
def test_the_next_build_finds_what_is_whole_in_a_file_that_stays(
    added: list[tuple[int, str]], torn: int, spoilt: bytes
) -> None:
    with TemporaryDirectory() as folder:
        ends = []
        with closing(Spool(Path(folder), stays=True)) as spool:
            for key, words in added:
                spool.add(key, counts(words))
                spool.save()
                ends.append(layout.stems(Path(folder)).stat().st_size)
        content = layout.stems(Path(folder)).read_bytes()
        left = content[:-torn] + spoilt * torn
        layout.stems(Path(folder)).write_bytes(left)
        last = dict(pair for pair, end in zip(added, ends, strict=True) if left[:end] == content[:end])

        with closing(Spool(Path(folder), stays=True)) as spool:
            spool.add(9, counts("port"))

        with closing(Spool(Path(folder), stays=True)) as spool:
            assert {key: spool.get(key) for key in (*range(6), 9)} == {
                key: counts(last[key]) if key in last else None for key in range(6)
            } | {9: counts("port")}


def test_what_was_renamed_is_found_under_its_new_key_by_the_next_build(tmp_path: Path) -> None:
    with closing(Spool(tmp_path, stays=True)) as spool:
        for key, words in enumerate(("port", "mer", "vent")):
            spool.add(key, counts(words))
        spool.rename({1: 0, 2: 1})
        assert list(spool.keys()) == [0, 1]

    with closing(Spool(tmp_path, stays=True)) as spool:
        assert [spool.get(key) for key in (0, 1)] == [counts("mer"), counts("vent")]
