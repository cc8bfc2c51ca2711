"""Files that hold other files, each read by its own format."""
