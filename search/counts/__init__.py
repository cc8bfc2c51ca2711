"""Articles counted by the values of a facet and by periods."""
