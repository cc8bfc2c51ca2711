"""Corpora made for programs that count words: IRaMuTeQ and Alceste, Lexico, TXM and other texts in TEI."""
