"""A cluster beside tantivy: what it takes, and whether it gives the same answers; `python -m tests.benchmarks cluster`."""
