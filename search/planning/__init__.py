"""From what a person typed to what the index is asked: words, quorum, filters, and what a query is about."""
