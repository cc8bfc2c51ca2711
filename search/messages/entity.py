"""What is said of the names of entities: what an edit has done, what is wrong with a name."""

from search.messages import Table

TABLE: Table = {
    # edits
    "merged": (
        "merged {names} into {name} ({articles})",
        "« {name} » regroupe désormais {names} ({articles})",
    ),
    "merged_already": (
        ("{names} is {name} already", "{names} are {name} already"),
        "« {name} » regroupe déjà {names}",
    ),
    "dropped": ("dropped {name} ({articles})", "nom écarté : {name} ({articles})"),
    "dropped_already": ("{name} is dropped already", "nom déjà écarté : {name}"),
    "split": (
        "{name} stands alone ({articles})",
        "« {name} » est désormais une entité à part ({articles})",
    ),
    "split_already": ("{name} stands alone already", "« {name} » est déjà une entité à part"),
    "split_from_articles": (
        "{name} stands alone already; the articles merge {names} into it, which can be split off",
        "« {name} » est déjà une entité à part ; les articles y rattachent {names}, que séparer peut en détacher",
    ),
    "undone": (
        "{file} is as it was before the last change; undo again brings that back",
        "{file} a retrouvé son état précédent ; annuler encore rétablit la modification",
    ),
    "undo_takes_nothing": (
        'undo takes back the last change, whatever its name: type entities undo, without "{typed}"',
        "annuler reprend la dernière modification, quel que soit le nom : tapez entités annuler, sans « {typed} »",
    ),
    "nothing_to_undo": (
        "nothing to undo: no command has changed {file}",
        "rien à annuler : aucune commande n’a modifié {file}",
    ),
    # what the file of the aliases cannot hold
    "no_alias": (
        "a name with = | ! # or a line break in it cannot be an alias: nothing was changed",
        "un nom qui contient = | ! # ou un saut de ligne ne peut pas être un alias : rien n’a été modifié",
    ),
    "not_written": (
        "{file} cannot be written ({cause}): nothing was changed",
        "impossible d’écrire {file} ({cause}) : rien n’a été modifié",
    ),
    # names that cannot be found
    "unknown_name": (
        'nothing is called "{name}" in this index',
        "rien ne s’appelle « {name} » dans cet index",
    ),
    "did_you_mean": ("did you mean {names}?", "vouliez-vous dire {names} ?"),
    "see_list": ("entities list shows the names", "entités lister affiche les noms"),
    "dropped_name": ("{name} is dropped", "« {name} » est un nom écarté"),
    "take_back": ('entities split "{name}" takes it back', 'entités séparer "{name}" le rétablit'),
    "no_names": ('there are no names of "{field}"', "il n’y a pas de noms pour « {field} »"),
    "type_field": ("type one of {fields}", "choisissez parmi {fields}"),
}
