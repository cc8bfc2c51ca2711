"""The authors that a field of a database or an agency names, without what stands beside them: towns, posts, the paper."""

import re

from corpus.clean import bare, clean_line
from corpus.entities.lexicon import is_first_name
from corpus.expression import expression
from corpus.repair import repaired
from corpus.sections import is_section

_MAX_CHARACTERS = 1000
_MAX_WORDS_OF_A_NAME = 6
_LEAD = expression(
    r"[\s–—-]*(?:(?:propos recueillis|recueillis?|entretiens?|textes?|réalisée?|traduit)(?: [^\W\d_]+){0,3} par|by|par|von|from"
    r"|aus [^\W\d_]+ berichtet|with files from)\b:?\s+",
    re.IGNORECASE,
)
_BETWEEN_FIELDS = expression(r"[;,|\n]|\s/\s|\s[-–—]{1,2}\s?")
_BETWEEN_NAMES = expression(r"\s+(?:et|and|und|&)\s+", re.IGNORECASE)
_INVERTED = expression(
    r"(?P<family>(?:[Dd]e |[Vv]an |[Vv]on |[Ll]e )?[A-ZÀ-ÖØ-Þ][\w’'-]+), (?P<given>[A-ZÀ-ÖØ-Þ][\w’'-]+)"
)
_ASIDE = expression(r"\([^()]{0,60}\)")
_ADDRESS = expression(r"\S{1,60}@\S{1,60}|(?:www\.)?[\w-]{1,40}\.(?:com|fr|org|net|ca|be|ch|de|co\.uk)\b")
_POST = expression(
    r"(?:special to|spécial|special$|correspond[ae]nte?s?|reporters?$|editors?$|envoyée?s?|journalistes?$|rédactions?$|redaktion$|"
    r"bureau$|staff\b|writers?$|twitter|letters?$|contributors?$|freelance$)",
    re.IGNORECASE,
)
_GENRES = frozenset(
    """analyse analysis chronique critique decryptage editorial enquete entretien infographie interview portrait redaction
    recit reportage tribune""".split()
)
"""What stands in the place of an author, and is none."""
_PARTICLES = frozenset(
    "al ap bar ben bin d da das de del della den der des di do dos du e el ibn la las le les los of ten ter van von y zu zum zur".split()
)
_ELIDED = expression(r"(?:d|l|o)['’]", re.IGNORECASE)


def authors(line: str, source: str = "") -> tuple[str, ...]:
    """Return the names of a field, in its order and in its capitals, each once.

    `source` is the newspaper, which some databases print behind the name.

    >>> authors("By ANA ROY and Luc PETIT; Ana Roy reported from Ottawa.", "The Post")
    ('ANA ROY', 'Luc PETIT')
    >>> authors("Anne de Roy, envoyée spéciale à Sète, Le Phare", "Le Phare (Sète)")
    ('Anne de Roy',)
    """
    of_paper = set(re.findall(r"\w+", bare(source)))
    paper = bare(source.partition("(")[0]).strip(" +.")
    names: dict[str, str] = {}
    text = _ADDRESS.sub(" ", clean_line(repaired(line[:_MAX_CHARACTERS])))
    text = _ASIDE.sub(" ", text) if _ASIDE.sub("", text).strip(" .-–—") else text.strip(" .-–—()")
    if inverted := _INVERTED.fullmatch(text.strip()):
        text = f"{inverted['given']} {inverted['family']}"
    for field in _BETWEEN_FIELDS.split(text):
        for part in _BETWEEN_NAMES.split(_without_post(_without_lead(field))):
            name = _without_paper(_name(_without_lead(part)), paper)
            words = set(re.findall(r"\w+", bare(name)))
            if words and not words <= of_paper and bare(name) not in _GENRES and not is_section(name):
                names.setdefault(bare(name), name)
    persons = [name for name in names.values() if " " in name]
    return tuple(persons or names.values())


def _without_paper(name: str, paper: str) -> str:
    """Return a name without the paper behind it, where two words stand before.

    >>> _without_paper("Anne Roy La Presse", "la presse"), _without_paper("La Presse", "la presse")
    ('Anne Roy', 'La Presse')
    """
    if not paper or not bare(name).endswith(f" {paper}"):
        return name
    words = name.split()[: -len(paper.split())]
    return " ".join(words) if len(words) > 1 else name


def _without_post(field: str) -> str:
    """Return the name before a post, `Lisa Roy Brexit correspondent`; "" for a post alone."""
    if not _POST.search(field.strip()):
        return field
    words = field.split()
    return " ".join(words[:2]) if is_first_name(bare(words[0])) else ""


def _without_lead(text: str) -> str:
    """Return a text without the words that introduce an author, `By`."""
    lead = _LEAD.match(text)
    return text[lead.end() :] if lead else text.strip()


def _name(part: str) -> str:
    """Return the name at the beginning of a part: its words with a capital, and the particles between them; "" of a sentence."""
    kept: list[str] = []
    words = part.split()
    for word in words:
        is_particle = word in _PARTICLES or _ELIDED.match(word)
        if not (is_particle or word[:1].isupper() or (kept and word.isdecimal())):
            break
        kept.append(word)
    while kept and kept[-1] in _PARTICLES:
        kept.pop()
    if len(kept) == 1 and len(words) > _MAX_WORDS_OF_A_NAME:
        return ""  # "Une dépêche de la rédaction de Paris"
    name = " ".join(kept).strip(" .–—-*:") if not kept or len(kept[-1]) > len("X.") else " ".join(kept)
    return name if len(kept) <= _MAX_WORDS_OF_A_NAME and re.search(r"[^\W\d_]", name) else ""
