"""The names under which tools and people write each field: which column is the title, and which of several dates counts.

Where a record has several columns for a field, the first of this table that says something counts:

- text: a name that promises the whole text (`texte intégral`, `maintext`), then `text` and `body`, then what may be a
  page with its mark-up (`content`: readability has the plain text beside it, in `textContent`), last what was not
  cleaned (`raw_text`).
- heading: what the paper wrote as abstract (`chapo`, `description`) before what a program made (`summary`).
- date: a publication names itself; `date` may be anything; `created` may be the day of a database; an update counts
  where nothing else does.  The day of a crawl (`filedate`, `indexed_date`, `collect_date`) is never the date.
- source: a name before an address; see `corpus.readers.columns.fields`.
- url: where the text was read (`resolved_url` of minet), then what the page says of itself (`canonical_url`), then what
  was asked for, which may be the short link of a network; a path is no address.

Names checked in the code or documentation of newspaper4k, trafilatura, minet, Media Cloud, Event Registry, Wallabag,
mediastack; those of the other tools come from general knowledge.
"""

from collections.abc import Iterator, Mapping

from corpus.clean import bare
from corpus.expression import expression
from corpus.repair import repaired

USUAL_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "text": (
        "texte intégral", "texte complet", "full text", "article body", "text content", "maintext", "main text",
        "extracted text", "plain text", "body text", "content text", "texte", "text", "clean text", "cleaned text",
        "text cleaned", "texte nettoyé", "body", "corps", "corps du texte", "contenu", "content", "body html",
        "content html", "html content", "article html", "article", "td", "transcript", "transcription", "verbatim",
        "paragraphs", "paragraphes", "contenu texte", "selftext", "texte ocr", "ocr text", "ocr", "raw text", "texte brut",
        "raw content", "raw body", "html",
    ),
    "title": (
        "titre", "title", "headline", "manchette", "web title", "main title", "titre principal", "intitulé", "hd",
        "titre propre", "meta title", "og title", "resolved title", "subject", "sujet", "name",
    ),
    "heading": (
        "chapo", "chapeau", "heading", "standfirst", "lead", "lede", "accroche", "trail text", "lead paragraph", "lp",
        "abstract", "abstract note", "description", "meta description", "og description", "excerpt", "extrait", "summary",
        "résumé", "custom excerpt", "snippet", "teaser", "sous titre", "subtitle", "introduction",
    ),
    "date": (
        "date de publication", "date publi", "date publish", "publié le", "date parution", "paru le", "parution", "publié",
        "publish date", "published", "published at", "published on", "published date", "published time", "date published",
        "publication date", "publication time", "publication datetime", "publish time", "publish datetime", "pub date",
        "date pub", "date time pub", "datetime published", "first published", "first published at", "web publication date",
        "first publication date", "date issued", "issued", "date de diffusion", "diffusé le", "date de mise en ligne",
        "mis en ligne le", "mis en ligne", "mise en ligne", "pd", "date", "datetime", "date heure", "date et heure",
        "jour", "day", "publication day", "pub day", "jour de publication", "date gmt", "date utc", "seendate", "timestamp",
        "first created", "version created", "created at", "created on",
        "created", "created utc", "date created", "date création", "creation date", "créé le",
    ),
    "source": (
        "source name", "name source", "nom source", "nom du journal", "nom du média", "titre du journal", "journal clean",
        "titre presse", "titre de la publication", "publication title", "publication name", "container title", "site name",
        "nom du site", "meta site name", "og site name", "source hostname", "source title", "media name", "newspaper name",
        "journal", "newspaper", "média", "outlet", "organe", "presse", "source", "publication", "paper", "publisher", "sn",
        "éditeur", "pubtitle", "outlet name", "nom du support", "nom du quotidien", "quotidien", "support", "chaîne de diffusion",
        "chaîne", "origin", "provider", "provider name", "site", "website", "thread site", "extra source attributes",
        "extra source attributes name", "feed title",
    ),
    "section": (
        "rubrique", "section", "section name", "catégorie", "category", "desk", "news desk", "article section", "topic",
        "thème", "thématique", "se",
    ),
    "authors": (
        "auteur", "author", "byline", "signature", "journaliste", "journalist", "author name", "nom auteur",
        "nom de l'auteur", "creator", "dc creator", "writer", "rédacteur", "by", "published by", "primary author",
        "extra author attributes", "extra author attributes name",
    ),
    "url": (
        "resolved url", "final url", "canonical url", "canonical link", "canonical", "url", "web url", "link",
        "lien", "lien web", "lien url", "permalink", "permalien", "article url", "adresse", "adresse web",
    ),
    "page": ("page", "page number", "numéro de page", "pg"),
    "edition": ("édition", "edition", "ed"),
    "language": ("langue", "language", "lang", "la"),
    "reference": ("doi", "référence", "reference", "accession number", "numéro de document", "an"),
    "id": ("id", "identifiant", "uuid", "doc id", "identifier"),
    "person": ("personne", "person", "people", "per"),
    "org": ("organisation", "organization", "org"),
    "place": ("lieu", "lieux", "place", "location", "loc"),
}  # fmt: skip
"""The usual names of each field, the surest first; case, accents, punctuation and a final s make no difference."""

_OTHER_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "key": ("uri", "key", "guid"),
    "year": ("année", "year", "annee publication", "publication year", "pub year"),
    "month": ("mois", "month", "mois publication", "publication month", "pub month"),
    "update": (
        "updated", "updated at", "date updated", "mis à jour", "mis à jour le", "date mise à jour", "date de mise à jour",
        "mise à jour", "modified", "date modified", "modified at", "modified date", "last modified", "last updated",
        "date modification", "modifié le", "updated date", "modified gmt",
    ),
    "host": (
        "clean url", "source domain", "domain name", "domain", "domaine", "hostname", "host", "source url", "media url",
        "domain url",
    ),
}  # fmt: skip
"""Columns that no person maps to a field, and from which an id, a date or a source is made where no other column gives it."""

_CONTAINERS = frozenset(
    """article articles attributes content data doc document embedded entry field fields item meta metadata
    node opengraph page post properties record story thread""".split()
)
"""Keys whose object holds fields of the article, not of a person or a picture: `metadata.title`, `fields.bodyText`."""

_NOUNS = frozenset(
    """article articles doc document entry item news node page post record rendered row stories story""".split()
)
"""What a name says beside the field: `article_text`, `titre de l'article`, `story_id`, `title.rendered`."""

_SMALL_WORDS = frozenset("d de des du l la le les of the".split())
_HIT = "_source."
"""The prefix of every column of a table made of hits of Elasticsearch."""
_SOLR_TYPE = expression(r"_(?:[tbfdil]|[bfdi]s|ss?|ls|dts?|txt(?:_[a-z]{2})?|str)$")
"""The type that Solr adds to a name: `title_s`, `body_txt_fr` (dynamic fields of its schema `_default`, version 9)."""
_CAMEL = expression(r"(?<=[a-z])(?=[A-Z])")
_BRACKET = expression(r"[(\[][^()\[\]]{0,60}[)\]]")
_WORD = expression(r"[^\W_]+")
_MAX_NAME_CHARACTERS = 100


def label(name: str) -> str:
    """Return the name of a column, repaired, without what varies: case, accents, punctuation, small words, plural.

    >>> label("Date de publication"), label("datePublished"), label("DATE_PUBLI."), label("CatÃ©gorie")
    ('datepublication', 'datepublished', 'datepubli', 'categorie')
    """
    return _joined(_words(name))


def other_labels(name: str) -> Iterator[str]:
    """Yield the labels that count where no column has the plain one: without a unit, without the noun of the record.

    >>> [*other_labels("Date (JJ/MM/AAAA)")], [*other_labels("Titre de l'article")]
    (['date'], ['titre'])
    >>> [*other_labels("metadata.title")], [*other_labels("title_s")]
    (['title'], ['title'])
    """
    name = repaired(name)
    without_unit = _BRACKET.sub(" ", name[:_MAX_NAME_CHARACTERS])
    words = _words(without_unit)
    if typed := _SOLR_TYPE.search(without_unit):
        yield label(without_unit[: typed.start()])
    if without_unit != name and words:
        yield _joined(words)
    if len(words) > 1 and not _NOUNS.issuperset(words):
        if words[0] in _NOUNS:
            yield _joined(words[1:])
        if words[-1] in _NOUNS:
            yield _joined(words[:-1])
    container, _, last = name.rpartition(".")
    if container and label(container.partition(".")[0]) in _CONTAINER_LABELS:
        yield label(last)


def is_container(name: str) -> bool:
    """Return whether the object of a key holds fields of the article.

    >>> is_container("metadata"), is_container("author")
    (True, False)
    """
    return label(name) in _CONTAINER_LABELS


def _words(name: str) -> list[str]:
    short = repaired(name[:_MAX_NAME_CHARACTERS]).removeprefix(_HIT)
    if not short.islower():
        short = _CAMEL.sub(" ", short)
    words = _WORD.findall(bare(short))
    return [word for word in words if word not in _SMALL_WORDS] or words


def _joined(words: list[str]) -> str:
    return "".join(words).removesuffix("s")


_CONTAINER_LABELS = frozenset(map(label, _CONTAINERS))

LABELS: Mapping[str, tuple[str, ...]] = {
    field: tuple(dict.fromkeys(map(label, names)))
    for field, names in {**USUAL_COLUMNS, **_OTHER_COLUMNS}.items()
}
"""The labels of each field, the surest first."""

TEXT_LABELS = frozenset(LABELS["text"])
KNOWN_LABELS = frozenset(known for labels in LABELS.values() for known in labels)
