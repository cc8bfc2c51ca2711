"""The code of a language, whatever a file calls it: `French`, `fre`, `français`, `fr-FR` are all `fr`."""

from corpus.clean import bare, clean_line

_MAX_CODE_LETTERS = 3
_NAMES_BY_CODE = {
    "fr": "fra fre french francais franzosisch",
    "en": "eng english anglais englisch",
    "de": "deu ger german allemand deutsch",
    "es": "spa spanish espagnol espanol",
    "it": "ita italian italien italiano",
    "nl": "nld dut dutch neerlandais nederlands",
    "pt": "por portuguese portugais portugues",
    "ar": "ara arabic arabe",
    "br": "bre breton",
    "oc": "oci occitan",
    "la": "lat latin",
}
"""By the code of two letters (ISO 639-1), those of three letters (ISO 639-2) and the names in English, French and the language."""
_CODES = {name: code for code, names in _NAMES_BY_CODE.items() for name in names.split()}


def language(written: str) -> str:
    """Return the code of a language of two letters, for a code of any kind or a name; of one unknown, what is written.

    >>> language("French"), language("fr-FR"), language("fre"), language("LANGUE : FRANÇAIS"), language("Wolof")
    ('fr', 'fr', 'fr', 'fr', 'wolof')
    """
    text = bare(clean_line(written.rpartition(":")[2]))
    first = text.replace("_", "-").split("-", 1)[0].strip()
    return _CODES.get(text) or _CODES.get(first) or (first if len(first) <= _MAX_CODE_LETTERS else text)
