"""What was undone in an article before it was indexed, each behind its number of articles."""

from search.messages import Table

TABLE: Table = {
    "transfer": (
        "escapes of mails and addresses (=C3=A9)",
        "échappements de courriels et d’adresses (=C3=A9)",
    ),
    "escapes": ("escapes of programs (\\u00e9)", "échappements de programmes (\\u00e9)"),
    "markup": ("HTML (<p>, &eacute;)", "HTML (<p>, &eacute;)"),
    "shortcodes": ("codes of blogs and forums ([caption])", "codes de blogs et de forums ([caption])"),
    "mojibake": ("saved in a wrong encoding (Ã©)", "enregistrés dans un mauvais encodage (Ã©)"),
    "crossed": ("read in a wrong code page (LíÈlection)", "lus dans une mauvaise page de code (LíÈlection)"),
}
