"""Frozen records, made without the module `dataclasses`.

A record is a class of named values that never change.  `dataclasses` compiles six methods a class, .5 to 1 ms, and its
import takes 11 ms of processor time, mostly for `inspect`; a command that answers one query makes some sixty.  Here the
methods are those of all records, but for `__init__`, which is compiled when a few records of a class are made.
msgspec makes a class as fast, and a record in a seventh of the time, but takes 20 ms to import (Python 3.11, medians).
"""

from collections.abc import Callable, Mapping
from functools import cached_property
from operator import attrgetter
from typing import Any, TypeVar, cast, dataclass_transform, overload

_T = TypeVar("_T")

_FIELDS = "__record_fields__"
"""The attribute of a class that has what it says of each value, by its name."""

_COMPARED = "__record_compared__"
"""The attribute of a class that has a function, which returns what a record is compared by."""

_REQUIRED = object()

_RECORDS_BEFORE_COMPILED = 32
"""Records of a class that are made before its `__init__` is compiled, which takes 120 µs: a query has 28 classes, 26 of them with fewer."""


class _Field:
    """What a class says of a value: its default, shared by all records or made for each, and in what it counts."""

    __slots__ = ("compare", "default", "factory", "repr")

    def __init__(
        self,
        default: object = _REQUIRED,
        factory: Callable[[], object] | None = None,
        *,
        compare: bool = True,
        repr: bool = True,  # noqa: A002 - the name that `dataclasses` gives it
    ) -> None:
        self.default, self.factory, self.compare, self.repr = default, factory, compare, repr


@overload
def field(*, default: _T, compare: bool = True, repr: bool = True) -> _T: ...
@overload
def field(*, default_factory: Callable[[], _T], compare: bool = True, repr: bool = True) -> _T: ...
def field(
    *,
    default: object = _REQUIRED,
    default_factory: Callable[[], object] | None = None,
    compare: bool = True,
    repr: bool = True,  # noqa: A002 - the name that `dataclasses` gives it
) -> object:
    """Return what a class says of a value that has a default; without `compare`, it counts in no comparison and no hash."""
    return _Field(default, default_factory, compare=compare, repr=repr)


@overload
def record(cls: type[_T], /) -> type[_T]: ...
@overload
def record(*, kw_only: bool) -> Callable[[type[_T]], type[_T]]: ...
@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def record(
    cls: type[_T] | None = None, /, *, kw_only: bool = False
) -> type[_T] | Callable[[type[_T]], type[_T]]:
    """Make a frozen class with slots of a class that lists its values.

    `__post_init__` is called where there is one, and a method that the class writes itself is left as it is.

    >>> @record
    ... class Span:
    ...     start: int
    ...     end: int = 0
    >>> Span(3, 5), Span(3) == Span(3, 0), replace(Span(3), end=4)
    (Span(start=3, end=5), True, Span(start=3, end=4))
    >>> Span(3).end = 4
    Traceback (most recent call last):
        ...
    AttributeError: Span.end
    """
    if cls is None:
        return lambda listed: _made(listed, kw_only=kw_only)
    return _made(cls, kw_only=kw_only)


def replace(one: _T, /, **changes: Any) -> _T:  # noqa: ANN401 - the values of any record
    """Return a record with other values.

    Raises:
        TypeError: if it has no value of such a name.
    """
    return type(one)(**{name: getattr(one, name) for name in names(type(one))} | changes)


def names(cls: type[object]) -> tuple[str, ...]:
    """Return the names of the values of a class of records, in the order of `__init__`."""
    return tuple(_fields(cls))


def defaults(cls: type[object]) -> dict[str, object]:
    """Return the default of each value of a class of records, by its name; that of a value which must be given equals no value."""
    return {name: field.default for name, field in _fields(cls).items()}


def as_dict(one: object) -> dict[str, Any]:
    """Return the values of a record by their names, records within it as dictionaries too.

    >>> @record
    ... class Pair:
    ...     left: object
    ...     right: object = None
    >>> as_dict(Pair((Pair(1), 2), {"a": 3}))
    {'left': ({'left': 1, 'right': None}, 2), 'right': {'a': 3}}
    """
    return {name: _plain(getattr(one, name)) for name in names(type(one))}


def _plain(value: Any) -> Any:  # noqa: ANN401 - the values of any record
    if hasattr(type(value), _FIELDS):
        return as_dict(value)
    if isinstance(value, tuple | list):
        return type(value)(map(_plain, value))
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    return value


def _made(cls: type[_T], *, kw_only: bool) -> type[_T]:
    """Return the class of records: the same with slots, which a class cannot be given afterwards."""
    own = {name: _stated(getattr(cls, name, _REQUIRED)) for name in cls.__annotations__}
    inherited = getattr(cls, _FIELDS, {})
    fields = inherited | own
    compared = [name for name, field in fields.items() if field.compare]
    space = {name: value for name, value in vars(cls).items() if name not in own and name not in _REMADE}
    cached = ("__dict__",) if any(isinstance(value, cached_property) for value in space.values()) else ()
    space |= {
        "__slots__": (*(name for name in own if name not in inherited), *cached),
        "__qualname__": cls.__qualname__,
        "__match_args__": tuple(fields),
        _FIELDS: fields,
        _COMPARED: attrgetter(*compared) if compared else type,
    }
    made: type[_T] = type.__call__(type(cls), cls.__name__, cls.__bases__, {**_METHODS, **space})
    _set_init(made, _first_init(made, kw_only=kw_only))
    return made


def _stated(default: object) -> _Field:
    return default if isinstance(default, _Field) else _Field(default)


def _fields(cls: type[object]) -> dict[str, _Field]:
    return cast("dict[str, _Field]", getattr(cls, _FIELDS))


def _set_init(cls: type[object], init: Callable[..., None]) -> None:
    setattr(cls, "__init__", init)  # noqa: B010 - mypy lets nobody assign to a method


def _first_init(cls: type[object], *, kw_only: bool) -> Callable[..., None]:
    """Return the `__init__` of the first records of a class, which then compiles the one that is called from then on.

    Values that it does not understand are left to the compiled one, which refuses them.
    """
    fields = _fields(cls)
    required = {name for name, field in fields.items() if field.default is _REQUIRED and not field.factory}
    left = _RECORDS_BEFORE_COMPILED

    def __init__(self: object, *values: object, **named: object) -> None:  # noqa: N807 - it is one
        nonlocal left
        left -= 1
        given = dict(zip(fields, values)) | named  # noqa: B905 - too many values are left to the compiled one
        is_understood = len(given) == len(values) + len(named) and required <= given.keys() <= fields.keys()
        if left < 0 or not is_understood or (kw_only and values):
            init = _compiled_init(cls, kw_only=kw_only)
            _set_init(cls, init)
            init(self, *values, **named)
            return
        for name, field in fields.items():
            default = field.default if field.factory is None or name in given else field.factory()
            object.__setattr__(self, name, given.get(name, default))
        if hasattr(cls, "__post_init__"):
            cls.__post_init__(self)

    return __init__


def _compiled_init(cls: type[object], *, kw_only: bool) -> Callable[..., None]:
    """Return the `__init__` of a class, written out: it puts each value into its slot."""
    known: dict[str, Any] = {"__missing": _REQUIRED, "__made": _made_by_default}
    parameters = ["self", "*"] if kw_only else ["self"]
    lines = []
    for name, field in _fields(cls).items():
        known[f"__set_{name}"] = getattr(cls, name).__set__
        if field.factory:
            known[f"__make_{name}"] = field.factory
            parameters.append(f"{name}=__missing")
            lines.append(f"__set_{name}(self, __made({name}, __make_{name}))")
            continue
        known[f"__default_{name}"] = field.default
        parameters.append(name if field.default is _REQUIRED else f"{name}=__default_{name}")
        lines.append(f"__set_{name}(self, {name})")
    if hasattr(cls, "__post_init__"):
        lines.append("self.__post_init__()")
    exec(f"def __init__({', '.join(parameters)}):\n " + "\n ".join(lines or ["pass"]), known)  # noqa: S102 - names of our own classes
    init: Callable[..., None] = known["__init__"]
    init.__qualname__ = f"{cls.__qualname__}.__init__"
    return init


def _made_by_default(value: object, make: Callable[[], object]) -> object:
    return make() if value is _REQUIRED else value


def _repr(self: object) -> str:
    shown = [name for name, field in _fields(type(self)).items() if field.repr]
    values = ", ".join(f"{name}={getattr(self, name)!r}" for name in shown)
    return f"{type(self).__qualname__}({values})"


def _eq(self: object, other: object) -> bool:
    if type(self) is not type(other):
        return cast("bool", NotImplemented)
    compared = getattr(type(self), _COMPARED)
    equal: bool = compared(self) == compared(other)
    return equal


def _hash(self: object) -> int:
    return hash(getattr(type(self), _COMPARED)(self))


def _refuse(self: object, name: str, _value: object = None) -> None:
    raise AttributeError(f"{type(self).__qualname__}.{name}")


def _reduce(self: object) -> tuple[object, ...]:
    return _restored, (type(self), *(getattr(self, name) for name in names(type(self))))


def _restored(cls: type[_T], *values: object) -> _T:
    """Return a record that was pickled."""
    made = object.__new__(cls)
    for name, value in zip(names(cls), values, strict=True):
        getattr(cls, name).__set__(made, value)
    return made


_REMADE = frozenset({"__dict__", "__weakref__"})
"""What Python gives a class itself."""

_METHODS: Mapping[str, object] = {
    "__repr__": _repr,
    "__eq__": _eq,
    "__hash__": _hash,
    "__setattr__": _refuse,
    "__delattr__": _refuse,
    "__reduce__": _reduce,
}
