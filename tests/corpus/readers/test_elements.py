"""Elements cut out of a text: as many as there are, each with its line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.readers import markup
from corpus.readers.elements import cuts, declared, tree


@given(st.lists(st.tuples(st.text("abé\n &"), st.booleans()), max_size=8))
def test_every_element_is_cut_out_once_whether_it_is_closed_or_not(items: list[tuple[str, bool]]) -> None:
    written = [f"<item>{text}{'</item>' if is_closed else ''}" for text, is_closed in items]
    found = [*cuts("<rss>" + "".join(written), "item")]
    assert [cut.raw for cut in found] == written
    lines = ["<rss>" + "".join(written[:number]) for number in range(len(written))]
    assert [cut.where.values["line"] for cut in found] == [above.count("\n") + 1 for above in lines]


@pytest.mark.parametrize("name", ["item", "ITEM", "rss:item"])
def test_prefix_and_case_make_no_difference(name: str) -> None:
    text = f"<rss><items/><{name} a='1'>Un</{name}> et <itemise/></rss>"
    assert [cut.raw for cut in cuts(text, "item|entry")] == [f"<{name} a='1'>Un</{name}>"]


def test_a_prefix_of_the_file_is_known_in_its_parts() -> None:
    top = "<?xml version='1.0'?>\n<rss xmlns:dc='urn:dc' xmlns:dc='urn:twice' version='2.0'>"
    item = tree("<item><dc:date>2024</dc:date></item>", declared(top))
    assert item is not None
    assert [(child.prefix, markup.local(child)) for child in item] == [("dc", "date")]
