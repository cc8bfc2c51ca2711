"""The table of the formats: a row for each, those with the surest marks first."""

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

FORMATS = (
    # Databases of the press
    Format("Europresse", (".html",), "databases.europresse", Gives.ARTICLES, (*_WITH_ABSTRACT, "url", "reference", "page", "edition", "also_in")),
    Format("Factiva", (".html", ".xml", ".rtf", ".txt"), "databases.factiva", Gives.ARTICLES, (*_TEXT, "language", "reference", "page", "edition")),
    Format("Nexis", (".docx", ".html", ".txt", ".rtf"), "databases.nexis", Gives.ARTICLES, (*_WITH_ABSTRACT, "url", "language", "page", "edition")),
    Format("RIS", (".ris",), "databases.citations.ris", Gives.ARTICLES, (*_TEXT, "url", "language", "reference", "page", "edition"), guarded=False),
    Format("CSL-JSON", (".json",), "databases.citations.csl", Gives.RECORDS, _COLUMNS, guarded=False),
    # XML
    Format("METS", (".xml",), "scans.mets", Gives.ARTICLES, _SCAN),
    Format("ALTO", (".xml",), "scans.alto", Gives.ARTICLES, ("date", "page")),
    Format("NITF", (".xml", ".nitf"), "agencies.nitf", Gives.ARTICLES, (*_WITH_ABSTRACT, "url", "language", "page", "edition", "place")),
    Format("NewsML-G2", (".xml",), "agencies.newsml_g2", Gives.ARTICLES, (*_WITH_ABSTRACT, "language", "place")),
    Format("NewsML", (".xml",), "agencies.newsml", Gives.ARTICLES, ("title", "heading", "date", "source", "author", "language", "place")),
    Format("feed", (".rss", ".atom", ".rdf", ".xml"), "pages.feed", Gives.ARTICLES, _FEED),
    Format("TEI", (".xml",), "textometry.tei", Gives.ARTICLES, _TEI),
    # Texts with marks of their own
    Format("IRaMuTeQ", (".txt",), "textometry.iramuteq", Gives.ARTICLES, _COLUMNS),
    Format("Lexico", (".txt",), "textometry.lexico", Gives.ARTICLES, _COLUMNS),
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
