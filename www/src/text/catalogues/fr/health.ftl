# Santé : ce qui mérite un coup d’œil dans les règles, confrontées aux contacts.
health-no-ruleset = Aucun jeu de règles n’est ouvert
health-no-contacts = Chargez des contacts pour voir la santé des règles
health-no-contacts-hint = Ce que les règles manquent, ou font en vain, ne se voit qu’avec des contacts.
health-count = { $count ->
    [one] { $count } point mérite un coup d’œil
   *[other] { $count } points méritent un coup d’œil
}
health-faulty = Les règles ont des erreurs : ceci porte sur les dernières qui n’en avaient pas.
health-dismissed = { $count ->
    [one] { $count } écarté
   *[other] { $count } écartés
}
health-dismissed-title = Écartés
health-good = Rien à corriger
health-good-hint = Les règles conviennent à ce que l’on sait. Vérifié : { $contacts }.
finding-kind = { $kind ->
    [warning] Erreurs et doutes dans les règles
    [missing] Absent du fichier
    [unreadable] N’a pas pu être lu
    [never] Personne ne le remplit
    [inside] Trouvé à l’intérieur de mots plus longs
    [unruled] Valeurs qu’aucune règle ne connaît
    [limit] Points perdus par les limites
    [same] Remplis par les mêmes contacts
    [always] Tout le monde le remplit
   *[placeholder] Ressemble à « aucune valeur »
}
finding-kind-hint = { $kind ->
    [warning] Ce que dit la vérification des règles.
    [missing] Des règles le demandent et les contacts ne l’ont pas : un nom erroné, ou un fichier sans cette colonne.
    [unreadable] Ces valeurs comptent comme inconnues.
    [never] Ces critères ne donnent de points à personne.
    [inside] Un texte court touche plus que prévu : cherchez plutôt des mots entiers.
    [unruled] Elles sont dans le fichier et ne comptent pour rien : nouveaux formulaires, pages ou pays.
    [limit] Ce qui est gagné au-delà d’une limite ne change rien.
    [same] La même chose compte deux fois, ou l’un des deux est de trop.
    [always] Des points que tous ont ne distinguent personne.
   *[placeholder] Sans déclaration, ce sont des valeurs comme les autres.
}
finding-missing-property = Aucun contact n’a { $property }
finding-missing-event = Il n’y a pas d’événements du type { $event }
finding-used-by = Utilisé par { $criteria }
finding-unreadable = { $needed ->
    [number] { $count ->
        [one] { $property } n’est pas un nombre pour { $count } contact
       *[other] { $property } n’est pas un nombre pour { $count } contacts
    }
    [boolean] { $count ->
        [one] { $property } n’est ni oui ni non pour { $count } contact
       *[other] { $property } n’est ni oui ni non pour { $count } contacts
    }
   *[time] { $count ->
        [one] { $property } n’est pas une date pour { $count } contact
       *[other] { $property } n’est pas une date pour { $count } contacts
    }
}
finding-such-as = Par exemple { $values }
quoted = « { $text } »
finding-never = Aucun contact ne remplit { $criterion }
finding-always = Tous remplissent { $criterion } : { $contacts }
finding-same = { $criterion } est rempli par les mêmes que { $other } : { $contacts }
finding-limit = { $of ->
    [criterion] La limite du critère { $name } change les points de { $contacts } : { $points } au total
    [group] La limite du groupe { $name } change les points de { $contacts } : { $points } au total
   *[score] La limite du score { $name } change les points de { $contacts } : { $points } au total
}
finding-inside = { $what ->
    [events] { $count ->
        [one] { $criterion } trouve « { $operand } » dans un mot plus long dans { $property } de { $count } événement
       *[other] { $criterion } trouve « { $operand } » dans des mots plus longs dans { $property } de { $count } événements
    }
   *[contacts] { $count ->
        [one] { $criterion } trouve « { $operand } » dans un mot plus long dans { $property } de { $count } contact
       *[other] { $criterion } trouve « { $operand } » dans des mots plus longs dans { $property } de { $count } contacts
    }
}
finding-unruled = { $distinct ->
    [one] { $distinct } valeur de { $property } qu’aucune règle ne connaît, dans { $found }
   *[other] { $distinct } valeurs de { $property } qu’aucune règle ne connaît, dans { $found }
}
events-found = { $count ->
    [one] { $count } événement
   *[other] { $count } événements
}
finding-placeholder = « { $value } » figure dans { $properties } de { $contacts }
property-of-event = { $property } ({ $event })
and-more = { $items } et { $count } de plus
finding-show = Afficher
finding-show-criterion = Afficher le critère
finding-show-named = Afficher { $criterion }
finding-show-data = Afficher le fichier
finding-whole-words = Chercher des mots entiers
finding-declare = Signifie « aucune valeur »
finding-dismiss = Écarter
finding-bring-back = Reprendre
unruled-add-to = Ajouter à { $criterion } :
unruled-choose = Ajouter à
unruled-points = Points pour chacune
unruled-add = Ajouter « { $value } »
unruled-most = Les { $count } plus fréquentes sont affichées.
step-health = { $what ->
    [value] Ajouter « { $value } »
    [words] Chercher « { $value } » comme mot entier
   *[unknown] « { $value } » signifie aucune valeur
}
