"""The models: one for the press of today, one for that of old, printed and read by machine."""

from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from corpus.entities.tagger import Tagger

MODELS = Path(__file__).parent / "models"
"""The folder of the models, and of words.npz, which both share."""


class Model(StrEnum):
    """A model; the value names its file."""

    MODERN = "modern"
    HISTORICAL = "historical"


@cache
def load(model: Model) -> "Tagger":
    """Return the tagger of a model, which a process reads once: in 30 ms, once `numpy` is imported."""
    import numpy as np

    from corpus.entities.knowledge import TABLES, from_tables
    from corpus.entities.tables import unpack
    from corpus.entities.tagger import Tagger

    with np.load(MODELS / "words.npz") as words, np.load(MODELS / f"{model}.npz") as weights:
        knowledge = from_tables({name: words[name].tobytes() for name in TABLES})
        return Tagger(unpack({name: weights[name] for name in weights.files}), knowledge)
