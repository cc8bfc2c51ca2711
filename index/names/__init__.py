"""Which names are one entity: what a person decided, what the corpus shows, and how names are counted."""
