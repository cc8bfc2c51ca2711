"""The stages of a build: which files changed, what becomes of their articles, what the corpus decides at the end."""
