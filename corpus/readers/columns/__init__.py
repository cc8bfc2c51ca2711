"""The columns of a table, or the keys of a JSON object: which of them hold which field of an article."""
