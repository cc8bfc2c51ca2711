"""What the commands of the command line share: their options, the index they are about, the standard streams."""
