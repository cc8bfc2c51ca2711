"""What each field of an article is, for the completion and the help."""

from index.fields import FIELDS
from search.messages import Table

TABLE: Table = {
    "names": (
        ", ".join(f"{field.name}:" for field in FIELDS),
        ", ".join(f"{field.french}:" for field in FIELDS),
    ),
    "text": (
        "headline, abstract and body: what a bare word searches",
        "titre, chapô et texte\u00a0: ce que cherche un mot seul",
    ),
    "title": ("words of the headline", "mots du titre"),
    "date": (
        "dates as people say them, 2 mars, lundi dernier; none for undated",
        "dates comme on les dit, 2 mars, lundi dernier\u202f; none pour les articles sans date",
    ),
    "person": ("person named in the article", "personne citée dans l’article"),
    "org": ("organisation named in the article", "organisation citée dans l’article"),
    "place": ("place named in the article", "lieu cité dans l’article"),
    "source": ("newspaper, agency or site", "journal, agence ou site"),
    "section": ("desk or section", "rubrique ou service"),
    "tag": (
        "a tag of yours, see tags; tag:* for any",
        "une de vos étiquettes, voir étiquettes ; étiquette:* pour toutes",
    ),
    "note": ("words of your notes; note:* for any", "mots de vos notes ; note:* pour toutes"),
    "author": ("who signed the article", "signataire de l’article"),
    "like": (
        "articles about the same thing as the article of this id",
        "articles qui parlent de la même chose que celui qui a cet identifiant",
    ),
}
