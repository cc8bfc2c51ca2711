"""The entities of an index as a person asks for them: a list, the page of one, and what the person changes."""
