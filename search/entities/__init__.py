"""The entities of an index as a person sees them: a list, the page of one, and the edits of the person."""
