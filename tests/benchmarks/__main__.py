"""Measures what Manchette takes: `python -m tests.benchmarks use INDEX`, `... cold INDEX`, `... beside SHARED`, `... cluster CORPUS`.

`cold` measures what one query takes as a command, beside the floor of its engine.
`use` measures what a person waits for who has an index: commands, the shell, keys of the full screen, files to take away.
`beside` builds indexes of corpora of several sizes and asks them, ours and those of other engines.
`lost` kills a node of a cluster during a build, and another during queries.
`cluster` measures an index on a cluster beside the same in files, and compares their answers.
`million` measures the build of a large corpus: its memory, and what it costs that it is killed half-way.
"""

import argparse

from tests.benchmarks import beside, cold, lost, million
from tests.benchmarks.cluster import measure as cluster
from tests.benchmarks.use import measure as use


def main() -> None:
    """Measure what the command line says."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    subjects = parser.add_subparsers(required=True, metavar="SUBJECT")
    for name, subject, short in (
        ("use", use, "measure what a person waits for who has an index"),
        ("cold", cold, "measure one query as a command beside the floor of its engine"),
        ("beside", beside, "measure builds and answers beside other engines"),
        ("lost", lost, "measure what the loss of a node of a cluster costs"),
        ("million", million, "measure the build of a large corpus, in one go and killed half-way"),
        ("cluster", cluster, "measure builds and answers on a cluster beside tantivy"),
    ):
        added = subjects.add_parser(
            name,
            help=short,
            description=subject.__doc__,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        subject.add_options(added)
        added.set_defaults(measure=subject.measure)
    options = parser.parse_args()
    options.measure(options)


if __name__ == "__main__":
    main()
