"""Which names are one entity, by the decisions of a person and by the corpus; and how names are counted."""
