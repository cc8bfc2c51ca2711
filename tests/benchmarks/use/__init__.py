"""What a person waits for who uses an index: commands, the shell, keys, files to take away; `python -m tests.benchmarks use`."""
