"""The table of the formats: a row for each, those with the surest marks first."""

from corpus.formats.format import Extra, Format, Gives

_TEXT = ("title", "date", "source", "section", "author")
"""The fields that the lines above a text give."""
_PAGE = ("title", "heading", "date", "source", "section", "author", "url", "language", "reference")
_DATABASE = (*_PAGE, "page", "edition")
_DISPATCH = ("title", "heading", "date", "source", "section", "author", "language", "page", "edition")
_FEED = ("title", "heading", "date", "source", "section", "author", "language", "url")
_MAIL = ("title", "date", "source", "language", "reference")
_SCAN = ("title", "date", "source", "author", "page", "language")
_TEI = (*_PAGE, "page")
_VARIABLES = (*_TEXT, "url")
_COLUMNS = (*_DATABASE, "person", "org", "place")
"""The fields that a table or a JSON object may have."""

FORMATS = (
    # Databases of the press
    Format("Europresse", (".html",), "databases.europresse", Gives.ARTICLES, (*_DATABASE, "also_in")),
    Format("Factiva", (".html", ".xml", ".rtf", ".txt"), "databases.factiva", Gives.ARTICLES, _DATABASE),
    Format("Nexis", (".docx", ".html", ".txt", ".rtf"), "databases.nexis", Gives.ARTICLES, _DATABASE),
    Format("RIS", (".ris",), "databases.citations.ris", Gives.ARTICLES, _DATABASE, guarded=False),
    Format("CSL-JSON", (".json",), "databases.citations.csl", Gives.RECORDS, _COLUMNS, guarded=False),
    # XML
    Format("METS", (".xml",), "scans.mets", Gives.ARTICLES, _SCAN),
    Format("ALTO", (".xml",), "scans.alto", Gives.ARTICLES, ("date", "page")),
    Format("NITF", (".xml", ".nitf"), "agencies.nitf", Gives.ARTICLES, _DISPATCH),
    Format("NewsML-G2", (".xml",), "agencies.newsml_g2", Gives.ARTICLES, _DISPATCH),
    Format("NewsML", (".xml",), "agencies.newsml", Gives.ARTICLES, _DISPATCH),
    Format("feed", (".rss", ".atom", ".rdf", ".xml"), "pages.feed", Gives.ARTICLES, _FEED),
    Format("TEI", (".xml",), "textometry.tei", Gives.ARTICLES, _TEI),
    # Texts with marks of their own
    Format("IRaMuTeQ", (".txt",), "textometry.iramuteq", Gives.ARTICLES, _VARIABLES),
    Format("Lexico", (".txt",), "textometry.lexico", Gives.ARTICLES, _VARIABLES),
    Format("Gallica", (".txt", ".html", ".htm"), "scans.gallica", Gives.ARTICLES, ("date", "source", "url", "language", "reference")),
    # Mail, archives of the web, pages
    Format("web archive", (".warc", ".arc", ".wacz"), "pages.archive", Gives.ARTICLES, _PAGE, Extra("web-archive", "warcio")),
    Format("MHTML", (".mhtml", ".mht"), "mail.snapshot", Gives.ARTICLES, _PAGE),
    Format("MBOX", (".mbox",), "mail.box", Gives.ARTICLES, _MAIL),
    Format("EML", (".eml",), "mail.message", Gives.ARTICLES, _MAIL),
    Format("web page", (".html", ".htm", ".xhtml"), "pages.page", Gives.ARTICLES, _PAGE),
    # Documents and tables
    Format("Word", (".docx", ".docm", ".dotx"), "documents.docx", Gives.ARTICLES, (*_TEXT, "page")),
    Format("OpenDocument", (".odt", ".ott", ".fodt"), "documents.odt", Gives.ARTICLES, (*_TEXT, "page")),
    Format("RTF", (".rtf",), "documents.rtf", Gives.ARTICLES, (*_TEXT, "page")),
    Format("EPUB", (".epub",), "documents.epub", Gives.ARTICLES, (*_TEXT, "page", "edition", "language")),
    Format("PDF", (".pdf",), "documents.pdf", Gives.ARTICLES, (*_TEXT, "page", "url"), Extra("pdf", "pypdfium2")),
    Format("Excel", (".xlsx", ".xlsm"), "tables.spreadsheet", Gives.RECORDS, _COLUMNS),
    Format("Parquet", (".parquet",), "tables.parquet", Gives.RECORDS, _COLUMNS, Extra("parquet", "pyarrow")),
    # Their pieces are guarded by the formats of the members.
    Format("ZIP", (".zip",), "containers.zip", Gives.RECORDS, _COLUMNS, guarded=False),
    Format("JSON", (".jsonl", ".ndjson", ".json"), "objects.jsonl", Gives.RECORDS, _COLUMNS, guarded=False),
    Format("CSV", (".csv", ".tsv"), "tables.csv", Gives.RECORDS, _COLUMNS, guarded=False),
    Format("text", (".txt", ".text", ".md", ""), "plain.text", Gives.ARTICLES, _TEXT, guarded=False),
)  # fmt: skip
"""The formats.  The first that recognises the content of a file reads it.

Where no row does, the last of the rows that have the suffix of the file reads it.
"""
