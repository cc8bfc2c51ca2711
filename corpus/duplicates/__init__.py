"""The same piece in several papers: reprints have most of their runs of three words in common.

`sketches` makes a sketch of a text, `candidates` finds by the sketches the few texts to compare, `reprints` compares them
and says which are one story.
"""

from corpus.duplicates.candidates import Candidates, Texts, candidates, candidates_of
from corpus.duplicates.reprints import share, stories
from corpus.duplicates.sketches import SKETCH_BYTES, runs, sketch

__all__ = [
    "SKETCH_BYTES",
    "Candidates",
    "Texts",
    "candidates",
    "candidates_of",
    "runs",
    "share",
    "sketch",
    "stories",
]
