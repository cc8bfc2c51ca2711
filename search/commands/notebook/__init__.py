"""Commands that keep something for the next time."""
