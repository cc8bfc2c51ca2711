"""The code of a language (ISO 639-1) by the name that a database gives it, in the language of its interface."""

from corpus.clean import bare

_LANGUAGES = """
ar: arabe arabic arabisch ara 阿拉伯语
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
nl: neerlandais dutch niederlandisch nederlands dut nld
no: norvegien norwegian norwegisch nor
pl: polonais polish polnisch pol
pt: portugais portuguese portugiesisch portugues por 葡萄牙语
ro: roumain romanian rumanisch rum ron
ru: russe russian russisch rus 俄语
sv: suedois swedish schwedisch swe
tr: turc turkish turkisch tur
zh: chinois chinese chinesisch chi zho zhcn zhtw 中文 简体中文 繁体中文 繁體中文 汉语
"""
_CODES = {
    name: code
    for code, _, names in (line.partition(": ") for line in _LANGUAGES.strip().split("\n"))
    for name in (code, *names.split())
}


def language(name: str) -> str:
    """Return the code of a language; "" for what is none that is known here.  Of several names the first counts.

    >>> language("Français"), language("ENGLISH; ENGLISHS"), language("fr-FR"), language("Late Edition")
    ('fr', 'en', 'fr', '')
    """
    first = bare(name).split(";")[0].split(",")[0].split("(")[0].strip()
    return _CODES.get(first) or (_CODES.get(first[:2], "") if first[2:3] in {"-", "_"} else "")
