# Détails des scores : pourquoi un contact a ses points, et les plus courts chemins vers la tranche suivante.
ledger = Détail du score
ledger-why = Pourquoi ce score ?
ledger-why-hint = Choisissez un contact pour voir chaque critère, ce qui a été trouvé et les points qu’il a donnés.
ledger-close = Fermer le détail du score
ledger-test = Tester
ledger-shown = Critères affichés
ledger-shown-name = { $shown ->
    [met] Remplis
    [not_met] Non remplis
   *[all] Tous
}
ledger-scores = Scores
ledger-no-scores = Le jeu de règles n’a aucun score.
ledger-state = { $state ->
    [met] rempli
    [muted] désactivé
   *[not-met] non rempli
}
ledger-reveal = Voir ce critère dans les règles
ledger-muted-hint = Désactivé, il ne donne pas de points.
ledger-wanted = Pour le remplir :
ledger-next = { $points } à partir du { $at }
ledger-raw = { $points } bruts
ledger-by-decay = { $points } par diminution ({ $decay })
ledger-by-limit = { $points } par sa limite ({ $limit })
ledger-decay = { $shape ->
    [compound] { $days ->
        [one] { $percent } % par jour, composé
       *[other] { $percent } % tous les { $days } jours, composé
    }
   *[linear] { $days ->
        [one] { $percent } % par jour
       *[other] { $percent } % tous les { $days } jours
    }
}
ledger-decay-since = { $rate }, depuis le { $at }
ledger-decay-unknown = { $rate } ; { $property }, son point de départ, est inconnu
ledger-tests = { $count ->
    [one] { $count } condition
   *[other] { $count } conditions
}
ledger-values = { $count ->
    [one] { $count } valeur
   *[other] { $count } valeurs
}
ledger-not-listed = hors liste
ledger-latest = Les { $shown } dernières sur { $count }
ledger-occurrences = { $count ->
    [one] { $count } occurrence
   *[other] { $count } occurrences
}
ledger-hidden = { $count ->
    [one] { $count } critère non affiché
   *[other] { $count } critères non affichés
}
ledger-group-limit = Limite du groupe, { $limit }
ledger-score-limit = Limite du score, { $limit }
ledger-not-reached = non atteinte
ledger-rescaled = { $points } sur 100
ledger-sum-raw = Critères remplis
ledger-sum-decay = Diminution
ledger-sum-criterion = Limite de { $criterion }, { $limit }
ledger-sum-group = Limite du groupe { $group }, { $limit }
band-none = aucune tranche

ways-to = { $score } : chemins vers { $band }
ways-short = { $count ->
    [one] À { $points } point de { $band }.
   *[other] À { $points } points de { $band }.
}
ways-held-back = A les points pour { $band }, mais n’en remplit pas la condition.
ways-none = Trois changements de critères au plus n’y mènent pas.
ways-any = { $count ->
    [one] Ceci suffirait :
   *[other] Un seul de ces changements suffirait :
}
ways-and = et
ways-reached = donnerait { $points }
ways-step = { $change ->
    [no_longer_meet] Ne plus remplir : { $criterion }
    [one_more] { $count ->
        [one] Une fois de plus : { $criterion }
       *[other] { $count } fois de plus : { $criterion }
    }
    [value] { $criterion } : la valeur { $value }
   *[meet] { $criterion }
}
