"""The digest of how texts become terms, which an index is marked with: by it, an index made by another analysis is refused."""

from hashlib import blake2b

from index.analysis import french
from index.document import LEAD_TERMS, PHRASE_GAP
from index.fields import INDEXED

PROBE = (
    "L’évènement d'aujourd’hui : l’O.N.U. et N’Diaye, vice-président, à la quatre-vingt-treizième session (93e). "
    "Œuvre, marché, marche, journaux, élections, organisation, première, 12,5 % de 1.200 ; S.N.C.F., AT&T, prud'hommes. "
    "St-Brieuc, week-end, weekend, Covid19, XIXᵉ, VIe, 20 000, 20 h 30, 8:05, n° 5, №6, 1 er, lˈami, maire·sse, élu(e)s, "
    "bon/ne, tous·tes, second, 06 12 345 678"
)
"""A text that every rule of the analysis changes: an index made by an analysis that reads it otherwise is refused."""


def fingerprint() -> str:
    """Return a digest of how texts become terms, and of the lists of terms of an index."""
    terms = french.analyse(PROBE)
    names = [(field.name, field.kind) for field in INDEXED]
    rules = repr(
        (
            french.VERSION,
            terms.exact,
            terms.stem,
            terms.form,
            terms.joined,
            terms.beside,
            names,
            len(PHRASE_GAP.split()),
            LEAD_TERMS,
        )
    )
    return blake2b(rules.encode(), digest_size=8).hexdigest()
