"""One module for each format: what a file of that format says, as articles."""
