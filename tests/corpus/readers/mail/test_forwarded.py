"""Mails that were sent on: whose text they have, from when, and what is no mail inside another one."""

import pytest

from corpus.dates.values import parse_date
from corpus.readers.mail.forwarded import forwarded

TEXT = "Le bac de Valbourg a repris jeudi ses passages, arrêtés depuis la crue.\n\nLe maire a coupé le ruban."
OUTLOOK = "De : Le Fanal <lettre@fanal.exemple.fr>\nEnvoyé : mercredi 10 septembre 2025 18:02\nÀ : Anne Roy\nObjet : Le bac"
GMAIL = (
    "---------- Forwarded message ---------\nDe : Le Fanal <lettre@fanal.exemple.fr>\nDate: mer. 10 sept. 2025 à 18:02\n"
    "Subject: Le bac\nTo: <anne@exemple.fr>"
)
ENGLISH = "-----Original Message-----\nFrom: Le Fanal <lettre@fanal.exemple.fr>\nSent: Wednesday, September 10, 2025 6:02 PM\nTo: Anne\nSubject: Le bac"
APPLE = "Début du message réexpédié :\n\nDe: Le Fanal <lettre@fanal.exemple.fr>\n\nObjet: Le bac\n\nDate: 10 septembre 2025 à 18:02:11\n\nÀ: anne@exemple.fr"


@pytest.mark.parametrize(
    "headers", [OUTLOOK, GMAIL, ENGLISH, APPLE, OUTLOOK.replace(" :", ":"), OUTLOOK.replace("De :", "*De :*")]
)
@pytest.mark.parametrize("above", ["", "Bonjour,\nà lire.\n\n", "________________________________\n"])
def test_the_headers_and_what_stands_above_them_go_out(headers: str, above: str) -> None:
    found = forwarded(f"{above}{headers}\n\n{TEXT}")
    assert found
    assert (found.sender, found.subject, found.date, found.text) == (
        "Le Fanal <lettre@fanal.exemple.fr>",
        "Le bac",
        parse_date("2025-09-10"),
        TEXT,
    )


def test_a_quoted_mail_loses_its_marks() -> None:
    quoted = "\n".join(f"> {line}" for line in f"{OUTLOOK}\n\n{TEXT}".split("\n"))
    found = forwarded(f"À lire.\n\n{quoted}")
    assert found
    assert found.text == TEXT


def test_of_a_mail_that_was_sent_on_twice_the_innermost_counts() -> None:
    found = forwarded(f"{OUTLOOK.replace('Le Fanal', 'Anne Roy')}\n\nPour toi.\n\n{OUTLOOK}\n\n{TEXT}")
    assert found
    assert (found.sender, found.text) == ("Le Fanal <lettre@fanal.exemple.fr>", TEXT)


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        f"{TEXT}\n\n{OUTLOOK}\n\nAvez-vous cet article ?",
        f"De : Le Fanal\nObjet : Le bac\n\n{TEXT}",
        f"De : la rive\nÀ : l’autre\nDurée : dix minutes\n\n{TEXT}",
        OUTLOOK,
        "",
    ],
)
def test_an_answer_and_lines_that_are_no_headers_send_nothing_on(text: str) -> None:
    assert forwarded(text) is None
