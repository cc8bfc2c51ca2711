"""Long trials of what must never be lost, and of what must never stop: they are run by hand, see README.md."""
