"""What the files of settings may get wrong, and what `manchette config` shows of them."""

from search.messages import Table

TABLE: Table = {
    "not_toml": (
        "{path}, line {line}: this is not TOML: type for instance limit = 20 below [query]",
        "{path}, ligne {line} : ce n’est pas du TOML : écrivez par exemple limit = 20 sous [query]",
    ),
    "no_command": (
        "{path}: there is no command [{key}]",
        "{path} : il n’y a pas de commande [{key}]",
    ),
    "no_option": ("{path}: there is no option {key}", "{path} : il n’y a pas d’option {key}"),
    "in_a_table": (
        "write it below the name of its command, as [query]; above, there may be {keys}",
        "écrivez-la sous le nom de sa commande, comme [query] ; au-dessus, il peut y avoir {keys}",
    ),
    "did_you_mean": ("did you mean {name}?", "vouliez-vous dire {name} ?"),
    "type_one_of": ("type one of {names}", "écrivez l’un de ceux-ci : {names}"),
    "bad_value": ("{path}: {key} cannot be {value}", "{path} : {key} ne peut pas valoir {value}"),
    "takes_boolean": ("type true or false", "écrivez true ou false"),
    "takes_text": ("type a number, or a text in quotes", "écrivez un nombre, ou un texte entre guillemets"),
    "takes_one_of": ("type one of {choices}", "écrivez l’un de ceux-ci : {choices}"),
    "problem": ("{problem}", "{problem}"),
    "files": ("files, the last one wins:", "fichiers, le dernier l’emporte :"),
    "no_file": ("{path} (there is none)", "{path} (il n’y en a pas)"),
    "none": (
        "no settings: write for instance limit = 20 below [query] into one of these files",
        "aucun réglage : écrivez par exemple limit = 20 sous [query] dans un de ces fichiers",
    ),
}
