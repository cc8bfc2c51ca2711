"""`manchette`, or `python -m search`: the command, where `corpus` and `index` are the packages beside this one."""

import atexit
import gc
import os
import sys
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from typing import NoReturn

from search.commandline.status import ExitStatus

_HOME = Path(__file__).parents[1]
"""The folder that holds our three packages."""

_OBJECTS_BETWEEN_COLLECTIONS = 200_000
"""New objects after which Python looks for those that are not used any more: those of 200 modules stay.

After 700, as Python has it, a query looks 130 times, in 15 ms of its 100; after 100,000, an update of one article looks once, in
24 ms of its 400.
"""


def main() -> int:
    """Run the command line and return its exit status.

    The names `corpus` and `index` are common: a folder of `PYTHONPATH` or another distribution may have them too.
    Python is asked where it finds them before anything of them is imported.
    """
    for name in ("corpus", "index"):
        spec = find_spec(name)
        path = spec and next(iter(spec.submodule_search_locations or ()), spec.origin)
        if path and Path(path) != _HOME / name:
            return _refuse(name, path)
    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS)
    from search.cli import main as run

    return _leave(run())


def _leave(status: int) -> NoReturn:
    """End the process: what the standard library closes at an exit is closed, and the system takes the memory back at once.

    Python would let go of each object by itself, which takes 20 ms of a query's 100.
    """
    atexit._run_exitfuncs()  # noqa: SLF001 - it has no other name
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):  # nobody reads it any more, or it is closed
            stream.flush()
    os._exit(status)


def _refuse(name: str, path: str) -> ExitStatus:
    """Say that a package is not ours; the words need ours, which are therefore put first."""
    sys.path.insert(0, str(_HOME))
    from search.messages import chosen, say, speak
    from search.render import plain

    speak(chosen(None, os.environ))
    sys.stderr.write(plain.message(f"manchette: {say('error.another_package', name=name, path=path)}"))
    return ExitStatus.ERROR


if __name__ == "__main__":
    sys.exit(main())
