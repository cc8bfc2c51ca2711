"""The scripts by which bash, zsh and fish complete a command line, made from the parsers of the commands."""
