"""What is wrong between a person's machine and a cluster."""

from search.messages import Table

TABLE: Table = {
    "no_address": (
        "no address of an OpenSearch cluster",
        "l’adresse du cluster OpenSearch n’est pas donnée",
    ),
    "unreadable_address": ("{url} is not the address of a cluster", "{url} n’est pas l’adresse d’un cluster"),
    "password_in_address": (
        "the address {url} has a user or a password in it",
        "l’adresse {url} contient un utilisateur ou un mot de passe",
    ),
    "plain_address": (
        "{url} would have articles and passwords cross the network in the clear",
        "{url} ferait passer articles et mots de passe en clair sur le réseau",
    ),
    "colon_in_user": (
        "the user of a cluster has no colon",
        "le nom d’utilisateur d’un cluster n’a pas de deux-points",
    ),
    "shards_no_number": (
        "{word} is not a number of shards, 1 to {most}",
        "{word} n’est pas un nombre de shards, de 1 à {most}",
    ),
    "no_certificates": ("there is no file {path}", "le fichier {path} n’existe pas"),
    "unreadable_certificates": (
        "there is no certificate in {path}",
        "le fichier {path} ne contient pas de certificat",
    ),
    "no_answer": ("no OpenSearch answers at {url}", "aucun OpenSearch ne répond à {url}"),
    "slow": ("{url} takes too long to answer", "{url} met trop de temps à répondre"),
    "busy": ("{url} is too busy", "{url} est surchargé"),
    "no_tls": ("{url} does not speak TLS", "{url} ne parle pas TLS"),
    "speaks_tls": ("{url} speaks TLS", "{url} parle TLS"),
    "tls_fails": (
        "{url} and this machine do not agree on TLS ({cause})",
        "{url} et cette machine ne s’accordent pas sur TLS ({cause})",
    ),
    "another_host": (
        "the certificate of {url} is that of another host",
        "le certificat de {url} est celui d’une autre machine",
    ),
    "expired": (
        "the certificate of {url} is not valid today",
        "le certificat de {url} n’est pas valable aujourd’hui",
    ),
    "untrusted": ("the certificate of {url} is not trusted", "le certificat de {url} n’est pas reconnu"),
    "no_user": ("{url} wants a user and a password", "{url} demande un utilisateur et un mot de passe"),
    "unknown_user": (
        "{url} does not accept this user with this password",
        "{url} n’accepte pas cet utilisateur avec ce mot de passe",
    ),
    "no_right": (
        "{user} may not do this at {url} ({cause})",
        "{user} n’en a pas le droit sur {url} ({cause})",
    ),
    "no_right_unnamed": (
        "{url} does not allow this to a person without a name",
        "{url} ne le permet pas à une personne sans nom",
    ),
    "no_opensearch": (
        "what answers at {url} is not OpenSearch",
        "ce qui répond à {url} n’est pas OpenSearch",
    ),
    "moved": ("{url} refers to {target}", "{url} renvoie à {target}"),
    "strange_answer": (
        "the answer of {url} cannot be read ({cause})",
        "la réponse de {url} est illisible ({cause})",
    ),
    "elasticsearch": ("{url} is Elasticsearch {version}", "{url} est un Elasticsearch {version}"),
    "too_old": ("{url} is OpenSearch {version}", "{url} est un OpenSearch {version}"),
    "disk_full": ("the disk of {url} is full", "le disque de {url} est plein"),
    "index_gone": ("the index is not at {url} any more", "l’index n’est plus sur {url}"),
    "shards_missing": (
        "a part of the index does not answer at {url}",
        "une partie de l’index ne répond pas sur {url}",
    ),
    "changed": (
        "the index changed at {url} while it was read",
        "l’index a changé sur {url} pendant sa lecture",
    ),
    "too_many_clauses": (
        "the query has more parts than the cluster takes",
        "la requête a plus d’éléments que le cluster n’en accepte",
    ),
    "no_archive": ("there is no archive {name} at {url}", "il n’y a pas d’archive {name} sur {url}"),
    "archives": (
        ("there is {count} archive at {url}", "there are {count} archives at {url}"),
        ("il y a {count} archive sur {url}", "il y a {count} archives sur {url}"),
    ),
    "no_data_folder": (
        "this person has no folder for what belongs to an archive",
        "il n’y a pas de dossier personnel pour ce qui accompagne une archive",
    ),
    "cut_blob": (
        "a part of what the index has beside its articles is missing at {url}",
        "une partie de ce que l’index conserve à côté des articles manque sur {url}",
    ),
    "refused": ("{url} refuses what it is asked ({cause})", "{url} refuse ce qui lui est demandé ({cause})"),
    "unhealthy": ("the cluster has no manager", "le cluster n’a pas de gestionnaire"),
    "parts_missing": (
        ("{count} part of the index is missing", "{count} parts of the index are missing"),
        ("il manque {count} partie de l’index", "il manque {count} parties de l’index"),
    ),
    "copies_missing": (
        ("{count} part of the index has no copy", "{count} parts of the index have no copy"),
        ("{count} partie de l’index est sans copie", "{count} parties de l’index sont sans copie"),
    ),
}
