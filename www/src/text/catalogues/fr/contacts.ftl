# La liste des contacts : ce qui est affiché, cherché, trié, filtré et enregistré.
contacts-wanted = Les contacts, maintenant
contacts-wanted-hint = { $ruleset ->
    [ready] Le jeu de règles est prêt. Déposez ici un export de vos contacts, ou choisissez le fichier : CSV, JSON ou NDJSON.
   *[missing] Déposez ici un export de vos contacts, ou choisissez le fichier : CSV, JSON ou NDJSON.
}
contacts-ruleset-wanted = Le jeu de règles, maintenant
contacts-ruleset-wanted-hint = { $count ->
    [one] { $count } contact est prêt. Déposez ici un jeu de règles, ou choisissez le fichier, pour calculer son score.
   *[other] { $count } contacts sont prêts. Déposez ici un jeu de règles, ou choisissez le fichier, pour calculer leurs scores.
}
contacts-soon = Les contacts apparaissent ici dès que leurs scores sont calculés.
contacts-grid = Contacts avec leurs scores
contacts-name = Contact
contacts-id = Id
contacts-file-empty = Le fichier ne contient aucun contact.
contacts-none-fit = Aucun contact ne correspond. Cherchez autre chose, ou retirez un filtre.
contacts-shown-of = { $shown } sur { $all }
contacts-one-moment = Un instant…
contacts-search = Chercher id, e-mail, nom
contacts-search-label = Chercher par id, e-mail ou nom
contacts-nothing-found = Rien trouvé
contacts-more-search = { $count ->
    [one] { $count } de plus : cherchez pour le trouver.
   *[other] { $count } de plus : cherchez pour les trouver.
}

contacts-sort = Trier par
contacts-sort-score = { $score } : points
contacts-sort-band = { $score } : tranche
contacts-sort-by-column = Trier par { $column }
contacts-sort-direction = { $direction ->
    [descending] Ordre décroissant : inverser
   *[ascending] Ordre croissant : inverser
}

contacts-bands-of = Tranches de { $score }
contacts-criteria = Critères
contacts-criteria-heading = Contacts selon les critères remplis ou non
contacts-criteria-search = Chercher des critères
contacts-filters = Filtres actifs
contacts-chip-band = { $score } : { $band }
contacts-chip-range = { $score } : de { $from } à moins de { $below }
contacts-chip-list = Dans la liste { $list }
contacts-chip-criterion = { $state ->
    [met] Rempli : { $criterion }
   *[not_met] Non rempli : { $criterion }
}
contacts-filter-remove = Retirer le filtre { $filter }
contacts-filters-clear = Tout retirer

contacts-columns = Colonnes
contacts-columns-shown = À côté des scores
contacts-columns-all = { $count ->
    [one] { $count } colonne du fichier
   *[other] { $count } colonnes du fichier
}
contacts-columns-search = Chercher des colonnes
contacts-columns-most = { $most } colonnes au plus sont affichées à la fois.
contacts-column-up = Déplacer { $column } vers le haut
contacts-column-down = Déplacer { $column } vers le bas
contacts-column-remove = Masquer { $column }

contacts-export = Exporter
contacts-export-hint = Les contacts affichés, dans cet ordre, avec leurs scores et tranches, en CSV.
contacts-export-shown = Avec les colonnes affichées
contacts-export-all = Avec toutes les colonnes du fichier
contacts-exporting = Export en cours
contacts-exported = { $rows } sur { $total }
contacts-export-left-out = Sans ces colonnes, qui portent le nom d’un score : { $columns }
