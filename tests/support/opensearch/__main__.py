"""A cluster for people and for measurements: `python -m tests.support.opensearch start FOLDER`, and `stop FOLDER`.

`start` prints the URL of each node, which stays until `stop`; the folder keeps the data.
"""

import argparse
import shutil
import sys
from pathlib import Path

from tests.support.opensearch import cluster
from tests.support.opensearch.java import UnavailableError


def main() -> None:
    """Start the nodes of a folder, or stop them."""
    parser = argparse.ArgumentParser(prog="python -m tests.support.opensearch", description=__doc__)
    verbs = parser.add_subparsers(dest="verb", required=True)
    start = verbs.add_parser("start", help="start nodes, wait until they are green, print their URLs")
    start.add_argument("folder", type=Path)
    start.add_argument("--nodes", type=int, default=1)
    start.add_argument("--heap", default="512m", help="the memory of each node's objects (512m)")
    start.add_argument("--setting", action="append", default=[], help="NAME=VALUE, a setting of the server")
    stop = verbs.add_parser("stop", help="stop the nodes")
    stop.add_argument("folder", type=Path)
    stop.add_argument("--delete", action="store_true", help="delete the folder as well")
    asked = parser.parse_args()
    try:
        if asked.verb == "start":
            _start(asked.folder, asked.nodes, asked.heap, asked.setting)
        else:
            _stop(asked.folder, delete=asked.delete)
    except UnavailableError as reason:
        sys.exit(str(reason))


def _start(folder: Path, nodes: int, heap: str, settings: list[str]) -> None:
    launched = cluster.launch(folder, nodes, heap=heap, settings=settings, alone=True)
    try:
        launched.wait()
    except BaseException:
        launched.end()
        raise
    sys.stdout.write("".join(f"{url}\n" for url in launched.urls))


def _stop(folder: Path, *, delete: bool) -> None:
    cluster.load(folder).end()
    if delete:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
