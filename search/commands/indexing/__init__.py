"""Commands about what is indexed: its files, its state."""
