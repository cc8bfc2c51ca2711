"""The exact counts of the entities of a facet, from the few names that an engine counts at a time."""
