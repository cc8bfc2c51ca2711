"""How the extractor's models were made: the annotated texts, and what learns from them; a search needs none of it."""
