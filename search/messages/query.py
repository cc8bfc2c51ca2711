"""What is wrong with a query, a date, a facet or a file of queries, and what to type instead."""

from search.messages import Table

TABLE: Table = {
    # the query as a whole
    "nothing": ("nothing to search for", "rien à chercher"),
    "type_a_word": (
        "Type a word, or * for every article.",
        "Tapez un mot, ou * pour avoir tous les articles.",
    ),
    "too_long": (
        "a query has at most {most:,} characters, this one {characters:,}",
        "une requête compte au plus {most:,} caractères, celle-ci {characters:,}",
    ),
    "search_for_some": ("Search for some of its words.", "Cherchez seulement quelques-uns de ses mots."),
    # the signs of other search engines
    "elsewhere": (
        "{sign} is a sign of other search engines",
        "{sign} est un signe d’autres moteurs de recherche",
    ),
    "type_instead": ("Here, type {typed}", "Ici, tapez {typed}"),
    "type_a_field": ("The fields here are {fields}", "Les champs sont ici {fields}"),
    # operators
    "nothing_after_operator": (
        "{operator} needs something to search for after it",
        "{operator} doit être suivi de ce qu’il faut chercher",
    ),
    "nothing_before_operator": (
        "{operator} needs something to search for before it",
        "{operator} doit être précédé de ce qu’il faut chercher",
    ),
    "small_letters": (
        "For the word itself, type it in small letters.",
        "Pour chercher le mot lui-même, tapez-le en minuscules.",
    ),
    "nothing_after_minus": (
        "- needs something to search for right after it",
        "- doit être suivi, sans espace, de ce qu’il faut exclure",
    ),
    "minus_example": ("Type for instance -Maroc", "Tapez par exemple -Maroc"),
    "double_negation": ("two negations in a row", "deux négations de suite"),
    "leave_both_out": ("Leave both out.", "Retirez-les toutes les deux."),
    # parentheses
    "unclosed_parenthesis": ("this parenthesis is never closed", "cette parenthèse n’est jamais fermée"),
    "close_or_leave_out": (
        "Type ) where it ends, or leave it out.",
        "Tapez ) à l’endroit où elle finit, ou retirez-la.",
    ),
    "unopened_parenthesis": ("this parenthesis closes nothing", "cette parenthèse ne ferme rien"),
    "open_or_leave_out": (
        "Open one before it, or leave it out.",
        "Ouvrez-en une avant elle, ou retirez-la.",
    ),
    "empty_parentheses": (
        "nothing to search for between the parentheses",
        "rien à chercher entre les parenthèses",
    ),
    "leave_them_out": ("Leave them out.", "Retirez-les."),
    "too_deep": (
        "too many parentheses inside one another: {most} at most",
        "trop de parenthèses imbriquées : {most} au plus",
    ),
    # phrases
    "unclosed_quote": ("this quote is never closed", "ce guillemet n’est jamais fermé"),
    "close_quote": (
        'Type a second " after the phrase, or leave this one out.',
        'Tapez un second " après l’expression, ou retirez celui-ci.',
    ),
    "empty_quotes": (
        "no letter or digit between the quotes",
        "aucune lettre ni aucun chiffre entre les guillemets",
    ),
    "type_a_phrase": (
        "Type a phrase there, or leave the quotes out.",
        "Tapez-y une expression, ou retirez les guillemets.",
    ),
    "wildcard_in_quotes": (
        "wildcards do not work between quotes",
        "les jokers ne fonctionnent pas entre guillemets",
    ),
    "wildcard_outside": (
        'Type "conseil sécurité"~5, or conseil* alone.',
        'Tapez "conseil sécurité"~5, ou conseil* seul.',
    ),
    # ~, wildcards, weights, exact forms
    "stray_tilde": (
        "~ goes right after a word or a phrase",
        "~ se place juste après un mot ou une expression",
    ),
    "tilde_example": (
        'Type hamouchi~ or "police nations"~5',
        'Tapez hamouchi~ ou "police nations"~5',
    ),
    "tilde_letters": (
        "~ takes a number of letters, 1 to {most}",
        "~ prend un nombre de lettres, {most} au plus",
    ),
    "tilde_positions": (
        "~ takes a number of positions, 1 to {most}",
        "~ prend un nombre de positions, de 1 à {most}",
    ),
    "tilde_number": ("Type for instance ~{number}", "Tapez par exemple ~{number}"),
    "tilde_after_name": (
        "a name between quotes is the whole name, without ~",
        "un nom entre guillemets est le nom entier, sans ~",
    ),
    "leave_tilde_or_quotes_out": ("Leave ~ or the quotes out.", "Retirez ~ ou les guillemets."),
    "tilde_after_wildcard": (
        "a word has either wildcards or ~",
        "un mot prend soit des jokers, soit ~",
    ),
    "leave_one_out": ("Leave one of them out.", "Retirez l’un des deux."),
    "bad_weight": (
        "a weight is a number from 0.01 to 999.99",
        "un poids est un nombre de 0.01 à 999.99",
    ),
    "weight_examples": (
        "Type for instance élections^3 or mot^0.5",
        "Tapez par exemple élections^3 ou mot^0.5",
    ),
    "nothing_to_weigh": ("nothing to weigh before ^", "rien à pondérer avant ^"),
    "weight_after_word": (
        "Type it right after a word: élections^3",
        "Tapez-le juste après un mot : élections^3",
    ),
    "form_needs_a_word": (
        "= takes one word, as it is written",
        "= prend un seul mot, tel qu’il s’écrit",
    ),
    "form_example": ("Type for instance =Côte", "Tapez par exemple =Côte"),
    "form_in_field": (
        "= searches the whole article, not a field",
        "= cherche dans tout l’article, pas dans un champ",
    ),
    "form_without_field": (
        "Type =Côte without a field before it.",
        "Tapez =Côte, sans champ devant.",
    ),
    "too_many_likenesses": (
        "more than {most} articles to be like: type like: at most {most} times",
        "plus de {most} articles auxquels ressembler : tapez semblable: {most} fois au plus",
    ),
    "too_many_patterns": (
        "{patterns:,} words with *, ? or ~ are too many",
        "{patterns:,} mots avec *, ? ou ~, c’est trop",
    ),
    "type_at_most": ("type {most:,} at most", "tapez-en {most:,} au plus"),
    "loose_phrase_too_long": (
        "a phrase with ~{slop} has {most:,} words at most",
        "une expression suivie de ~{slop} compte {most:,} mots au plus",
    ),
    "leave_tilde_out": ("leave ~ out", "retirez ~"),
    # fields
    "no_field": ("there is no field {field}:", "il n’y a pas de champ {field}:"),
    "only_shown": (
        "{field}: is shown with an article, and is not searched",
        "{field}: s’affiche avec un article, mais ne sert pas à la recherche",
    ),
    "type_words": (
        "Leave it out. For the word itself, type {itself}",
        "Retirez-le. Pour chercher le mot lui-même, tapez {itself}",
    ),
    "near_field": (
        "Did you mean {near}: ? For the word itself, type {itself}",
        "Vouliez-vous dire {near}: ? Pour chercher le mot lui-même, tapez {itself}",
    ),
    "near_fields": (
        "Did you mean {near}: or {other}: ? For the word itself, type {itself}",
        "Vouliez-vous dire {near}: ou {other}: ? Pour chercher le mot lui-même, tapez {itself}",
    ),
    "fields": (
        "The fields are {fields}. For the word itself, type {itself}",
        "Les champs sont {fields}. Pour chercher le mot lui-même, tapez {itself}",
    ),
    "field_in_field": ("a field inside a field", "un champ à l’intérieur d’un champ"),
    "field_without_value": (
        "{field}: needs a value right after it",
        "{field}: doit être suivi, sans espace, d’une valeur",
    ),
    "field_example": (
        "Type for instance {example}; for the word itself, {itself}",
        "Tapez par exemple {example} ; pour chercher le mot lui-même, {itself}",
    ),
    "minus_after_field": ("the minus goes before {field}:", "le signe moins se place avant {field}:"),
    "minus_before_field": ("Type -{field}: instead.", "Tapez plutôt -{field}:"),
    "star_in_field": (
        "{field}: needs a letter or a digit",
        "{field}: demande au moins une lettre ou un chiffre",
    ),
    "star_alone": (
        "Type * alone for every article.",
        "Tapez * seul pour avoir tous les articles.",
    ),
    # dates
    "not_a_date": ('"{text}" is not a date', "« {text} » n’est pas une date"),
    "reversed_dates": (
        "{text} ends before it begins",
        "{text} finit avant de commencer",
    ),
    "range_without_ends": (
        "a range needs a beginning or an end",
        "une période demande un début ou une fin",
    ),
    "no_first_day": ('"{text}" has no first day', "« {text} » n’a pas de premier jour"),
    "no_last_day": ('"{text}" has no last day', "« {text} » n’a pas de dernier jour"),
    "no_day_beyond": ("there is no day {sign} {text}", "il n’y a pas de jour {sign} {text}"),
    "no_day_in_month": ("{month} has no day {day}", "il n’y a pas de jour {day} en {month}"),
    "no_month": ("there is no month {month}", "il n’y a pas de mois {month}"),
    "no_year_zero": ("there is no year 0", "il n’y a pas d’année 0"),
    "no_day": ("no month has a day {day}", "aucun mois n’a de jour {day}"),
    "wrong_weekday": ("{day} is not a {weekday}", "le {day} n’est pas un {weekday}"),
    "how_many": ('"{text}" needs a number', "« {text} » demande un nombre"),
    "from_which_day": (
        '"{text}" needs the day from which it counts',
        "« {text} » demande le jour à partir duquel compter",
    ),
    "two_dates": (
        'that is two dates: type date:("{first}" OR "{second}")',
        'ce sont deux dates : tapez date:("{first}" OU "{second}")',
    ),
    "date_examples": (
        '2025-11, 20/11/2025, "last week", "2 march 2020", 2019-2021, >=2025, 7j or none',
        '2025-11, 20/11/2025, "la semaine dernière", "2 mars 2020", 2019-2021, >=2025, 7j ou sans',
    ),
    "day_examples": (
        '2025-11, 20/11/2025, "last monday", "2 march 2020", "3 weeks ago", yesterday or 7j',
        '2025-11, 20/11/2025, "lundi dernier", "2 mars 2020", "il y a 3 semaines", hier ou 7j',
    ),
    "type_date": ("type {examples}", "tapez {examples}"),
    "type_date_instead": ("Type {examples}.", "Tapez {examples}."),
    # facets
    "no_facet": ('there is no facet "{facet}"', "il n’y a pas de facette « {facet} »"),
    "type_facet": ("type one of {facets}", "choisissez parmi {facets}"),
    # a file of queries
    "repeated_id": (
        "the id {id} is that of line {line} as well",
        "l’identifiant {id} est déjà celui de la ligne {line}",
    ),
    "too_many_cells": (
        "{cells:,} cells, the header has {columns:,}: a query that holds the delimiter needs quotes",
        "{cells:,} cellules pour {columns:,} dans l’en-tête : mettez entre guillemets une requête qui contient le séparateur",
    ),
    "long_line": ("longer than {most:,} characters", "plus de {most:,} caractères"),
    "not_utf8": (
        "not UTF-8: save the file as UTF-8",
        "ce n’est pas de l’UTF-8 : enregistrez le fichier en UTF-8",
    ),
    "second_tab": (
        "more than one tab: type an id, a tab, a query",
        "plus d’une tabulation : tapez un identifiant, une tabulation, une requête",
    ),
}
