# Ce que contenait le chargement des contacts et des événements.
report = Rapport de chargement
report-empty = Il n’y a pas encore de contacts.
report-file = Fichier
report-rows = Lignes lues
report-left-out = Lignes écartées
report-columns = Colonnes
report-format = Format
report-encoding = Encodage
report-delimiter = Séparateur
report-size = Taille
report-notes = Remarques
report-events = Événements
delimiter = { $delimiter ->
    [comma] virgule
    [semicolon] point-virgule
    [tab] tabulation
    [bar] barre
   *[other] autre
}
line = ligne { $line }
lines = { $count ->
    [one] ligne { $lines }
   *[other] lignes { $lines }
}
left-out = { $count ->
    [one] { $count } ligne n’a pas pu être lue.
   *[other] { $count } lignes n’ont pas pu être lues.
}
left-out-first = { $count ->
    [one] Voici la première :
   *[other] Voici les { $count } premières :
}
unusable = Ce que les règles n’ont pas pu utiliser
unusable-missing = { $count ->
    [one] Une propriété utilisée par les règles, que les contacts n’ont pas :
   *[other] { $count } propriétés utilisées par les règles, que les contacts n’ont pas :
}
unusable-unreadable = { $needed ->
    [number] ne peut pas être lue comme nombre
    [boolean] ne peut pas être lue comme oui ou non
   *[time] ne peut pas être lue comme date
} { $count ->
    [one] dans { $count } ligne, par exemple
   *[other] dans { $count } lignes, par exemple
}
unusable-later = { $count ->
    [one] { $count } événement est postérieur à l’instant du score, où il n’existe pas encore.
   *[other] { $count } événements sont postérieurs à l’instant du score, où ils n’existent pas encore.
}
unknowns = Valeurs qui peuvent signifier « sans valeur »
unknowns-hint = Le jeu de règles peut les déclarer comme valeurs inconnues.
unknowns-in = dans { $places }
unknowns-declared = déclarée par les règles
report-events-read = { $count ->
    [one] { $count } événement lu.
   *[other] { $count } événements lus.
}
report-events-unmatched = { $count ->
    [one] { $count } d’entre eux concerne un contact absent.
   *[other] { $count } d’entre eux concernent des contacts absents.
}
report-events-left-out = Événements écartés
column = Colonne
report-filled = Remplie
report-kind = Type
column-distinct = Distinctes
column-examples = Exemples
columns-all = Afficher les { $count }
kind = { $kind ->
    [number] nombre
    [boolean] oui ou non
    [time] date
    [list] liste
    [empty] vide
   *[text] texte
}
note = { $code ->
    [no_rows] Le fichier n’a aucun contact, seulement des noms de colonnes ou une liste vide.
    [missing_ids] { $count ->
        [one] { $count } contact n’a pas d’identifiant et porte le nom de sa ligne.
       *[other] { $count } contacts n’ont pas d’identifiant et portent le nom de leur ligne, comme « row 1 ».
    }
    [repeated_ids] { $count ->
        [one] { $count } ligne répète l’identifiant d’une précédente et reste un contact à part.
       *[other] { $count } lignes répètent l’identifiant d’une précédente ; chacune reste un contact à part.
    }
    [blank_rows] { $count ->
        [one] { $count } ligne sans aucune valeur a été ignorée.
       *[other] { $count } lignes sans aucune valeur ont été ignorées.
    }
    [short_rows] { $count ->
        [one] { $count } ligne a moins de champs que de colonnes ; ceux qui manquent sont inconnus.
       *[other] { $count } lignes ont moins de champs que de colonnes ; ceux qui manquent sont inconnus.
    }
    [long_rows] { $count ->
        [one] { $count } ligne a plus de valeurs que de colonnes ; celles en trop ont été écartées.
       *[other] { $count } lignes ont plus de valeurs que de colonnes ; celles en trop ont été écartées.
    }
    [wrapped_rows] { $count ->
        [one] { $count } ligne était entièrement entre guillemets et a été déballée.
       *[other] { $count } lignes étaient entièrement entre guillemets et ont été déballées.
    }
    [duplicate_headers] { $count ->
        [one] { $count } colonne porte le nom d’une précédente ; les règles lisent la précédente.
       *[other] { $count } colonnes portent le nom d’une précédente ; les règles lisent la précédente.
    }
    [blank_headers] { $count ->
        [one] { $count } colonne n’a pas de nom et porte celui de sa place, comme « column 7 ».
       *[other] { $count } colonnes n’ont pas de nom et portent celui de leur place, comme « column 7 ».
    }
    [too_many_columns] { $count ->
        [one] { $count } valeur ou nom de colonne au-delà des 10 000 premières colonnes a été écarté.
       *[other] { $count } valeurs ou noms de colonne au-delà des 10 000 premières colonnes ont été écartés.
    }
    [unclosed_quotes] { $count ->
        [one] { $count } ligne ouvre un guillemet jamais refermé et a été écartée.
       *[other] { $count } lignes ouvrent un guillemet jamais refermé et ont été écartées.
    }
    [nested_values] { $count ->
        [one] { $count } valeur est un objet ou une liste d’objets, qu’aucune règle ne lit, et a été écartée.
       *[other] { $count } valeurs sont des objets ou des listes d’objets, qu’aucune règle ne lit, et ont été écartées.
    }
    [replaced_bytes] { $count ->
        [one] { $count } caractère n’était pas valide dans l’encodage du fichier et a été remplacé par �.
       *[other] { $count } caractères n’étaient pas valides dans l’encodage du fichier et ont été remplacés par �.
    }
    [dropped_nuls] { $count ->
        [one] { $count } caractère NUL a été supprimé.
       *[other] { $count } caractères NUL ont été supprimés.
    }
   *[other] Quelque chose dans le fichier mérite un coup d’œil.
}
