"""`manchette`, or `python -m search`: the command, where `corpus` and `index` are the packages beside this one."""

import os
import sys
from importlib.util import find_spec
from pathlib import Path

from search.commandline.status import ExitStatus

_HOME = Path(__file__).parents[1]
"""The folder that holds our three packages."""


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
    from search.cli import main as run

    return run()


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
