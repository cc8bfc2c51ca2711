"""Commands that study an answer or the corpus as a whole."""
