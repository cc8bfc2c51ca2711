"""A text that is packed comes back as it was, or is told to be damaged."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.errors import Damaged
from index.storage.packed import pack, unpack


@given(st.text() | st.text(alphabet="\ud800\udfff\x00é"))
def test_a_text_comes_back_as_it_was(text: str) -> None:
    assert unpack(pack(text)) == text


@pytest.mark.parametrize(
    "damaged", [b"", b"zstd", pack("Le port rouvre.")[:-3], pack("\ud800").replace(b"\xed", b"\xff")]
)
def test_bytes_that_are_no_packed_text_say_what_to_type(damaged: bytes) -> None:
    with pytest.raises(Damaged, match="--rebuild"):
        unpack(damaged)
