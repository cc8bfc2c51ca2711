"""The signs of other search engines: each is refused with what to type here; what newspapers print stays words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.message import message
from search.errors import QuerySyntaxError
from search.language import elsewhere, parse
from search.language.elsewhere import refuse
from search.language.lex import has_words_alone, plain


@given(
    st.lists(
        st.sampled_from(["port", "N", "5", "40", "-", "'", '"', "*", "ADJ", "near", "SAME", "ET", "NON", "é"])
    ).map(" ".join)
    | st.text("aéN5-'*\" ")
)
def test_words_numbers_quotes_and_stars_alone_have_no_sign(text: str) -> None:
    assert not (has_words_alone(text) and list(elsewhere._found(text)))


@pytest.mark.parametrize(
    "text", ["transition énergétique", '"violences policières"', "*", "laïc*", "l'an 2000"]
)
def test_most_texts_are_compared_with_no_sign(text: str) -> None:
    assert has_words_alone(text)


@pytest.mark.parametrize(
    ("query", "sign", "advice"),
    [
        ("/laïc.*/", "/laïc.*/", "laïc*"),
        ("port /mar.t?imes?/", "/mar.t?imes?/", "mar?t?imes?"),
        ("title:/la[iï]c.*/", "/la[iï]c.*/", "la?c*"),
        ("/(port|mer)/", "/(port|mer)/", "laïc*"),
        ("date:[2019 TO 2020]", "[2019 TO 2020]", "date:2019..2020"),
        ("date:{2019-03 TO *}", "{2019-03 TO *}", "date:2019-03.."),
        ("port NEAR/3 pêche", "NEAR/3", '"port pêche"~3'),
        ("port w/5 pêche", "w/5", '"port pêche"~5'),
        ("port /5 pêche", "/5", '"port pêche"~5'),
        ("port ADJ5 pêche", "ADJ5", '"port pêche"~5'),
        ("port adj pêche ADJ mer", "ADJ", '"pêche mer"~5'),
        ("port AROUND(40) pêche", "AROUND(40)", '"port pêche"~30'),
        ('"port de mer" NEAR pêche', "NEAR", '"conseil sécurité"~5'),
        ('"port pêche"/5', "/5", '"…"~5'),
        ("NEAR(port pêche, 5)", "NEAR(", '"conseil sécurité"~5'),
        ("port !pêche", "!", "-pêche"),
        ('!"port de pêche"', "!", '-"…"'),
        ("port && pêche", "&&", "AND"),
        ("port || pêche", "||", "OR"),
        ("port|pêche", "|", "port OR pêche"),
        ("port ANDNOT pêche", "ANDNOT", "SAUF"),
        ("port ET NON pêche", "ET NON", "SAUF"),
        ("+port -pêche", "+", "port"),
        ("+port +pêche", "+", "port AND pêche"),
        ("+port mer +pêche", "+", "port AND pêche"),
        ("port | pêche", "|", "port OR pêche"),
        ("port SAME pêche", "SAME", '"port pêche"~5'),
        ("port N5 pêche", "N5", '"port pêche"~5'),
        ("port XOR pêche", "XOR", "(port NOT pêche) OR (pêche NOT port)"),
        ("atleast5 port", "atleast5", "port"),
        ("ATLEAST5 port", "ATLEAST5", "port"),
        ("gouvern! AND port", "!", "gouvern*"),
        ("port gouvern! pêche", "!", "gouvern*"),
        ("gouvern# port", "#", "gouvern*"),
        ("port ~2", "~2", "macron~2"),
        ("TEXT= port", "TEXT=", "text:port"),
        ("TIT_HEAD=(port pêche)", "TIT_HEAD=", 'title:"…"'),
        ("hlead(port pêche)", "hlead(", "title:port"),
        ("intitle:port", "intitle:", "title:port"),
        ("allintitle: port", "allintitle:", "title:port"),
        ("site:echo.fr port", "site:", "source:echo.fr"),
        ("after:2019-05 port", "after:", "date:>=2019-05"),
        ("before:2019 port", "before:", "date:<2019"),
        ("date>2019", "date>2019", "date:>2019"),
        ("pêch$ port", "$", "pêch*"),
        ("%pêche%", "%", "pêche*"),
        ("la[iï]cité", "[iï]", "la?cité"),
        ("a{2,3}", "{2,3}", "a*"),
    ],
)
def test_a_sign_of_another_search_engine_is_refused_with_what_to_type(
    query: str, sign: str, advice: str
) -> None:
    with pytest.raises(QuerySyntaxError, match=r"query\.elsewhere") as refused:
        parse(query)
    raised = refused.value
    assert raised.query[raised.start : raised.end] == sign
    assert raised.mend is not None
    assert raised.mend.values["typed"] == advice


@pytest.mark.parametrize("query", ["rst=tmnb port", "wc>200", "inurl:port", "atleast5(port)"])
def test_a_field_that_is_not_here_is_refused_with_those_that_are(query: str) -> None:
    with pytest.raises(QuerySyntaxError) as refused:
        parse(query)
    assert refused.value.mend == message("query.type_a_field", fields=message("field.names"))


@pytest.mark.parametrize(
    ("query", "field"), [("au:kaba", "author"), ("body:port", "text"), ("byline:kaba", "author")]
)
def test_an_unknown_field_of_another_search_engine_suggests_the_one_that_does_the_same(
    query: str, field: str
) -> None:
    with pytest.raises(QuerySyntaxError) as refused:
        parse(query)
    assert refused.value.mend is not None
    assert refused.value.mend.values["near"] == field


@pytest.mark.parametrize(
    "query",
    [
        "24/7",
        "et/ou",
        "90 km/h",
        "AC/DC",
        "20/03/2020",
        "1/2 finale",
        "https://www.echo.fr/politique/?q=[a]&b=2",
        "www.echo.fr/politique",
        '"/le port/"',
        '"a NEAR b"',
        "Canal+",
        "Marche !",
        "Alerte! Le port brûle",
        "Le port brûle, alerte!",
        "alerte !",
        "Marche ! le port",
        "la N7 fermée",
        "Accident sur la N7 à Nemours",
        "Same old song",
        "Canal+ et Disney+",
        "canal+ séries",
        "Wow! 5$ et 100 $ de prime, soit 20 %",
        "+12 % en mars",
        "des +gilets jaunes+ à Sète",
        'Allez ! "Le port rouvre !" dit-il',
        "Le port | L’Écho du Fleuve",
        "[VIDEO] Le port",
        "l’[Élysée]",
        "il l’a[vait] dit",
        "a & b",
        "C++ et C#",
        "E=mc2",
        "=Côte",
        "la N7 et l’A6",
        "près de Sète",
        "NEAR",
        "date:>2019",
        "title:(port pêche)",
        "@kaba #port",
        "NOT(port)",
        "port AND NOT pêche",
    ],
)
def test_what_newspapers_print_and_what_the_language_has_is_no_sign(query: str) -> None:
    parse(query)


@given(st.text(st.sampled_from('ab/[]{}!|&+~"<>=$%()5 TO NEAR')) | st.text())
def test_any_text_is_refused_with_offsets_in_it_or_not_at_all(text: str) -> None:
    try:
        refuse(plain(text))
        start, end = 0, 1
    except QuerySyntaxError as refused:
        start, end = refused.start, refused.end
    assert 0 <= start < end <= max(1, len(plain(text)))
