"""The stages of a build: which files changed, what their articles become, what the corpus decides at the end."""
