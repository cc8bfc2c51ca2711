"""The table of the formats: a row for each, those with the surest marks first."""

from string import ascii_letters

from corpus.formats.format import Extra, Format, Gives

_TEXT = ("title", "date", "source", "section", "author")
"""The fields that the lines above a text give."""
_WITH_ABSTRACT = ("title", "heading", "date", "source", "section", "author")
_PAGE = (*_WITH_ABSTRACT, "url", "language", "reference")
_FEED = (*_WITH_ABSTRACT, "language", "url")
_MAIL = ("title", "date", "source", "language", "reference")
_SCAN = ("title", "date", "source", "author", "page", "language")
_TEI = (*_PAGE, "page")
_COLUMNS = (*_PAGE, "page", "edition", "person", "org", "place")
"""The fields that a table, a JSON object or the variables of a text may have."""

_XML, _ZIP, _JSON, _LETTERS = "<", "P", "[{", ascii_letters
"""The signs with which such files begin; a ZIP begins with PK, a mail with the name of a header."""

FORMATS = (
    # Databases of the press
    Format("Europresse", (".html",), "databases.europresse", Gives.ARTICLES, (*_WITH_ABSTRACT, "url", "reference", "page", "edition", "also_in"), firsts=_XML),
    Format("Factiva", (".html", ".xml", ".rtf", ".txt"), "databases.factiva", Gives.ARTICLES, (*_TEXT, "language", "reference", "page", "edition")),
    Format("Nexis", (".docx", ".html", ".txt", ".rtf"), "databases.nexis", Gives.ARTICLES, (*_WITH_ABSTRACT, "url", "language", "page", "edition")),
    Format("RIS", (".ris",), "databases.citations.ris", Gives.ARTICLES, (*_TEXT, "url", "language", "reference", "page", "edition"), guarded=False, firsts="T"),
    Format("CSL-JSON", (".json",), "databases.citations.csl", Gives.RECORDS, _COLUMNS, guarded=False, firsts=_JSON),
    # XML
    Format("METS", (".xml",), "scans.mets", Gives.ARTICLES, _SCAN, firsts=_XML),
    Format("ALTO", (".xml",), "scans.alto", Gives.ARTICLES, ("date", "page"), firsts=_XML),
    Format("NITF", (".xml", ".nitf"), "agencies.nitf", Gives.ARTICLES, (*_WITH_ABSTRACT, "url", "language", "page", "edition", "place"), firsts=_XML),
    Format("NewsML-G2", (".xml",), "agencies.newsml_g2", Gives.ARTICLES, (*_WITH_ABSTRACT, "language", "place"), firsts=_XML),
    Format("NewsML", (".xml",), "agencies.newsml", Gives.ARTICLES, ("title", "heading", "date", "source", "author", "language", "place"), firsts=_XML),
    Format("feed", (".rss", ".atom", ".rdf", ".xml"), "pages.feed", Gives.ARTICLES, _FEED, firsts=_XML),
    Format("TEI", (".xml",), "textometry.tei", Gives.ARTICLES, _TEI, firsts=_XML),
    # Texts with marks of their own
    Format("IRaMuTeQ", (".txt",), "textometry.iramuteq", Gives.ARTICLES, _COLUMNS),
    Format("Lexico", (".txt",), "textometry.lexico", Gives.ARTICLES, _COLUMNS, firsts=_XML),
    Format("Gallica", (".txt", ".html", ".htm"), "scans.gallica", Gives.ARTICLES, ("date", "source", "url", "language", "reference")),
    # Mail, archives of the web, pages
    Format("web archive", (".warc", ".arc", ".wacz"), "pages.archive", Gives.ARTICLES, _PAGE, Extra("web-archive", "warcio"), firsts=_ZIP + "Wf"),
    Format("MHTML", (".mhtml", ".mht"), "mail.snapshot", Gives.ARTICLES, _PAGE, firsts=_LETTERS),
    Format("MBOX", (".mbox",), "mail.box", Gives.ARTICLES, _MAIL, firsts="F"),
    Format("EML", (".eml",), "mail.message", Gives.ARTICLES, _MAIL, firsts=_LETTERS),
    Format("web page", (".html", ".htm", ".xhtml"), "pages.page", Gives.ARTICLES, _PAGE, firsts=_XML),
    # Documents and tables
    Format("Word", (".docx", ".docm", ".dotx"), "documents.docx", Gives.ARTICLES, (*_TEXT, "page"), firsts=_ZIP),
    Format("OpenDocument", (".odt", ".ott", ".fodt"), "documents.odt", Gives.ARTICLES, (*_TEXT, "page"), firsts=_ZIP + _XML),
    Format("RTF", (".rtf",), "documents.rtf", Gives.ARTICLES, (*_TEXT, "page"), firsts="{"),
    Format("EPUB", (".epub",), "documents.epub", Gives.ARTICLES, (*_TEXT, "page", "edition", "language"), firsts=_ZIP),
    Format("PDF", (".pdf",), "documents.pdf", Gives.ARTICLES, (*_TEXT, "page", "url"), Extra("pdf", "pypdfium2")),
    Format("Excel", (".xlsx", ".xlsm"), "tables.spreadsheet", Gives.RECORDS, _COLUMNS, firsts=_ZIP),
    Format("Parquet", (".parquet",), "tables.parquet", Gives.RECORDS, _COLUMNS, Extra("parquet", "pyarrow"), firsts="P"),
    # Their pieces are guarded by the formats of the members.
    Format("ZIP", (".zip",), "containers.zip", Gives.RECORDS, _COLUMNS, guarded=False, firsts=_ZIP),
    Format("JSON", (".jsonl", ".ndjson", ".json"), "objects.jsonl", Gives.RECORDS, _COLUMNS, guarded=False, firsts=_JSON),
    Format("CSV", (".csv", ".tsv"), "tables.csv", Gives.RECORDS, _COLUMNS, guarded=False),
    Format("text", (".txt", ".text", ".md", ""), "plain.text", Gives.ARTICLES, _TEXT, guarded=False),
)  # fmt: skip
"""The formats.  The first that recognises the content of a file reads it.

Where no row does, the last of the rows that have the suffix of the file reads it.
"""
