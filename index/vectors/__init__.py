"""What articles are about beyond their words: a small vector of each, which the first hits of an answer are reranked by.

Latent semantic analysis of the corpus itself (Deerwester and others, "Indexing by Latent Semantic Analysis", 1990):
`space` computes it at the end of a build, `renewal` keeps it up to date, `file` holds it, `reader` answers queries
from it.  Only the first two import numpy, which would double the time of a one-shot query.
"""
