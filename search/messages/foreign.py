"""What a file of another program is, and what to export instead."""

from search.messages import Table

TABLE: Table = {
    "spreadsheet": (
        "a spreadsheet of a kind that is not read: open it and save it as Excel workbook (.xlsx)",
        "c’est un classeur d’un type qui n’est pas lu : ouvrez-le et enregistrez-le comme classeur Excel (.xlsx)",
    ),
    "word_processor": (
        "a document of Word 97-2003: open it and save it as Word document (.docx)",
        "c’est un document Word 97-2003 : ouvrez-le et enregistrez-le comme document Word (.docx)",
    ),
    "presentation": (
        "a presentation: open it and save it as PDF (.pdf)",
        "c’est une présentation : ouvrez-la et enregistrez-la au format PDF (.pdf)",
    ),
    "old_office": (
        "a file of Microsoft Office of a kind that is not read: save a spreadsheet as .xlsx, a document as .docx",
        (
            "c’est un fichier de Microsoft Office d’un type qui n’est pas lu : enregistrez un classeur au format .xlsx, un document "
            "au format .docx"
        ),
    ),
    "database": (
        "an SQLite database: export the table of articles as CSV (.csv)",
        "c’est une base SQLite : exportez la table des articles au format CSV (.csv)",
    ),
    "arrow": (
        "a table in Arrow or Feather: export it as CSV, JSON Lines or Parquet",
        "c’est une table Arrow ou Feather : exportez-la au format CSV, JSON Lines ou Parquet",
    ),
    "pickle": (
        "objects saved by Python (pickle): export them as CSV or JSON Lines",
        "ce sont des objets enregistrés par Python (pickle) : exportez-les au format CSV ou JSON Lines",
    ),
    "packed": (
        "a compressed file: unpack it, and index what is in it",
        "c’est un fichier compressé : décompressez-le et indexez son contenu",
    ),
    "picture": (
        "a picture, not text: run it through character recognition first",
        "c’est une image, et non du texte : passez-la d’abord par une reconnaissance de caractères",
    ),
}
