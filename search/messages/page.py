"""What a page says: of an answer, an article, an entity, an index, a build."""

from search.messages import Table

TABLE: Table = {
    "number": ("{number:,}", "{number:,}"),
    # how many articles were found
    "articles": (
        ("{count:,} article", "{count:,} articles"),
        ("{count:,} article", "{count:,} articles"),
    ),
    "articles_at_least": (
        ("at least {count:,} article", "at least {count:,} articles"),
        ("au moins {count:,} article", "au moins {count:,} articles"),
    ),
    "no_article": ("no article", "aucun article"),
    "no_article_advice": (
        "Type fewer words or other ones; ~ after a word finds spellings close by.",
        "Tapez moins de mots, ou d’autres ; ~ après un mot trouve les graphies proches.",
    ),
    "relaxed": (
        "no article has all these words; {articles} with some of them",
        "aucun article ne contient tous ces mots ; {articles} avec une partie d’entre eux",
    ),
    "together": (
        ("{articles}, {count:,} with all of these words", "{articles}, {count:,} with all of these words"),
        ("{articles}, dont {count:,} avec tous ces mots", "{articles}, dont {count:,} avec tous ces mots"),
    ),
    "reprints": (
        ("{articles}, {count:,} reprint", "{articles}, {count:,} reprints"),
        ("{articles}, dont {count:,} reprise", "{articles}, dont {count:,} reprises"),
    ),
    "ranks": ("{articles} ({first:,} to {last:,})", "{articles} ({first:,} à {last:,})"),
    "ranks_and_reprints": (
        (
            "{articles} ({first:,} to {last:,}, with {count:,} reprint)",
            "{articles} ({first:,} to {last:,}, with {count:,} reprints)",
        ),
        (
            "{articles} ({first:,} à {last:,}, avec {count:,} reprise)",
            "{articles} ({first:,} à {last:,}, avec {count:,} reprises)",
        ),
    ),
    "position": ("{first:,}-{last:,} of {articles}", "{first:,}-{last:,} sur {articles}"),
    "position_of_one": ("{rank:,} of {articles}", "{rank:,} sur {articles}"),
    "by_relevance": ("by relevance", "par pertinence"),
    "newest_first": ("newest first", "les récents d’abord"),
    "oldest_first": ("oldest first", "les anciens d’abord"),
    # the values that a letter picks
    "in_the_answer": ("in the answer", "dans la réponse"),
    "in_all_articles": ("in all articles", "dans tous les articles"),
    "counted_with_letters": ("{counts}: a keeps, -a omits", "{counts} : a garde, -a exclut"),
    # periods
    "day_step": ("day", "jour"),
    "week_step": ("week", "semaine"),
    "month_step": ("month", "mois"),
    "quarter_step": ("quarter", "trimestre"),
    "year_step": ("year", "an"),
    "decade_step": ("decade", "décennie"),
    "century_step": ("century", "siècle"),
    "week": ("{year}-W{week}", "{year}-S{week}"),
    "quarter": ("{year}-Q{quarter}", "{year}-T{quarter}"),
    "decade": ("{decade}s", "années {decade}"),
    # the share of an answer in what was printed
    "share_per": ("per {period}, %", "par {period}, %"),
    "articles_per": ("articles per {period}", "articles par {period}"),
    "most_in": ("most {height} in {period}", "maximum {height} en {period}"),
    "percent": ("{share:.2g}", "{share:.2g}"),
    "whole_percent": ("{share:.0f}", "{share:.0f}"),
    "periods": ("{legend}: {periods}", "{legend} : {periods}"),
    "only_period": ("{period}: {share} % of what was printed", "{period} : {share} % de ce qui a paru"),
    "undated_beside": (
        ("{count:,} undated", "{count:,} undated"),
        ("{count:,} sans date", "{count:,} sans date"),
    ),
    "vague_beside": (
        ("{count:,} of a year alone", "{count:,} of a year alone"),
        ("{count:,} datée de l’année seule", "{count:,} datés de l’année seule"),
    ),
    "facet_of": ("{field} in {articles} for {query}", "{field} : {articles} pour {query}"),
    "whole_name": (
        "{name} keeps these articles alone, {word} all names that have this word.",
        "{name} garde ces articles seuls, {word} tous les noms qui ont ce mot.",
    ),
    "like": ("like “{title}”", "semblables à « {title} »"),
    "other_names": ("{name}: also {others}", "{name} : aussi {others}"),
    # an article
    "undated": ("undated", "sans date"),
    "also_in": ("also in {sources}", "aussi dans {sources}"),
    "also_in_and_more": (
        ("also in {sources} and {count:,} more", "also in {sources} and {count:,} more"),
        ("aussi dans {sources} et {count:,} autre", "aussi dans {sources} et {count:,} autres"),
    ),
    "printed_times": (("{source}", "{source} ×{count:,}"), ("{source}", "{source} ×{count:,}")),
    "from_line": ("from a line of the text", "d’après une ligne du texte"),
    "from_dateline": ("from the dateline", "d’après le début du texte"),
    "from_file_name": ("from the file name", "d’après le nom du fichier"),
    "from_text": ("from the text", "d’après le texte"),
    "by": ("by {authors}", "par {authors}"),
    "on_page": ("p. {page}", "p. {page}"),
    "of_edition": ("edition {edition}", "édition {edition}"),
    "doi": ("DOI {doi}", "DOI {doi}"),
    "in_language": ("language: {language}", "langue : {language}"),
    "behind_file": (" · id {id}", " · id {id}"),
    "persons": ("persons", "personnes"),
    "organisations": ("organisations", "organisations"),
    "places": ("places", "lieux"),
    "reprints_label": ("reprints", "reprises"),
    # facets
    "person": ("person", "personne"),
    "org": ("org", "organisation"),
    "place": ("place", "lieu"),
    "source": ("source", "journal"),
    "section": ("section", "rubrique"),
    "author": ("author", "auteur"),
    "date": ("date", "date"),
    "day": ("day", "jour"),
    "month": ("month", "mois"),
    "year": ("year", "année"),
    "more": ("more", "d’autres"),
    "no_value": ("no {field} in these articles", "{field} : rien dans ces articles"),
    # entities
    "dates": ("{articles}, {first} to {last}", "{articles}, du {first} au {last}"),
    "also": ("also {names}", "aussi {names}"),
    "in_aliases": ("in your aliases", "dans vos alias"),
    "in_articles": ("in the articles", "dans les articles"),
    "named_with": ("named with", "dans les mêmes articles"),
    "when": ("when", "quand"),
    "lift": ("×{lift}", "×{lift}"),
    "facets_line": (":facets {field}", ":facettes {field}"),
    "more_entities": (
        ("{count:,} more: to see all, type {commands}", "{count:,} more: to see all, type {commands}"),
        (
            "{count:,} autre : pour tout voir, tapez {commands}",
            "{count:,} autres : pour tout voir, tapez {commands}",
        ),
    ),
    "decided": ("decided by you, in aliases.txt", "décidé par vous, dans aliases.txt"),
    "unread_alias": ("(cannot be read)", "(illisible)"),
    "more_aliases": (
        ("and {count:,} more above", "and {count:,} more above"),
        ("et {count:,} autre plus haut", "et {count:,} autres plus haut"),
    ),
    "not_a_rule": (
        "{file}: this line is not a rule and is ignored: {line}",
        "{file} : cette ligne n’est pas une règle, elle est ignorée : {line}",
    ),
    "a_rule": (
        "type in {file}: NAME = OTHER NAME, !NAME or NAME",
        "écrivez dans {file} : NOM = AUTRE NOM, !NOM ou NOM",
    ),
    "to_undo": ("to undo: manchette entities undo", "pour annuler : manchette entités annuler"),
    # a build
    "built": (
        (
            "{count:,} article indexed by {engine} in {seconds:.1f} s: {changes}",
            "{count:,} articles indexed by {engine} in {seconds:.1f} s: {changes}",
        ),
        (
            "{count:,} article indexé par {engine} en {seconds:.1f} s : {changes}",
            "{count:,} articles indexés par {engine} en {seconds:.1f} s : {changes}",
        ),
    ),
    "built_with_undated": ("{built}; {count:,} without a date", "{built} ; {count:,} sans date"),
    "taken_up": (
        (
            "an interrupted build was gone on with: {count:,} article of it was kept",
            "an interrupted build was gone on with: {count:,} articles of it were kept",
        ),
        (
            "une construction interrompue a été reprise : {count:,} article en a été gardé",
            "une construction interrompue a été reprise : {count:,} articles en ont été gardés",
        ),
    ),
    "left_out": (
        (
            "{count:,} line that recurs from article to article is left out of {articles:,} articles; to see it, type manchette status --left-out",
            "{count:,} lines that recur from article to article are left out of {articles:,} articles; to see them, type manchette status --left-out",
        ),
        (
            "{count:,} ligne qui revient d’un article à l’autre est mise de côté dans {articles:,} articles ; pour la voir, tapez manchette état --left-out",
            "{count:,} lignes qui reviennent d’un article à l’autre sont mises de côté dans {articles:,} articles ; pour les voir, tapez manchette état --left-out",
        ),
    ),
    "mended": (
        "the index was damaged, and has been mended: {damage}",
        "l’index était endommagé ; il a été réparé : {damage}",
    ),
    "added": (("{count:,} added", "{count:,} added"), ("{count:,} ajouté", "{count:,} ajoutés")),
    "changed": (("{count:,} changed", "{count:,} changed"), ("{count:,} modifié", "{count:,} modifiés")),
    "moved": (("{count:,} moved", "{count:,} moved"), ("{count:,} déplacé", "{count:,} déplacés")),
    "removed": (("{count:,} removed", "{count:,} removed"), ("{count:,} retiré", "{count:,} retirés")),
    "nothing_to_do": ("nothing to do", "rien à faire"),
    "read": ("read:", "lus :"),
    "files": (("{count:,} file", "{count:,} files"), ("{count:,} fichier", "{count:,} fichiers")),
    "format_read": ("{format} ({files})", "{format} ({files})"),
    "rejected": ("rejected:", "refusés :"),
    "noted_before": (
        (
            "{count:,} rejected before: type manchette status --rejected",
            "{count:,} rejected before: type manchette status --rejected",
        ),
        (
            "{count:,} déjà refusé auparavant : tapez manchette état --rejected",
            "{count:,} déjà refusés auparavant : tapez manchette état --rejected",
        ),
    ),
    "no_file": (
        "no file here: type manchette index FOLDER, with the folder that has the articles",
        "aucun fichier ici : tapez manchette indexer DOSSIER, avec le dossier qui contient les articles",
    ),
    "losses": ("kept without some bytes:", "gardés sans quelques octets :"),
    "rejected_file": ("{path}: {reason}", "{path} : {reason}"),
    "rejected_record": ("{path}, {where}: {reason}", "{path}, {where} : {reason}"),
    "rejected_group": ("{count:,} × {reason} · {examples}", "{count:,} × {reason} · {examples}"),
    "rejected_alike": ("{count:,} × such as {example}", "{count:,} × par exemple {example}"),
    "piece_of_file": ("{path}, {where} and so on", "{path}, {where}, etc."),
    "to_install": (
        (
            "{count:,} file needs more; type: python -m pip install 'manchette[{extras}]' · {examples}",
            "{count:,} files need more; type: python -m pip install 'manchette[{extras}]' · {examples}",
        ),
        (
            "{count:,} fichier demande un complément ; tapez : python -m pip install 'manchette[{extras}]' · {examples}",
            "{count:,} fichiers demandent un complément ; tapez : python -m pip install 'manchette[{extras}]' · {examples}",
        ),
    ),
    "more_rejected": (
        (
            "and {count:,} more: type manchette status --rejected",
            "and {count:,} more: type manchette status --rejected",
        ),
        (
            "et {count:,} autre : tapez manchette état --rejected",
            "et {count:,} autres : tapez manchette état --rejected",
        ),
    ),
    # what would be read
    "inspected": (
        "{files}, {articles}; nothing is indexed yet: type manchette index FOLDER",
        "{files}, {articles} ; rien n’est indexé : tapez manchette indexer DOSSIER",
    ),
    "inspected_format": ("{format}: {articles} in {files}", "{format} : {articles} dans {files}"),
    "recognised": ("recognised", "reconnus"),
    "by_content": ("by the content", "au contenu"),
    "by_suffix": ("by the name", "au nom"),
    "by_force": ("by --format", "par --format"),
    "folders": ("in", "dans"),
    "encoding": ("encoding", "encodage"),
    "title": ("title", "titre"),
    "from_metadata": ("from a field", "d’après un champ"),
    "counted": ("{name} {count:,}", "{name} {count:,}"),
    "and_more": (("and {count:,} more", "and {count:,} more"), ("et {count:,} autre", "et {count:,} autres")),
    "no_source": ("none", "aucun"),
    "id": ("id", "identifiant"),
    "ids_given": ("of the file", "du fichier"),
    "ids_made": ("made of the text", "d’après le texte"),
    "other_fields": ("also", "aussi"),
    "repairs": ("repaired", "réparés"),
    "doubts": ("doubts", "doutes"),
    "noted": ("{note}: {count:,} ({path})", "{note} : {count:,} ({path})"),
    "same_ids": (
        (
            "{count:,} article has the id of another one: it gets a number ({examples})",
            "{count:,} articles have the id of another one: they get a number ({examples})",
        ),
        (
            "{count:,} article a l’identifiant d’un autre : il reçoit un numéro ({examples})",
            "{count:,} articles ont l’identifiant d’un autre : ils reçoivent un numéro ({examples})",
        ),
    ),
    "same_id": ("{id} in {path}", "{id} dans {path}"),
    "not_read": ("not read:", "non lus :"),
    "more_unread": (
        ("and {count:,} more: type --json", "and {count:,} more: type --json"),
        ("et {count:,} autre : tapez --json", "et {count:,} autres : tapez --json"),
    ),
    "recurring": (
        "lines that recur from article to article, which an index leaves out:",
        "lignes qui reviennent d’un article à l’autre, qu’un index met de côté :",
    ),
    "samples": ("some articles:", "quelques articles :"),
    "heading": ("abstract", "chapô"),
    "page": ("page", "page"),
    "edition": ("edition", "édition"),
    "language": ("language", "langue"),
    "reference": ("reference", "référence"),
    "other_sources": ("other sources", "autres journaux"),
    "address": ("address", "adresse"),
    # the formats
    "feed": ("feed", "flux"),
    "text": ("text", "texte"),
    "web_archive": ("web archive", "archive web"),
    "web_page": ("web page", "page web"),
    "no_suffix": ("no suffix", "sans suffixe"),
    "gives": ("{suffixes}: {fields}", "{suffixes} : {fields}"),
    "with_extra": ("{given}; the module {extra} is installed", "{given} ; module {extra} installé"),
    "without_extra": (
        "{given}; type first: python -m pip install 'manchette[{extra}]'",
        "{given} ; tapez d’abord : python -m pip install 'manchette[{extra}]'",
    ),
    # what an index holds
    "index": ("index", "index"),
    "read_elsewhere": (
        "other machines read it with --index {address}",
        "les autres machines le lisent avec --index {address}",
    ),
    "archive": ("archive", "archive"),
    "articles_label": ("articles", "articles"),
    "roots": ("from", "lus dans"),
    "dates_label": ("dates", "dates"),
    "names": ("names", "noms"),
    "model": ("entities", "entités"),
    "engine": ("engine", "moteur"),
    "size": ("size", "taille"),
    "sources": ("sources", "journaux"),
    "rejected_label": ("rejected", "refusés"),
    "left_out_label": ("left out", "mis de côté"),
    "lines_in_articles": (
        (
            "{count:,} line that recurs, in {articles:,} articles: type manchette status --left-out",
            "{count:,} lines that recur, in {articles:,} articles: type manchette status --left-out",
        ),
        (
            "{count:,} ligne répétée, dans {articles:,} articles : tapez manchette état --left-out",
            "{count:,} lignes répétées, dans {articles:,} articles : tapez manchette état --left-out",
        ),
    ),
    "line_of_source": ("{source} · {line}", "{source} · {line}"),
    "losses_label": ("with a loss", "avec perte"),
    "from_to": ("{first} to {last}", "du {first} au {last}"),
    "no_dates": ("none", "aucune"),
    "undated_articles": (
        ("{count:,} article undated", "{count:,} articles undated"),
        ("{count:,} article sans date", "{count:,} articles sans date"),
    ),
    "count_of_persons": (
        ("{count:,} person", "{count:,} persons"),
        ("{count:,} personne", "{count:,} personnes"),
    ),
    "count_of_organisations": (
        ("{count:,} organisation", "{count:,} organisations"),
        ("{count:,} organisation", "{count:,} organisations"),
    ),
    "count_of_places": (
        ("{count:,} place", "{count:,} places"),
        ("{count:,} lieu", "{count:,} lieux"),
    ),
    "megabytes": ("{size:,.1f} MB", "{size:,.1f} Mo"),
}
