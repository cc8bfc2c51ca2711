"""What articles are about beyond their words: a small vector of each, by which the first hits are reranked.

Latent semantic analysis of the corpus itself (Deerwester and others, "Indexing by Latent Semantic Analysis", 1990):
`space` computes the vectors at the end of a build, `renewal` keeps them up to date, `file` describes their file,
`reader` compares them with a query, `reranking` is the rule for the hits.  Only `space` and `renewal` import numpy,
which would double the time of a one-shot query.
"""
