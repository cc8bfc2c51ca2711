"""The command line: what was typed becomes one call of the library, what it returns becomes output.

Data go to standard output, all else to standard error.  Only this module, those of `search.commands` and what they
stand on read the arguments, the environment and the streams, and only this one catches every error.
"""

import os
import sys
from collections.abc import Sequence

from corpus import CorpusError
from index.errors import IndexFailure
from search import arguments, commands
from search.commandline.status import ExitStatus
from search.commandline.streams import complain, in_utf8
from search.errors import SearchError


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command line and return its exit status."""
    sys.stdout, sys.stderr = (in_utf8(stream) for stream in (sys.stdout, sys.stderr))
    try:
        status = run(sys.argv[1:] if argv is None else argv)
        sys.stdout.flush()
    except (CorpusError, IndexFailure, SearchError) as error:
        from search.render.error import text  # only an error needs it

        complain(text(error))
        return ExitStatus.ERROR
    except BrokenPipeError:
        # What reads our output has had enough: not our error, and Python must not say so at exit either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ExitStatus.FOUND
    except KeyboardInterrupt:
        return ExitStatus.INTERRUPTED
    except OSError as error:
        complain(f"{error.filename or 'the system'}: {error.strerror or error}")
        return ExitStatus.ERROR
    return status


def run(argv: Sequence[str]) -> ExitStatus:
    """Run a command line.

    Raises:
        SearchError, IndexFailure, CorpusError: what a person can mend.
    """
    options = arguments.read(argv)
    if options.version:
        from importlib.metadata import version

        sys.stdout.write(f"manchette {version('manchette')}\n")
        return ExitStatus.FOUND
    if options.command is None:
        options = arguments.read([*argv, "shell"])
    return commands.load(options.command).run(options)
