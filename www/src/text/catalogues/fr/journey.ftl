# Le parcours d’un contact dans le temps.
journey = Au fil du temps
journey-range = Période
journey-ranges = { $days ->
    [0] Tout
    [365] 1 an
   *[other] { $days } jours
}
journey-chart = { $stage ->
    [none] { $score } au fil du temps, en partant sans étape
   *[current] { $score } au fil du temps
}
journey-begins = Étape au départ
journey-from-stage = { $stage ->
    [none] Partir sans étape
   *[current] Partir de l’étape d’aujourd’hui
}
journey-points = { $count ->
    [one] { $score } : { $points } point
   *[other] { $score } : { $points } points
}
journey-stage = étape { $stage }
journey-events = { $count } { $event }
journey-by-time = le temps a passé
journey-before = Sa situation au début de la période
journey-since = à l’étape { $stage } depuis le { $since }
journey-incomplete = Il y a trop à montrer : le parcours s’arrête au { $to }. Choisissez une période plus courte.
journey-passed-over = Il s’est passé trop de choses pour tout examiner : rien n’a été examiné entre le { $from } et le { $to }.
journey-as-table = { $count ->
    [one] Le pas en tableau
   *[other] Les { $count } pas en tableau
}
journey-table-last = Les { $count } derniers pas.
journey-when = Quand
journey-change = Changement
journey-at-stage = Étape
journey-what = Ce qui s’est passé
