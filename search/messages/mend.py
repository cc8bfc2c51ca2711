"""What to type, or to do, after something went wrong: the second half of an error."""

from search.messages import Table

TABLE: Table = {
    "index": ("type manchette index", "tapez manchette indexer"),
    "index_folder": (
        "type manchette index FOLDER, FOLDER being your articles",
        "tapez manchette indexer DOSSIER, où DOSSIER contient vos articles",
    ),
    "rebuild": ("type manchette index --rebuild", "tapez manchette indexer --rebuild"),
    "rebuild_folder": (
        "type manchette index --rebuild FOLDER, FOLDER being your articles",
        "tapez manchette indexer --rebuild DOSSIER, où DOSSIER contient vos articles",
    ),
    "rebuild_without": (
        "bring it back, or type manchette index --rebuild {roots} to do without it",
        "remettez-le en place, ou tapez manchette indexer --rebuild {roots} pour vous en passer",
    ),
    "move_away": ("move it elsewhere", "déplacez-le ailleurs"),
    "folder": ("FOLDER", "DOSSIER"),
    "check": ("type manchette check", "tapez manchette vérifier"),
    "wait": ("wait for its end", "attendez qu’elle se termine"),
    "try_again": ("try again", "réessayez"),
    "free_disk": (
        "free about {missing:,} MB and type the same again",
        "libérez environ {missing:,} Mo et retapez la même commande",
    ),
    "more_letters": (
        "type more letters of these words, or fewer patterns",
        "tapez davantage de lettres de ces mots, ou moins de motifs",
    ),
    "one_job": ("type manchette index --jobs 1", "tapez manchette indexer --jobs 1"),
    "engine": ("type --engine {engines}", "tapez --engine {engines}"),
    "narrow_dates": ("narrow the dates", "resserrez les dates"),
    "fewer_edits": ("type ~{most} at most", "tapez ~{most} au plus"),
    "fewer_wildcards": ("type fewer ?", "tapez moins de ?"),
    "fewer_words": ("type fewer words or phrases", "tapez moins de mots ou d’expressions"),
    "shorter_phrase": (
        "type fewer words or a smaller number after ~",
        "tapez moins de mots ou un plus petit nombre après ~",
    ),
    "set_address": (
        "set {variable}, as in {variable}=https://localhost:9200",
        "définissez {variable}, par exemple {variable}=https://localhost:9200",
    ),
    "set_user": ("set {user} and {password}", "définissez {user} et {password}"),
    "set_certificates": (
        "set {variable} to the file of its certificates",
        "indiquez dans {variable} le fichier de ses certificats",
    ),
    "allow_plain": (
        "use https, or set {variable}=yes where you own the network",
        "passez en https, ou définissez {variable}=yes si le réseau est à vous",
    ),
    "type_address": (
        "type {option} opensearch://HOST:PORT/NAME",
        "tapez {option} opensearch://MACHINE:PORT/NOM",
    ),
    "start_cluster": ("start it, or correct {option}", "démarrez-le, ou corrigez {option}"),
    "correct_address": ("correct {option}", "corrigez {option}"),
    "name_host": (
        "write the host that the certificate names in {option}",
        "indiquez dans {option} la machine que nomme le certificat",
    ),
    "set_shards": (
        "set {variable}=3, or leave it out",
        "définissez {variable}=3, ou ne définissez rien",
    ),
    "set_scheme": ("write {scheme}:// in {option}", "écrivez {scheme}:// dans {option}"),
    "opensearch": (
        "manchette needs OpenSearch 2.19 or newer",
        "manchette demande OpenSearch 2.19 ou plus récent",
    ),
    "free_cluster": (
        "free some room there, then type manchette index",
        "libérez-y de la place, puis tapez manchette indexer",
    ),
    "ask_for_right": (
        "ask who runs it for the right to read and write manchette-*",
        "demandez à qui l’administre le droit de lire et d’écrire manchette-*",
    ),
    "later": ("try again in a while", "réessayez dans un moment"),
    "report": ("report this line to who runs it", "transmettez cette ligne à qui l’administre"),
    "set_folder": ("set {variable} to a folder", "indiquez un dossier dans {variable}"),
    "choose_archive": (
        "type --index opensearch://…/NAME with one of these names: {names}",
        "tapez --index opensearch://…/NOM avec l’un de ces noms : {names}",
    ),
    "index_there": (
        "type manchette index --engine opensearch where the articles are",
        "tapez manchette indexer --engine opensearch là où sont les articles",
    ),
    "build_there": (
        "type this on the machine that has the articles",
        "tapez ceci sur la machine qui a les articles",
    ),
    "index_where_built": (
        "type manchette index --rebuild on the machine that has the articles",
        "tapez manchette indexer --rebuild sur la machine qui a les articles",
    ),
    "install": (
        "type: python -m pip install 'manchette[{extra}]'",
        "tapez : python -m pip install 'manchette[{extra}]'",
    ),
    "ask_for_nodes": (
        "ask who runs the cluster whether all its nodes are up",
        "demandez à qui l’administre si tous ses nœuds fonctionnent",
    ),
}
