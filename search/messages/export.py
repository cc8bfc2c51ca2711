"""What is said of taking articles away: the fields, the formats, the files."""

from search.messages import Table

TABLE: Table = {
    # the formats
    "csv": (
        "a table for any spreadsheet; --dialect excel-fr for a French Excel",
        "un tableau pour tout tableur ; --dialect excel-fr pour un Excel français",
    ),
    "xlsx": ("a workbook of Excel and LibreOffice", "un classeur pour Excel et LibreOffice"),
    "jsonl": (
        "whole articles for programs, one a line",
        "les articles entiers pour des programmes, un par ligne",
    ),
    "json": (
        "whole articles for programs, in one object",
        "les articles entiers pour des programmes, en un seul objet",
    ),
    "bibtex": ("references for BibLaTeX", "des références pour BibLaTeX"),
    "ris": (
        "references for Zotero, Mendeley, EndNote",
        "des références pour Zotero, Mendeley, EndNote",
    ),
    "csl": ("references for Zotero and Pandoc", "des références pour Zotero et Pandoc"),
    "markdown": ("clippings to read and annotate", "des coupures à lire et à annoter"),
    "html": (
        "a press review to read, to print and to hand on",
        "une revue de presse à lire, à imprimer et à transmettre",
    ),
    "iramuteq": ("a corpus for IRaMuTeQ and TXM", "un corpus pour IRaMuTeQ et TXM"),
    "folder": (
        "a text an article and metadata.csv, for TXM and other tools",
        "un texte par article et metadata.csv, pour TXM et d’autres outils",
    ),
    # fields
    "no_field": ('there is no field "{name}"', "il n’y a pas de champ « {name} »"),
    "near_field": ('did you mean "{name}"?', "vouliez-vous dire « {name} » ?"),
    "all_fields": ("type one of {names}", "tapez l’un de ceux-ci : {names}"),
    "own_fields": (
        "--format {format} has fields of its own: leave --fields out, or type --format {formats}",
        "--format {format} a ses propres champs : retirez --fields, ou tapez --format {formats}",
    ),
    "fields_need_data": (
        "--fields needs --format json, jsonl or csv",
        "--fields demande --format json, jsonl ou csv",
    ),
    "no_dialect": (
        "--dialect is for --format csv, not for {format}",
        "--dialect vaut pour --format csv, non pour {format}",
    ),
    "no_title": (
        "--title is for --format html, not for {format}",
        "--title vaut pour --format html, non pour {format}",
    ),
    # files
    "no_suffix": (
        'no format has the suffix of "{name}"',
        "aucun format n’a le suffixe de « {name} »",
    ),
    "all_suffixes": (
        "end the name in one of {suffixes}",
        "terminez le nom par l’un de ces suffixes : {suffixes}",
    ),
    "needs_output": (
        "--format {format} needs a file: type --output FILE",
        "--format {format} demande un fichier : tapez --output FICHIER",
    ),
    "file_exists": (
        "there is a file {path} already",
        "il y a déjà un fichier {path}",
    ),
    "force": (
        "type another name, or --force to replace it",
        "tapez un autre nom, ou --force pour le remplacer",
    ),
    "other_name": ("type another name", "tapez un autre nom"),
    "folder_exists": (
        "there is a folder {path} already",
        "il y a déjà un dossier {path}",
    ),
    "make_folder": ("make the folder first", "créez d’abord le dossier"),
    # the line of the shell
    "takes": (
        "type :export FILE, :export FILE QUERY or :export marks FILE; the suffix says which format: .xlsx .csv .ris …",
        "tapez :exporter FICHIER, :exporter FICHIER REQUÊTE ou :exporter cochés FICHIER ; le suffixe dit le format : .xlsx .csv .ris …",
    ),
    "nothing_asked": (
        "nothing was asked yet: type a query, then :export FILE",
        "rien n’a encore été demandé : tapez une requête, puis :exporter FICHIER",
    ),
    "nothing_found": (
        "no article: nothing was written",
        "aucun article : rien n’a été écrit",
    ),
    "no_marks": (
        "none of the marked articles is in the index any more",
        "aucun des articles cochés n’est encore dans l’index",
    ),
    # what was written
    "answer_written": (
        (
            "{path}: {count:,} article for {query} ({format})",
            "{path}: {count:,} articles for {query} ({format})",
        ),
        (
            "{path} : {count:,} article pour {query} ({format})",
            "{path} : {count:,} articles pour {query} ({format})",
        ),
    ),
    "marks_written": (
        (
            "{path}: the marked article ({format})",
            "{path}: the {count:,} marked articles ({format})",
        ),
        (
            "{path} : l’article coché ({format})",
            "{path} : les {count:,} articles cochés ({format})",
        ),
    ),
    "cells_cut": (
        (
            "{count:,} text is cut after {most:,} characters, which is all that a cell of Excel holds",
            "{count:,} texts are cut after {most:,} characters, which is all that a cell of Excel holds",
        ),
        (
            "{count:,} texte est coupé après {most:,} caractères : une cellule d’Excel n’en contient pas plus",
            "{count:,} textes sont coupés après {most:,} caractères : une cellule d’Excel n’en contient pas plus",
        ),
    ),
    "sheet_full": (
        (
            "the sheet is full: {count:,} article is left out",
            "the sheet is full: {count:,} articles are left out",
        ),
        (
            "la feuille est pleine : {count:,} article est laissé de côté",
            "la feuille est pleine : {count:,} articles sont laissés de côté",
        ),
    ),
    # the lines of a clipping
    "source": ("Source: {value}", "Journal : {value}"),
    "date": ("Date: {value}", "Date : {value}"),
    "section": ("Section: {value}", "Rubrique : {value}"),
    "author": ("Author: {value}", "Auteur : {value}"),
    "page": ("Page: {value}", "Page : {value}"),
    "edition": ("Edition: {value}", "Édition : {value}"),
    "reference": ("Reference: {value}", "Référence : {value}"),
    "also_in": ("Also in: {value}", "Aussi dans : {value}"),
    "id": ("Id: {value}", "Id : {value}"),
    "tags": ("Tags: {value}", "Étiquettes : {value}"),
    "notes": ("Note: {value}", "Note : {value}"),
}
