"""The apostrophes of French: the signs that are written for one, and the words that end in one."""

APOSTROPHES = "'’ʼ‘‛＇´`′‵ʹʻʽʾʿˈˊˋꞌՙ՚׳"
"""The straight apostrophe, and the signs that are printed or typed for it: quotation marks, primes, accents, modifier letters."""

PLAIN_APOSTROPHES = str.maketrans(dict.fromkeys(APOSTROPHES, "'"))
"""For `str.translate`: every apostrophe as the straight one."""

ELIDED_WORD = r"(?:[LDJldjcmnst]|(?:[Qq]|[Jj]usq|[Ll]orsq|[Pp]uisq|[Qq]uoiq|[Pp]resq)u)"
"""A pattern of the words that lose their vowel before another one: `l'`, `qu'`, `jusqu'`.

C, M, N, S and T in capitals are left out: N'Diaye and M'Bappé are names.  `index.analysis.elision` has the rules
of the index, which drop the word and keep the names both ways.
"""
