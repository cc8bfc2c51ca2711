"""Words of several spellings: all spellings have the same terms, wherever they stand, and neighbours keep their own."""

from unicodedata import combining, normalize

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.typography import APOSTROPHES
from index.analysis.bound import bound
from index.analysis.french import analyse, compounds, words
from index.analysis.inclusive import genders
from index.analysis.spellings import SPELLINGS, spelt

SOME = settings(
    max_examples=300, derandomize=True, deadline=None, database=None, suppress_health_check=list(HealthCheck)
)

KINDS: tuple[tuple[str, ...], ...] = (
    ("Saint-Brieuc", "St-Brieuc", "St Brieuc", "Saint Brieuc", "ST-BRIEUC", "St. Brieuc", "saint‑brieuc", "st brieuc"),
    ("Sainte-Maxime", "Ste-Maxime", "Ste Maxime", "STE-MAXIME", "ste maxime"),
    ("Saints", "Sts", "saints", "STS"),
    ("40 000", "40\u00a0000", "40\u202f000", "40\u2009000", "40.000", "40'000", "40’000", "40000", "40,000"),
    ("2 300 000", "2.300.000", "2300000", "2\u00a0300\u202f000", "2'300'000"),
    ("7 200,50", "7.200,50", "7200,50", "7200.50", "7'200.50"),
    ("XVIe", "XVIème", "XVIᵉ", "xvie", "xvième", "xvieme", "16e", "16ème", "16eme", "16ᵉ", "16è", "16 e", "seizième", "XVIE"),
    ("Ier", "Iᵉʳ", "1er", "1ᵉʳ", "1re", "1ère", "1ere", "1ers", "1 er", "premier", "Première", "premiers", "premières", "Ire"),
    ("IVe", "4e", "4ème", "quatrième", "quatrièmes", "IVᵉ", "4me", "IVème"),
    ("Ve", "Vᵉ", "5e", "cinquième", "Vème", "vème"),
    ("XXe", "20e", "20ème", "vingtième", "xxe", "XXme", "20me", "20 ème"),
    ("dix-huitième", "18e", "XVIIIe", "Dix-Huitième", "dix-huitièmes"),
    ("quatre-vingt-onzième", "91e", "XCIe", "91ème"),
    ("n° 7", "n°7", "n°s 7", "N°7", "N° 7", "nº7", "nº 7", "№7", "№ 7", "nᵒ 7", "no 7", "numéro 7", "Numéro 7", "numero 7", "NUMÉRO 7"),
    ("18h45", "18 h 45", "18H45", "18:45", "18 heures 45", "18h 45", "18 h45"),
    ("6h05", "06h05", "6:05", "06:05", "6 h 05", "6 heures 05"),
    ("21h", "21 h", "21H", "21 heures", "21h00", "21:00", "21 h 00", "21\u00a0heures"),
    ("week-end", "weekend", "week end", "WEEK-END", "Weekend", "week‑end"),
    ("Covid-19", "Covid19", "covid 19", "COVID-19", "covid19"),
    ("porte-monnaie", "portemonnaie", "porte monnaie"),
    ("auto-école", "autoécole", "auto école", "Auto-Ecole"),
    ("Mᵐᵉ", "Mme", "mme"),
    ("Mˡˡᵉ", "Mlle"),
    ("m²", "m2"),
    *((f"l{sign}île", "île") for sign in APOSTROPHES),
    *((f"aujourd{sign}hui", "aujourdhui") for sign in APOSTROPHES),
)  # fmt: skip
"""Each kind has the same terms in all of its spellings."""


def without_accents(text: str) -> str:
    return "".join(sign for sign in normalize("NFD", text) if not combining(sign))


@pytest.mark.parametrize("spellings", KINDS, ids=ascii)
def test_all_spellings_of_a_word_have_the_same_terms(spellings: tuple[str, ...]) -> None:
    terms = {" ".join(analyse(spelling).exact) for spelling in spellings}

    assert len(terms) == 1


@SOME
@given(
    st.lists(
        st.sampled_from(KINDS).flatmap(lambda kind: st.tuples(st.sampled_from(kind), st.sampled_from(kind)))
    ),
    st.sampled_from([", ", " — ", " le port ", "\n"]),
)
def test_a_text_has_the_same_terms_in_other_spellings(pairs: list[tuple[str, str]], between: str) -> None:
    one, other = (between.join(spellings) for spellings in zip(*pairs, strict=True)) if pairs else ("", "")

    assert analyse(one).exact == analyse(other).exact
    assert analyse(one).stem == analyse(other).stem


@pytest.mark.parametrize("spelling", [spelling for kind in KINDS for spelling in kind], ids=ascii)
def test_a_spelling_without_accents_has_the_same_terms(spelling: str) -> None:
    assert analyse(without_accents(spelling)).exact == analyse(spelling).exact


@pytest.mark.parametrize("spelling", [spelling for kind in KINDS for spelling in kind], ids=ascii)
def test_the_words_of_a_spelling_cover_what_was_printed(spelling: str) -> None:
    found = words(f"« {spelling} »")

    start = 4 if spelling.startswith("l") and spelling[1] in APOSTROPHES else 2
    assert (found[0].start, found[-1].end) == (start, len(spelling.rstrip("°.")) + 2)


@pytest.mark.parametrize(
    ("text", "exact"),
    [
        ("06 12 34 56 78, 0800 123 456, +33 612 345 678", "06 12 34 56 78 0800 123 456 33 612345678"),
        ("33 612 34 56 78", "33 612 34 56 78"),
        ("06.12.34.56.78", "06 12 34 56 78"),
        ("en 2020 300 personnes, le 12 mars 2020 100 élus", "en 2020 300 personnes le 12 mars 2020 100 elus"),
        ("10,5 % et 10.5, 3,14", "10.5 et 10.5 3.14"),
        ("6-4, 6-3, 2:1, 16:9", "6 4 6 3 2 1 16 9"),
        ("12:30:45, 25:30", "12 30 45 25 30"),
        ("40 000m", "40 000m"),
        ("page 3, 100 mètres", "page 3 100 metres"),
        ("2\n000", "2 000"),
        ("vie Vie VIE ville cie Cie Me me Mme ce De le live Lie vers", "vie vie vie ville cie cie me me mme ce de le live lie vers"),
        ("Louis XIV, Jean-Paul II", "louis xiv jean paul ii"),
        ("Mᵉ Dupont, la Dre Diop, une clé, VE", "me dupont la dre diop une cle ve"),
        ("les 30 secondes", "les 30 secondes"),
        ("20 et 20e", "20 et 20e"),
        ("G20 A320 H1N1 5G", "g20 a320 h1n1 5g"),
        ("bombe H, 5 H&M", "bombe h 5 h m"),
        ("1 e-mail", "1 e mail"),
        ("un oui, un non 10", "un oui un non 10"),
        ("dit-elle est-ce a-t-il donne-le mot.Suite etc.", "dit elle est ce a t il donne le mot suite etc"),
        ("et/ou km/h (e) fin.Elle", "et ou km h e fin elle"),
        ("Col·lectiu", "col lectiu"),
        ("http://exemple.fr/e", "http exemple fr e"),
    ],
    ids=ascii,
)  # fmt: skip
def test_what_looks_like_another_spelling_is_none(text: str, exact: str) -> None:
    assert " ".join(analyse(text).exact) == exact


@pytest.mark.parametrize(
    ("printed", "masculine", "feminine"),
    [
        *((text, "lycéens", "lycéennes") for text in ["lycéen·ne·s", "lycéen.ne.s", "lycéen(ne)s", "lycéen-ne-s", "lycéen•ne•s"]),
        *((text, "avocats", "avocates") for text in ["avocat·e·s", "avocat.e.s", "avocat(e)s", "avocat/e/s", "avocat·es", "avocats·tes"]),
        ("avocat(e)", "avocat", "avocate"),
        ("maire·sse", "maire", "mairesse"),
        ("recteur·rice", "recteur", "rectrice"),
        ("lecteur·trice·s", "lecteurs", "lectrices"),
        ("moniteur/trice", "moniteur", "monitrice"),
        *((text, "tous", "toutes") for text in ["tou·te·s", "tous·tes"]),
        ("vendeur·euse", "vendeur", "vendeuse"),
        ("coiffeur.se.s", "coiffeurs", "coiffeuses"),
        ("boucher·ère", "boucher", "bouchere"),
        ("actif·ve·s", "actifs", "actives"),
        ("chef·fe", "chef", "cheffe"),
        ("copain·ine", "copain", "copine"),
        ("beau·elle", "beau", "belle"),
        ("nouveau·elle·s", "nouveaux", "nouvelles"),
        ("chinois·e", "chinois", "chinoise"),
        ("chinois·es", "chinois", "chinoises"),
        ("national·e·s", "nationaux", "nationales"),
        ("dit-elle", None, None),
        ("prend-les", None, None),
        ("porte-e", None, None),
    ],
)  # fmt: skip
def test_inclusive_writing_is_a_masculine_and_a_feminine(
    printed: str, masculine: str | None, feminine: str | None
) -> None:
    both = genders(printed)

    assert (both.masculine, both.feminine) == (masculine, feminine) if both else masculine is None


def test_inclusive_writing_is_one_word_of_the_text() -> None:
    text = "Les avocat·e·s du barreau"

    assert analyse(text).exact == ["les", "avocats", "du", "barreau"]
    assert analyse(text).joined == ["avocates"]
    assert analyse(text).otherwise == ["les", "avocates", "du", "barreau"]
    assert [text[word.start : word.end] for word in words(text)] == ["Les", "avocat·e·s", "du", "barreau"]


@pytest.mark.parametrize(
    ("text", "beside"),
    [
        ("un concept-car", ["conceptcar"]),
        ("l’avant-port", ["avantport"]),
        ("week-end weekend", ["weekend", "weekend"]),
        ("le VIe siècle", ["vie"]),
        ("dit-il, celle-ci, vas-y", []),
        ("Paris–Lyon, 6-4, week end", []),
    ],
)
def test_a_compound_is_also_found_in_one_piece(text: str, beside: list[str]) -> None:
    assert analyse(text).beside == beside
    assert [word.token.term for word in compounds(text)] == beside


def test_the_words_of_a_pattern_are_found_in_all_spellings() -> None:
    assert spelt("weekend".__eq__) == [("week", "end")]
    assert ("1e",) in spelt(lambda word: word.startswith("premi"))
    assert all(analyse(word).exact == list(terms) for word, terms in SPELLINGS.items())


@SOME
@given(st.text(st.sampled_from("0123456789 \u00a0hHeures.,'°n+-éx"), max_size=40))
def test_bound_words_stand_where_they_stood(text: str) -> None:
    assert len(bound(text)) == len(text)
    assert [(word.start, word.end) for word in words(bound(text))] == [
        (word.start, word.end) for word in words(text)
    ]
    assert bound(bound(text)) == bound(text)
