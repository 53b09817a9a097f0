# Tester un contact : choisi dans la liste, collé ou saisi.
test-title = Tester un contact
test-hint = Choisissez-en un dans la liste, collez-en un ou saisissez-en un : vous verrez quels critères il remplit, lesquels non, et ce qui manque pour la tranche suivante.
test-ruleset-wanted = Ouvrez d’abord un jeu de règles : sans règles, il n’y a rien à tester.
test-ruleset-faulty = Le jeu de règles contient des erreurs : dès qu’il n’y en a plus, le score du contact est calculé.
test-contact = Contact testé
test-nobody = Un contact sans nom
test-way-label = D’où vient le contact
test-way = { $way ->
    [paste] Coller
    [type] Saisir
   *[pick] Choisir
}
test-privacy = Ce que vous collez ou saisissez reste dans cette fenêtre : rien n’est enregistré ni mis dans un lien.

test-no-contacts = Aucun contact n’est chargé. Chargez-en, ou collez-en ou saisissez-en un.
test-find = Trouver un contact
test-found = Contacts trouvés
test-previous = Le précédent de la liste
test-next = Le suivant de la liste
test-copy = Modifier une copie
test-copy-hint = Et si c’était autrement ? Modifiez une copie ; le fichier reste tel quel.

test-paste-label = Un contact, en texte
test-paste-hint = Du JSON de l’API de HubSpot, un CSV avec son en-tête, ou des lignes comme « Fonction : VP Sales »
test-read-as = Lire comme
test-format = { $format ->
    [json] JSON
    [csv] CSV
    [lines] Lignes de noms et de valeurs
   *[auto] Ce que c’est
}
test-clear = Recommencer
test-unreadable = Impossible de lire ceci comme un contact.
test-no-contact = Il n’y a aucun contact dedans.
test-understood = { $format ->
    [json] { $properties ->
        [one] Lu comme JSON, avec { $properties } propriété.
       *[other] Lu comme JSON, avec { $properties } propriétés.
    }
    [csv] { $properties ->
        [one] Lu comme CSV, avec { $properties } propriété.
       *[other] Lu comme CSV, avec { $properties } propriétés.
    }
   *[lines] { $properties ->
        [one] Lu comme des lignes, avec { $properties } propriété.
       *[other] Lu comme des lignes, avec { $properties } propriétés.
    }
}
test-understood-events = { $count ->
    [one] Il a { $count } événement.
   *[other] Il a { $count } événements.
}
test-which-contact = { $count ->
    [one] Sur { $count } contact, le numéro
   *[other] Sur { $count } contacts, le numéro
}
test-left-out = { $count ->
    [one] { $count } ligne écartée
   *[other] { $count } lignes écartées
}
test-left-out-line = Ligne { $line } :
test-events-left-out = Certains événements ne comptent pas :

test-type-hint = Remplissez ce que vous voulez : les scores suivent pendant la saisie.
test-rule-properties = { $count ->
    [one] { $count } propriété utilisée par les règles
   *[other] { $count } propriétés utilisées par les règles
}
test-rule-properties-none = Les règles ne demandent aucune propriété.
test-other-properties = { $count ->
    [one] { $count } autre propriété
   *[other] { $count } autres propriétés
}
test-add-property = Ajouter une propriété
test-property-name = Propriété
test-property-value = Valeur de { $property }
test-value = Valeur
test-remove-property = Retirer { $property }
test-too-long = Trop long pour être modifié ici ; le score en tient compte en entier.
test-events = { $count ->
    [one] { $count } événement
   *[other] { $count } événements
}
test-event = Événement { $number }
test-add-event = Autre événement
test-event-type = Type d’événement
test-event-time = Quand il a eu lieu (UTC)
test-repeat-event = Répéter : { $event }
test-remove-event = Retirer : { $event }
test-more-events = { $count ->
    [one] Afficher { $count } événement de plus
   *[other] Afficher { $count } événements de plus
}
test-older-events = { $count ->
    [one] { $count } événement plus ancien compte aussi, mais ne peut pas être modifié ici.
   *[other] { $count } événements plus anciens comptent aussi, mais ne peuvent pas être modifiés ici.
}

test-within = Critères de
test-within-all = Tous les scores et groupes
test-within-score = Tout { $score }
test-order = { $order ->
    [points] Le plus de points d’abord
   *[ruleset] Dans l’ordre des règles
}
test-muted = { $count ->
    [one] { $count } critère désactivé
   *[other] { $count } critères désactivés
}
