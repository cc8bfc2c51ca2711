"""The whole analysis: every rule of it by an example, then what holds of any text."""

import time
import unicodedata

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.analysis.french import analyse, compounds, count, lists, normal, stem, stop_words, term_memo, words

SOME = settings(
    max_examples=300, derandomize=True, deadline=None, database=None, suppress_health_check=list(HealthCheck)
)


@pytest.mark.parametrize(
    ("text", "exact"),
    [
        # words and what is between them
        ("Le port rouvre.", "le port rouvre"),
        ("snake_case", "snake case"),
        ("pêche/marché", "peche marche"),
        ("http://exemple.ma", "http exemple ma"),
        ("80km/h", "80km h"),
        ("AT&T", "at t"),
        ("lundi.Mardi", "lundi mardi"),
        ("lundi,mardi", "lundi mardi"),
        ("« Oui ! »", "oui"),
        ("n° 5", "numero 5"),
        ("nº 5", "numero 5"),
        ("1º", "1"),
        ("1°", "1"),
        ("…", ""),
        ("", ""),
        # the elided article
        ("l'État", "etat"),
        ("L’État", "etat"),
        ("L’ÉTAT", "etat"),
        ("lʼétat", "etat"),
        ("l‘état", "etat"),
        ("l`état", "etat"),
        ("l´état", "etat"),
        ("l′état", "etat"),
        ("d’or j’ai m’a n’a s’il t’a c’est", "or ai a a il a est"),
        ("qu'il Qu’elle jusqu’ici lorsqu’on puisqu’il quoiqu’il presqu’à quelqu’autre", "il elle ici on il il a autre"),
        ("l'93", "l 93"),
        ("rock’n’roll", "rock n roll"),
        ("l'", "l"),
        # words with an apostrophe of their own
        ("aujourd'hui", "aujourdhui"),
        ("Aujourd’hui", "aujourdhui"),
        ("aujourdʼhui", "aujourdhui"),
        ("aujourd`hui", "aujourdhui"),
        ("d’aujourd’hui jusqu’aujourd’hui", "aujourdhui aujourdhui"),
        ("quelqu’un quelqu'une", "quelquun quelquune"),
        ("la presqu’île, les presqu'iles", "la presquile les presquiles"),
        ("prud’homme prud'hommes", "prudhomme prudhommes"),
        ("prud’homal prud’homale prud’homaux prud’homie", "prudhomal prudhomale prudhomaux prudhomie"),
        ("l’prud’homme", "prudhomme"),
        # names
        ("N'Diaye", "diaye"),
        ("M’Barek", "barek"),
        ("D'Artagnan", "artagnan"),
        ("O’Neill", "neill"),
        ("N’Diaye.Elle", "diaye elle"),
        ("N’Diaye,Sarr", "diaye sarr"),
        # hyphens
        ("DGSN-DGST", "dgsn dgst"),
        ("vice-président", "vice president"),
        ("vice‑président", "vice president"),
        ("Jean-François", "jean francois"),
        ("l’avant-port d’Abidjan-Sud", "avant port abidjan sud"),
        ("y a-t-il", "y a t il"),
        ("-mot- --mot", "mot mot"),
        # acronyms
        ("S.N.C.F.", "sncf"),
        ("S.N.C.F", "sncf"),
        ("l’O.N.U.", "onu"),
        ("l'o.n.u.", "onu"),
        ("É.-U.", "e u"),
        ("M. Diop", "m diop"),
        # numbers
        ("1.200", "1200"),
        ("1,200,000", "1200000"),
        ("1.200.000", "1200000"),
        ("1.200,50", "1200.50"),
        ("12,5", "12.5"),
        ("12.5 %", "12.5"),
        ("25.11.2025", "25 11 2025"),
        ("2025-11-25", "2025 11 25"),
        ("192.168.1.1", "192 168 1 1"),
        ("1er 1re 2e 2nd 93e 93ème 21es", "1e 1e 2e 2e 93e 93e 21e"),
        ("XXIe", "21e"),
        ("quatre-vingt-treizième", "93e"),
        ("la Quatre-vingt-treizième, la vingt-et-unième", "la 93e la 21e"),
        ("dix-septième soixante-douzième quatre-vingtième", "17e 72e 80e"),
        ("troisième", "3e"),
        ("le 1 mai, le 1er mai, le 1 Février", "le 1e mai le 1e mai le 1e fevrier"),
        ("1 homme, 11 mai, 1.1 mai, 1 maison", "1 homme 11 mai 1.1 mai 1 maison"),
        ("le XIX e siècle, le XX ème siècle", "le 19e siecle le 20e siecle"),
        ("XVIII° siècle, V° République, 25 °C", "18e siecle 5e republique 25 c"),
        ("le 2d tour, le 2ᵈ, la 2nde, en 2D", "le 2e tour le 2e la 2e en 2d"),
        ("n˚7 nᵒˢ 7 n˚ 7", "numero 7 numero 7 numero 7"),
        ("18h30min 18 h 30 min 18 h 30 mn", "18h30 18h30 18h30"),
        ("12 500,00 12.500,00 12,00 2.0 12,50", "12500 12500 12 2.0 12.50"),
        ("G7 COVID-19", "g7 covid 19"),
        # letters
        ("œuvre Œuvre ŒUVRE bœuf", "oeuvre oeuvre oeuvre boeuf"),
        ("ex æquo", "ex aequo"),
        ("Straße Øre Łódź Đà", "strasse ore lodz da"),
        ("évènement événement evenement", "evenement evenement evenement"),
        ("ﬁnance", "finance"),
        ("المغرب", "المغرب"),
        ("Ελλάδα", "ελλαδα"),
        ("Москва", "москва"),
        ("m² ½", "m2 12"),
    ],
)  # fmt: skip
def test_a_text_is_made_of_terms(text: str, exact: str) -> None:
    assert " ".join(analyse(text).exact) == exact


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("N'Diaye", "ndiaye"), ("N’DIAYE", ""), ("M’Barek", "mbarek"), ("D'Artagnan", "dartagnan"), ("O’Neill", "oneill"),
        ("l’État", ""), ("L’Équipe", ""), ("n'a", ""), ("N'A", ""), ("J’Ai", ""), ("N’Diaye-M’Bow", "ndiaye mbow"),
    ],
)  # fmt: skip
def test_a_name_is_also_written_without_its_apostrophe(text: str, joined: str) -> None:
    assert " ".join(analyse(text).joined) == joined


@pytest.mark.parametrize(
    ("text", "form"),
    [("La Côte", "La Côte"), ("L’ÉTAT", "ÉTAT"), ("DGSN-DGST", "DGSN DGST"), ("S.N.C.F.", "SNCF"), ("N’Diaye", "Diaye"),
     ("e\u0301cole", "école"), ("éco\u00adle", "école"), ("Œuvre", "Œuvre"), ("Aujourd’hui", "Aujourdhui"), ("93ème", "93e")],
)  # fmt: skip
def test_the_form_keeps_accents_and_capitals(text: str, form: str) -> None:
    assert " ".join(analyse(text).form) == form


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("évènement", "événement"), ("L’ÉTAT", "l'etat"), ("S.N.C.F.", "SNCF"), ("œuvre", "OEUVRE"), ("sécurité", "SÉCURITÉ"),
        ("aujourd’hui", "Aujourd'hui"), ("93e", "93ème"), ("première", "premier"), ("journaux", "journal"), ("élevé", "élève"),
        ("élections", "élection"), ("directrice", "directeur"), ("nationales", "national"),
    ],
)  # fmt: skip
def test_forms_of_a_word_share_a_stem(one: str, other: str) -> None:
    assert analyse(one).stem == analyse(other).stem


def test_a_word_with_a_digit_is_not_stemmed() -> None:
    assert analyse("G7s 12.5 COVID19s").stem == ["g7s", "12.5", "covid19s"]


@pytest.mark.parametrize(
    ("typed", "pattern"),
    [("Terroris*", "terroris*"), ("m?roc", "m?roc"), ("ŒUV*", "oeuv*"), ("*MENT", "*ment"), ("a_b", "ab")],
)  # fmt: skip
def test_a_pattern_is_folded_and_keeps_its_wildcards(typed: str, pattern: str) -> None:
    assert normal(typed) == pattern


def test_stop_words_are_terms() -> None:
    assert {"le", "la", "de", "est", "etre", "a"} <= stop_words()
    assert all(analyse(word).exact == [word] for word in stop_words())
    assert not stop_words() & {"france", "police", "premier", "guerre", "etat"}


INVISIBLE_SIGNS = "\u00ad\u200b"

FRENCH = st.sampled_from(
    ["l’", "d'", "qu’", "N’Diaye", "O'Neill", "aujourd’hui", "S.N.C.F.", "élève", "ÉTAT", "œuvre", "vice-président", "1.200",
     "12,5", "93ème", "quatre-vingt-treizième", "AT&T", "%", "«", "»", "–", "…", ".", "-", "’", "n°", "x", "É", "Łódź", "\u00a0"]
)  # fmt: skip
TEXTS = st.lists(st.tuples(FRENCH, st.sampled_from(["", " ", " ", "\n"]))).map(
    lambda parts: "".join(map("".join, parts))
)
ANY = TEXTS | st.text(max_size=60)


@SOME
@given(ANY)
def test_offsets_are_in_order_within_the_text_and_hold_a_word(text: str) -> None:
    last = 0
    for number, word in enumerate(words(text)):
        assert last <= word.start < word.end <= len(text)
        assert any(sign.isalnum() for sign in text[word.start : word.end])
        assert word.position == number
        last = word.end


@SOME
@given(ANY)
def test_words_are_the_terms_in_order(text: str) -> None:
    terms, found = analyse(text), words(text)

    assert [word.token.term for word in found] == terms.exact
    assert [word.stem for word in found] == terms.stem
    assert [word.token.form for word in found] == terms.form
    assert len(terms.exact) == len(terms.stem) == len(terms.form)


@SOME
@given(ANY)
def test_a_piece_is_term_memo_the_terms_of_its_words_and_has_as_many(text: str) -> None:
    for piece in text.split():
        found = words(piece)
        assert count(piece) == len(found)
        assert set(term_memo[piece]) == {
            term
            for word in (*found, *compounds(piece))
            for name in ("exact", "stem", "form")
            for term in word.terms(name)
        }


@SOME
@given(ANY)
def test_the_lists_of_a_text_are_its_terms_whatever_marks_stand_around_its_words(text: str) -> None:
    terms, found = analyse(text), lists(text)

    assert found[:4] == tuple(map(" ".join, (terms.exact, terms.stem, terms.form, terms.joined)))
    assert found.otherwise in {" ".join(terms.otherwise), ""}
    assert found.beside == " ".join(terms.beside)
    assert bool(found.otherwise) == (terms.otherwise != terms.exact)


@SOME
@given(ANY)
def test_no_term_has_a_blank_or_is_empty(text: str) -> None:
    terms = analyse(text)

    for term in (*terms.exact, *terms.stem, *terms.form, *terms.joined):
        assert term.split() == [term]
        assert "¶" not in term


@pytest.mark.parametrize(
    "text", ["93ème", "quatre-vingt-treizième", "presqu’île", "N’Diayé", "évènement", "É.-U."]
)
def test_a_decomposed_word_has_the_terms_of_the_composed_one(text: str) -> None:
    assert analyse(unicodedata.normalize("NFD", text)) == analyse(text)


@pytest.mark.parametrize("sign", INVISIBLE_SIGNS)
@pytest.mark.parametrize(("before", "after"), [("éco", "le"), ("l", "’état"), ("l’", "état"), ("DGSN-", "DGST"), ("S.", "N.C.F."), ("12,", "5"), ("aujourd", "’hui"), ("93", "ème")])  # fmt: skip
def test_an_invisible_sign_within_a_word_changes_no_term(before: str, sign: str, after: str) -> None:
    assert analyse(before + sign + after) == analyse(before + after)


@SOME
@given(TEXTS)
def test_a_decomposed_text_has_the_terms_of_the_composed_one(text: str) -> None:
    assert analyse(unicodedata.normalize("NFD", text)) == analyse(unicodedata.normalize("NFC", text))


@SOME
@given(TEXTS, st.lists(st.tuples(st.integers(0, 200), st.sampled_from(INVISIBLE_SIGNS)), max_size=4))
def test_invisible_signs_anywhere_change_no_term(text: str, signs: list[tuple[int, str]]) -> None:
    marked = text
    for position, sign in signs:
        marked = marked[:position] + sign + marked[position:]

    assert analyse(marked) == analyse(text)


@SOME
@given(TEXTS)
def test_a_stem_depends_on_no_accent_and_no_capital(text: str) -> None:
    terms = analyse(text)

    assert terms.stem == [stem(term) for term in terms.exact]
    assert [analyse(term).stem for term in terms.exact if term.isalpha()] == [
        [stem(term)] for term in terms.exact if term.isalpha()
    ]


@pytest.mark.parametrize(
    "text",
    ["x", "é", "a'", "a’b-", "-", "a-", "a.", "1.000", "1,", ".", "e\u0301", "\u00ad", "a\u00ad", "&a", "l'", "quatre-", "N'D"],
    ids=ascii,
)  # fmt: skip
def test_a_long_text_without_a_blank_is_quick(text: str) -> None:
    """A million letters of one word, a quarter of it of many words: what is not linear takes minutes."""
    long = text * (1_000_000 if len(text) == 1 else 250_000 // len(text))
    started = time.process_time()
    analyse(long)

    assert time.process_time() - started < 5
