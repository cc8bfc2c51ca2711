"""What a test has answer where a node should: another program, an older version, a page of a web server, one with no time, nobody.

`serve(impostor.ELASTICSEARCH)` stands in for it; `in_turn` has such answers come before those of a node.
"""

import json
from collections.abc import Sequence

from tests.support.opensearch.server import Answer, Answering, Asked


def said(status: int, content: object) -> Answer:
    """Return an answer in JSON."""
    return Answer(status, json.dumps(content).encode())


def refusal(status: int, kind: str, reason: str = "") -> Answer:
    """Return what a node says that refuses a request."""
    cause = {"type": kind, "reason": reason}
    return said(status, {"error": {"root_cause": [cause], **cause}, "status": status})


def _always(answer: Answer | None) -> Answering:
    return lambda _: answer


def _versioned(number: str, **distribution: str) -> Answering:
    version = {**distribution, "number": number}
    return _always(said(200, {"name": "node0", "cluster_name": "presse", "version": version}))


ELASTICSEARCH = _versioned("7.10.2", build_flavor="default")
OLD_OPENSEARCH = _versioned("2.11.1", distribution="opensearch")
WEB_SERVER = _always(Answer(200, b"<!doctype html><title>Bienvenue</title>", {"Content-Type": "text/html"}))
SILENCE = _always(None)

BUSY = refusal(429, "rejected_execution_exception", "rejected execution of coordinating operation")
"""What a node says that has too much to do."""


def in_turn(first: Sequence[Answer], then: Answering, *, path: str = "") -> Answering:
    """Return what gives these answers to the first requests whose path has `path` in it, and after them others."""
    left = list(first)

    def answer(asked: Asked) -> Answer | None:
        return left.pop(0) if left and path in asked.path else then(asked)

    return answer
