"""What importing the package costs and offers."""

import os
import subprocess
import sys

import corpus


def test_what_is_public_is_sorted() -> None:
    assert sorted(corpus.__all__) == corpus.__all__


def test_importing_the_package_loads_no_format() -> None:
    code = "import corpus, sys; print(*{'gzip', 'lzma', 'csv', 'json', 'corpus.clean'} & set(sys.modules))"
    unmeasured = {**os.environ, "COVERAGE_PROCESS_CONFIG": ""}  # to measure a process imports csv and json
    done = subprocess.run(
        [sys.executable, "-c", code], env=unmeasured, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == []
