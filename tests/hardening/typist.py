"""Queries at random, as persons type them, as their slips leave them, and as nobody but an attacker types them."""

import random
import re
import unicodedata
from collections.abc import Callable, Sequence

from index.fields import BY_NAME

FIELDS = tuple(BY_NAME)
OPERATORS = (" AND ", " ET ", " OR ", " OU ", " NOT ", " SAUF ", " -", " ", " ", " ")
DATES = (
    "2025", "2025-11", "25/11/2025", "2025-11-20..2025-12-01", "..2024", "2025..", ">=2025", "<2024-02", "hier", "7j", "3m",
    "aujourd'hui", "none", "nov. 2025", "1er décembre 2025", "décembre-2025..", "=2025", "lundi dernier", "la semaine dernière",
    "il y a trois semaines", "début 2024", "mi-mars", "été 2023", "1er trimestre 2024", "du 3 au 7 mars 2024",
    "entre mars et juin 2020", "depuis janvier", "avant 2019", "années 1990", "XIXe siècle", "Noël 2023", "last week",
    "31/02/2024", "0000", "9999-12-31", "10000", "99999j", "99999a", ">9999", "<0001", "..", "2025..2024", "29 février 2023",
)  # fmt: skip
SIGNS = "\"'()«»*?~^:=-–,.;!|&+/\\[]{}#%@$ \t\n"
ODD = (
    "\x00", "\x07", "\x08", "\x0c", "\r", "\x1b[31m", "\x1b]0;t\x07", "\x1b]8;;http://x\x1b\\", "\x7f", "\x85", "\x9b31m",
    "\u00ad", "\u061c", "\u200b", "\u200d", "\u200f", "\u2028", "\u202e", "\u2066", "\u2069", "\ufeff", "\ufffe", "\U000e0041",
    "\ud800", "\udcff", "e\u0301", "\u0338", "a" + "\u0301" * 40, "ﬁ", "Ⅳ", "２０２５", "ʹ", "＂", "＊", "ß", "İ", "ı", "ǅ",
    "\u0645\u0631\u062d\u0628\u0627", "日本", "👩\u200d👩\u200d👧", "🇫🇷", "𝕏", "\U0010ffff", "½", "²", "1ᵉʳ", "№", "·", "maire·sse",
)  # fmt: skip

MOST_CHARACTERS = 60_000
_ORDINARY_TWINS = str.maketrans("éèêëàâîïôûùç", "eeeeaaiiouuc")


class Typist:
    """Types queries about the articles whose `words` it knows; the same seed types the same queries."""

    def __init__(self, words: Sequence[str], seed: int) -> None:
        self._words = words
        self._chance = random.Random(seed)
        self._kinds: tuple[tuple[int, str, Callable[[], str]], ...] = (
            (30, "words", self._some_words),
            (30, "grammar", lambda: self._tree(3)),
            (14, "slips", self._slips),
            (8, "odd characters", self._odd),
            (6, "signs", self._signs),
            (5, "pattern", self._pattern),
            (4, "any characters", self._any),
            (2, "nested", self._nested),
            (1, "long", self._long),
        )

    def query(self) -> tuple[str, str]:
        """Return a query, and its kind."""
        [(_, kind, make)] = self._chance.choices(self._kinds, [weight for weight, _, _ in self._kinds])
        return make()[:MOST_CHARACTERS], kind

    def _word(self) -> str:
        word = self._chance.choice(self._words)
        match self._chance.randrange(8):
            case 0:
                return word.lower().translate(_ORDINARY_TWINS)
            case 1:
                return word.upper()
            case 2:
                return unicodedata.normalize("NFD", word)
            case 3:
                return f"{self._chance.choice(('l’', 'd', 'qu', 'aujourd'))}'{word}"
            case 4:
                return f"{word}-{self._chance.choice(self._words)}"
            case _:
                return word

    def _some_words(self) -> str:
        return " ".join(self._word() for _ in range(self._chance.choice((1, 1, 2, 2, 3, 4, 6, 10, 25))))

    def _leaf(self) -> str:
        word = self._word()
        field = self._chance.choice(FIELDS)
        match self._chance.randrange(14):
            case 0 | 1 | 2 | 3:
                return word
            case 4:
                return f'"{self._some_words()}"'
            case 5:
                return f'"{self._some_words()}"~{self._chance.choice(("", 1, 5, 30, 31, 999999))}'
            case 6:
                return f"{word}~{self._chance.choice(('', '1', '2', '3'))}"
            case 7:
                return self._pattern()
            case 8:
                return f"={word}"
            case 9 | 10:
                return f"date:{self._date()}"
            case 11:
                return f"{field}:{word}"
            case 12:
                return f'{field}:"{self._some_words()}"'
            case _:
                return f"{word}^{self._chance.choice(('2', '0.5', '0', '-1', '1e9', '9' * 30, 'x', ''))}"

    def _date(self) -> str:
        one = self._chance.choice(DATES)
        if self._chance.random() < 0.2:
            one = f"{one}..{self._chance.choice(DATES)}"
        return f'"{one}"' if self._chance.random() < 0.6 else one

    def _pattern(self) -> str:
        word = list(self._word())
        for _ in range(self._chance.randint(1, 3)):
            word.insert(self._chance.randrange(len(word) + 1), self._chance.choice("**?"))
        pattern = "".join(word)
        if self._chance.random() < 0.1:
            pattern = " ".join(
                f"*{self._chance.choice('abcdeinorstu')}*" for _ in range(self._chance.randint(1, 12))
            )
        return pattern

    def _tree(self, depth: int) -> str:
        if not depth or self._chance.random() < 0.3:
            return self._leaf()
        parts = [self._tree(depth - 1) for _ in range(self._chance.randint(2, 3))]
        joined = parts[0]
        for part in parts[1:]:
            joined += self._chance.choice(OPERATORS) + part
        return f"({joined})" if self._chance.random() < 0.5 else joined

    def _slips(self) -> str:
        line = list(self._tree(2))
        for _ in range(self._chance.randint(1, 6)):
            position = self._chance.randrange(len(line) + 1)
            match self._chance.randrange(4):
                case 0:
                    line.insert(position, self._chance.choice(SIGNS))
                case 1:
                    line[position : position + self._chance.randint(1, 4)] = []
                case 2:
                    line.insert(
                        position,
                        self._chance.choice((*OPERATORS, "date:", "person:", "foo:", "~2", "^3", "..")),
                    )
                case _:
                    line[position:position] = line[: self._chance.randint(0, 12)]
        return "".join(line)

    def _odd(self) -> str:
        line = re.split("( )", self._tree(2))
        for _ in range(self._chance.randint(1, 5)):
            line.insert(self._chance.randrange(len(line) + 1), self._chance.choice(ODD))
        return "".join(line)

    def _signs(self) -> str:
        pieces = (
            *SIGNS,
            *map(str.strip, OPERATORS),
            "date:",
            "titre:",
            "/re/",
            "/[a-z]+/",
            "http://x",
            "a",
            "é",
            "1",
        )
        return "".join(self._chance.choices(pieces, k=self._chance.randint(1, 30)))

    def _any(self) -> str:
        last = self._chance.choice((0x7F, 0x2FF, 0xFFFF, 0x10FFFF))
        return "".join(chr(self._chance.randint(0, last)) for _ in range(self._chance.randint(1, 60)))

    def _nested(self) -> str:
        depth = self._chance.choice((5, 20, 60, 200, 3000))
        opening = self._chance.choice(("(", "(a ", "-(", "NOT ", "(a OR ", '"', "=", "person:", "l'"))
        closing = ")" * depth if self._chance.random() < 0.7 else ""
        return opening * depth + self._word() + closing

    def _long(self) -> str:
        unit = self._chance.choice(
            (self._leaf(), f"{self._word()} ", self._chance.choice(SIGNS), self._chance.choice(ODD))
        )
        return unit * (self._chance.choice((200, 2_000, 20_000)) // max(len(unit) // 4, 1))
