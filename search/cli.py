"""The command line: what was typed becomes one call of the library, what it returns becomes output.

Data go to standard output, all else to standard error.  Only this module, those of `search.commands` and what they
stand on read the arguments, the environment and the streams, and only this one catches every error.
"""

import errno
import os
import sys
from collections.abc import Sequence

from corpus import CorpusError
from corpus.message import CodedError, Message, message
from search import arguments, commands, messages
from search.commandline.status import ExitStatus
from search.commandline.streams import complain, in_utf8
from search.errors import SearchError

_CAUSES = {
    errno.ENOENT: "error.no_such_file",
    errno.EACCES: "error.permission_denied",
    errno.EPERM: "error.not_permitted",
    errno.ENOSPC: "error.disk_full",
    errno.EDQUOT: "error.quota_exceeded",
    errno.EROFS: "error.read_only",
    errno.EMFILE: "error.too_many_files",
    errno.EISDIR: "error.is_a_folder",
    errno.ENOTDIR: "error.not_a_folder",
}
"""What the system says most often, in our words; the rest is said in the system's own."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command line and return its exit status."""
    sys.stdout, sys.stderr = (in_utf8(stream) for stream in (sys.stdout, sys.stderr))
    try:
        status = run(sys.argv[1:] if argv is None else argv)
        sys.stdout.flush()
    except CodedError as error:
        complain(messages.error(error))
        return ExitStatus.ERROR
    except (CorpusError, SearchError) as error:
        complain(str(error))
        return ExitStatus.ERROR
    except BrokenPipeError:
        # What reads our output has had enough: not our error, and Python must not say so at exit either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ExitStatus.FOUND
    except KeyboardInterrupt:
        return ExitStatus.INTERRUPTED
    except OSError as error:
        complain(messages.sentence(_what_the_system_said(error)))
        return ExitStatus.ERROR
    return status


def _what_the_system_said(error: OSError) -> Message:
    """Return the message of an error of the system: which file, and why."""
    code = _CAUSES.get(error.errno or 0)
    cause = message(code) if code else error.strerror or str(error)
    return message("error.system", path=error.filename or message("error.the_system"), cause=cause)


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
