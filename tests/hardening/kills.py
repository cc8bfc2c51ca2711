"""Kills builds and edits of names at many moments: `python -m tests.hardening.kills --trials 250 --report kills.jsonl`.

For each engine and each number of processes, a first build, an update, a rebuild and edits of names are killed in turn:
the process itself, or one of those that work for it.  Each trial is a line of the report; typed again, the command goes
on behind the last one.
"""

import argparse
import json
import os
import shutil
import signal
import sys
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from tests.hardening.trials import ACTIONS, BUILDS, Press, examined, prepared, running
from tests.support.engines import LOCAL_ENGINES

_SHARE_OF_WORKERS = 0.3
"""The share of the kills of a build with several processes that end one of its workers."""

_MAX_SECONDS_OF_END = 60.0


@dataclass(frozen=True)
class Trial:
    """A trial: what is killed, and its number, from which the moment is drawn."""

    engine: str
    action: str
    jobs: int
    number: int

    @property
    def key(self) -> str:
        """The name of the trial in the report."""
        return f"{self.engine} {self.action} {self.jobs} {self.number}"


def trials(number: int) -> list[Trial]:
    """Return this number of trials of each engine and number of processes, the actions in turn."""
    return [
        Trial(engine, ACTIONS[turn % len(ACTIONS)], jobs, turn)
        for turn in range(number)
        for engine in LOCAL_ENGINES
        for jobs in ((1, 2) if ACTIONS[turn % len(ACTIONS)] in BUILDS else (1,))
    ]


def run(press: Press, trial: Trial, copy: Path) -> dict[str, object]:
    """Do a trial in a copy of the folder, and return its line of the report."""
    random = Random(trial.key)
    shutil.copytree(press.folder, copy)
    with running(press, copy) as (process, done):
        process.join(random.random() * press.seconds)
        killed = "nothing: it had ended"
        if process.is_alive():
            victim, killed = process.pid, "the process"
            workers = _children(process.pid or 0)
            if workers and random.random() < _SHARE_OF_WORKERS:
                victim, killed = random.choice(workers), "a worker"
            with suppress(ProcessLookupError):
                os.kill(victim or 0, signal.SIGKILL)
            if killed == "a worker":
                process.join(_MAX_SECONDS_OF_END)
        reported = done.value
    outcome = examined(press, copy, reported)
    shutil.rmtree(copy)
    return {"trial": trial.key, "killed": killed, "found": outcome.found, "wrong": outcome.wrong}


def _children(parent: int) -> list[int]:
    """Return the numbers of the processes that a process has started (Linux)."""
    children: list[int] = []
    for task in Path(f"/proc/{parent}/task").glob("*"):
        with suppress(OSError):
            children += map(int, (task / "children").read_text("ascii").split())
    return children


def _table(lines: list[dict[str, object]]) -> str:
    counts: Counter[tuple[str, ...]] = Counter()
    for line in lines:
        engine, action, jobs, _ = str(line["trial"]).split()
        counts[engine, action, jobs, str(line["killed"]), str(line["found"])] += 1
    rows = [
        f"{count:5}  {engine:8} {action:8} jobs {jobs}  killed {killed:22} {found}\n"
        for (engine, action, jobs, killed, found), count in sorted(counts.items())
    ]
    kills = sum(not str(line["killed"]).startswith("nothing") for line in lines)
    wrong = [line for line in lines if line["wrong"]]
    rows += [f"WRONG {line['trial']}: {line['wrong']}\n" for line in wrong]
    return "".join([*rows, f"{len(lines)} trials, {kills} kills, {len(wrong)} wrong\n"])


def main() -> int:
    """Run the trials that the report does not have yet, and print the table; return 1 if an outcome is not allowed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--trials", type=int, default=20, help="trials of each engine and number of processes"
    )
    parser.add_argument("--articles", type=int, default=60)
    parser.add_argument("--report", type=Path, default=Path("kills.jsonl"))
    options = parser.parse_args()
    lines = (
        list(map(json.loads, options.report.read_text("utf-8").splitlines()))
        if options.report.exists()
        else []
    )
    known = {line["trial"] for line in lines}
    presses: dict[tuple[str, str, int], Press] = {}
    with (
        TemporaryDirectory(prefix="manchette-kills-") as name,
        options.report.open("a", encoding="utf-8") as report,
    ):
        for trial in trials(options.trials):
            if trial.key in known:
                continue
            kind = trial.engine, trial.action, trial.jobs
            if kind not in presses:
                folder = Path(name, "-".join(map(str, kind)))
                presses[kind] = prepared(
                    folder, trial.engine, trial.action, articles=options.articles, jobs=trial.jobs
                )
            line = run(presses[kind], trial, Path(name, "copy"))
            lines.append(line)
            report.write(f"{json.dumps(line, ensure_ascii=False)}\n")
            report.flush()
    sys.stdout.write(_table(lines))
    return 1 if any(line["wrong"] for line in lines) else 0


if __name__ == "__main__":
    sys.exit(main())
