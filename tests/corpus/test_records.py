"""A record behaves as a frozen dataclass with slots does, whose module it does without."""

import copy
import dataclasses
import pickle
from collections.abc import Mapping
from functools import cached_property
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.records import as_dict, defaults, field, names, record, replace


@record
class Point:
    """Two values, and one that counts in nothing."""

    x: int
    y: str = "y"
    held: Mapping[str, int] = field(default_factory=dict, compare=False, repr=False)


@dataclasses.dataclass(frozen=True, slots=True)
class Model:
    """The same as `Point`."""

    x: int
    y: str = "y"
    held: Mapping[str, int] = dataclasses.field(default_factory=dict, compare=False, repr=False)


@record(kw_only=True)
class Named:
    """Values that are given by their names."""

    first: int = 1
    second: int


@record
class Deeper(Point):
    """A record of another one, with a method, something cached, and a value that is put right."""

    z: float = 0.5

    def __post_init__(self) -> None:
        object.__setattr__(self, "z", abs(self.z))

    @cached_property
    def doubled(self) -> float:
        return 2 * self.z


_VALUES = st.tuples(
    st.integers(0, 3), st.sampled_from("ab"), st.dictionaries(st.sampled_from("cd"), st.integers())
)


@given(_VALUES, _VALUES)
def test_a_record_is_compared_hashed_shown_and_copied_as_a_dataclass_is(
    one: tuple[int, str, dict[str, int]], other: tuple[int, str, dict[str, int]]
) -> None:
    assert (Point(*one) == Point(*other)) is (Model(*one) == Model(*other))
    assert Point(*one) != Deeper(*one)
    assert (hash(Point(*one)) == hash(Point(*other))) is (hash(Model(*one)) == hash(Model(*other)))
    assert repr(Point(*one)) == repr(Model(*one)).replace("Model", "Point")
    assert as_dict(Point(*one)) == dataclasses.asdict(Model(*one))
    for remade in (pickle.loads(pickle.dumps(Point(*one))), copy.deepcopy(Point(*one)), replace(Point(*one))):  # noqa: S301 - ours
        assert as_dict(remade) == as_dict(Point(*one))


@pytest.mark.parametrize(
    ("given", "named"), [((), {}), ((1, "b", {}, 4), {}), ((1,), {"z": 2}), ((1,), {"x": 2})]
)
def test_values_that_a_dataclass_refuses_are_refused(given: tuple[Any, ...], named: dict[str, Any]) -> None:
    with pytest.raises(TypeError):
        Model(*given, **named)
    with pytest.raises(TypeError):
        Point(*given, **named)


def test_values_that_are_given_by_name_are_given_no_other_way() -> None:
    assert as_dict(Named(second=2)) == {"first": 1, "second": 2}
    with pytest.raises(TypeError):
        Named(1, 2)  # type: ignore[call-arg]
    assert pickle.loads(pickle.dumps(Named(second=3))) == Named(second=3)  # noqa: S301 - ours


def test_a_record_never_changes_and_takes_no_other_value() -> None:
    point: Any = Point(1)
    for name in ("x", "other"):
        with pytest.raises(AttributeError, match=f"Point.{name}"):
            setattr(point, name, 2)
    with pytest.raises(AttributeError, match=r"Point\.x"):
        del point.x
    assert not hasattr(point, "__dict__")


def test_a_value_made_by_default_is_made_for_each_record() -> None:
    assert Point(1).held == {}
    assert Point(1).held is not Point(1).held


def test_a_record_of_another_has_its_values_first_and_is_not_equal_to_it() -> None:
    deeper = Deeper(1, z=-2)
    assert names(Deeper) == ("x", "y", "held", "z")
    assert (deeper.z, deeper.doubled, deeper.doubled) == (2, 4, 4)
    assert Deeper(1) != Point(1)
    assert isinstance(deeper, Point)
    assert defaults(Deeper)["z"] == 0.5


def test_a_value_may_have_any_name() -> None:
    @record
    class Odd:
        made: int
        missing: int = 1
        set_made: Mapping[str, int] = field(default_factory=dict)
        defaults: int = 2

    assert as_dict(Odd(0)) == {"made": 0, "missing": 1, "set_made": {}, "defaults": 2}


def test_a_record_is_taken_apart_by_match() -> None:
    match Point(1, "b"):
        case Point(x, y):
            assert (x, y) == (1, "b")


def test_the_records_after_the_first_ones_are_made_alike() -> None:
    @record
    class Mark:
        start: int
        end: int = 0
        names: list[str] = field(default_factory=list)

        def __post_init__(self) -> None:
            made.append(self.start)

    made: list[int] = []
    marks = [Mark(number, names=["a"]) if number % 2 else Mark(number, end=1) for number in range(100)]

    assert made == list(range(100))
    assert marks[4] == replace(marks[98], start=4)
    assert marks[5] == replace(marks[99], start=5)
    assert all(mark.names is not marks[0].names for mark in marks[1:])
