"""The formats in which articles are taken away."""
