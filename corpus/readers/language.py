"""The code of a language, whatever a file calls it: `French`, `fre`, `français`, `Französisch`, `fr-FR` are all `fr`."""

from corpus.clean import bare, clean_line
from corpus.expression import expression

_MAX_CODE_LETTERS = 3
_NAMES_BY_CODE = """
ar: arabe arabic arabisch ara 阿拉伯语
br: breton bretonisch bre
ca: catalan katalanisch cat
cs: tcheque czech tschechisch cze ces
da: danois danish danisch dan
de: allemand german deutsch tedesco aleman ger deu 德语 德文 德語
el: grec greek griechisch gre ell
en: anglais english englisch ingles inglese eng 英语 英文 英語
es: espagnol spanish spanisch espanol spagnolo castillan spa 西班牙语
fi: finnois finnish finnisch fin
fr: francais french franzosisch frances francese fre fra 法语 法文 法語
hu: hongrois hungarian ungarisch hun
it: italien italian italienisch italiano ita 意大利语
ja: japonais japanese japanisch jpn 日语 日文
la: latin latein lat
nl: neerlandais dutch niederlandisch nederlands dut nld
no: norvegien norwegian norwegisch nor
oc: occitan okzitanisch oci
pl: polonais polish polnisch pol
pt: portugais portuguese portugiesisch portugues por 葡萄牙语
ro: roumain romanian rumanisch rum ron
ru: russe russian russisch rus 俄语
sv: suedois swedish schwedisch swe
tr: turc turkish turkisch tur
zh: chinois chinese chinesisch chi zho zhcn zhtw 中文 简体中文 繁体中文 繁體中文 汉语
"""
"""By the code of two letters (ISO 639-1), the names as `corpus.clean.bare` has them and the codes of three (ISO 639-2)."""
_CODES = {
    name: code
    for code, _, names in (line.partition(": ") for line in _NAMES_BY_CODE.strip().split("\n"))
    for name in (code, *names.split())
}
_BEHIND = expression(r"[;,(].*")
"""What stands behind the first name: another one, or a remark."""


def language(written: str) -> str:
    """Return the code of a language of two letters, for a code of any kind or a name; of one unknown, what is written.

    >>> language("French"), language("fr-FR"), language("fre"), language("LANGUE : FRANÇAIS"), language("Wolof")
    ('fr', 'fr', 'fr', 'fr', 'wolof')
    """
    text = bare(clean_line(written.rpartition(":")[2]))
    first = _first_part(text)
    return known_language(text) or (first if len(first) <= _MAX_CODE_LETTERS else text)


def known_language(name: str) -> str:
    """Return the code of a language; "" for what is no language that is known here.  Of several names the first counts.

    >>> known_language("Français"), known_language("ENGLISH; ENGLISHS"), known_language("Late Edition")
    ('fr', 'en', '')
    """
    first = _BEHIND.sub("", bare(name)).strip()
    return _CODES.get(first) or _CODES.get(_first_part(first), "")


def _first_part(code: str) -> str:
    """Return what stands before a country, `fr` of `fr-FR`."""
    return code.replace("_", "-").partition("-")[0].strip()
