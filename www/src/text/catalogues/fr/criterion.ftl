# Le formulaire d’un critère et l’éditeur de filtres.
step-criterion = { $what ->
    [name] Renommer le critère
    [points] Modifier les points
    [event] Modifier l’événement
    [values] Modifier les valeurs
    [limit] Modifier la limite
    [decay] Modifier la dégressivité
    [note] Modifier la note
    [id] Modifier l’identifiant
    [kind] Changer le type de critère
    [muted] Désactiver ou réactiver le critère
   *[condition] Modifier la condition
}
number-unreadable = « { $text } » n’est pas un nombre : il n’est pas utilisé.
combo-others = { $count ->
    [one] { $count } autre : tapez pour le trouver
   *[other] { $count } autres : tapez pour les trouver
}
tokens-more = { $count } de plus
tokens-add = { $label } : ajouter
tokens-remove = Retirer { $text }
days = { $count ->
    [one] jour
   *[other] jours
}
test-property = Propriété
test-operator = Comparaison
test-score = Score
test-include-unknown = Aussi les contacts sans valeur
test-include-unknown-events = Aussi les événements sans valeur
operator = { $operator ->
    [is_known] a une valeur
    [is_unknown] n’a pas de valeur
    [is_equal_to] est égal à
    [is_not_equal_to] n’est pas égal à
    [contains] contient
    [does_not_contain] ne contient pas
    [contains_word] contient le mot
    [does_not_contain_word] ne contient pas le mot
    [starts_with] commence par
    [ends_with] se termine par
    [matches_regex] correspond au motif
    [is_greater_than] est supérieur à
    [is_greater_than_or_equal_to] est supérieur ou égal à
    [is_less_than] est inférieur à
    [is_less_than_or_equal_to] est inférieur ou égal à
    [is_between] est entre
    [is_not_between] n’est pas entre
    [is_before] est avant
    [is_after] est après
    [is_less_than_x_days_ago] date des … derniers jours
    [is_more_than_x_days_ago] date de plus de … jours
    [is_less_than_x_days_from_now] tombe dans les … prochains jours
    [is_more_than_x_days_from_now] tombe dans plus de … jours
    [is_any_of] est l’un de
    [is_none_of] n’est aucun de
    [contains_all] contient tous
    [does_not_contain_all] ne contient pas tous
    [is_exactly] est exactement
   *[is_not_exactly] n’est pas exactement
}
operator-choose = Choisir…
operator-others = Pour d’autres types de propriété
operand-values = Valeur
operand-values-hint = Tapez ou choisissez
operand-patterns = Motif
operand-number = Nombre
operand-days = Jours
operand-time = Date
operand-bound = { $bound ->
    [low] De
   *[high] À
}
operand-time-of-day = { $has ->
    [date] Ajouter une heure (UTC)
   *[other] Date seule
}
column-kind = { $kind ->
    [text] texte
    [number] nombre
    [boolean] oui ou non
    [time] date
    [list] liste
   *[empty] vide
}
column-filled = { $share } remplis
column-absent = absente du fichier
event-type = Événement
event-within = Depuis au plus
event-count = Combien de fois
event-bounds = { $bounds ->
    [at_least] au moins
    [at_most] au plus
    [both] entre
   *[exactly] exactement
}
event-times = { $bounds ->
    [at_least] Au moins
    [at_most] Au plus
   *[exactly] Exactement
}
event-where = Seulement les événements où
event-where-add = Seulement certains de ces événements
test-band = Tranche de
test-bands = Tranches
test-stage = À l’étape
test-on-list = Dans la liste
score-bound = { $bound ->
    [at_least] Au moins
    [at_most] Au plus
   *[below] En dessous de
}
filter-none = Rien n’est encore testé.
filter-adding = Ajouter
filter-add-group = { $more ->
    [yes] Ajouter un autre test
   *[no] Ajouter un test
}
filter-add = { $kind ->
    [property] Propriété
    [event] Événement
    [score] Score
    [band] Tranche
    [stage] Étape
    [list] Dans une liste
   *[group] Groupe
}
group-way = Quels tests doivent être remplis
group-ways = { $way ->
    [all] Tous ceux-ci
    [any] Au moins un de ceux-ci
   *[none] Aucun de ceux-ci
}
group-label = { $way ->
    [all] Tous les { $count } tests
    [any] Au moins un de { $count } tests
   *[none] Aucun de { $count } tests
}
group-more = { $count } autres tests ne sont pas affichés ici.
part-action = { $action ->
    [up] Monter
    [down] Descendre
    [duplicate] Dupliquer
    [wrap] Mettre dans un groupe
    [unwrap] Dissoudre le groupe
   *[remove] Retirer
}
part-menu = Que faire de : { $what }
part-unreadable = Cette partie ne peut pas être affichée en formulaire.
part-as-json = Modifier en JSON
criterion-name = Nom
criterion-note = Note
criterion-points = Points
criterion-kind = Type de critère
criterion-kinds = { $kind ->
    [condition] Condition
    [by_value] Par valeur
   *[by_event] Par événement
}
criterion-decay-and-limit = Dégressivité et limite
criterion-muted = Désactivé : ne donne aucun point
criterion-id = Identifiant
limit-title = Limite
limit-bound = { $bound ->
    [min] Minimum de points
   *[max] Maximum de points
}
decay-title = Dégressivité
decay-own = Les points diminuent avec le temps
decay-of-group = Diminue comme son groupe : { $percent } % tous les { $days } jours.
decay-percent = Perd
decay-every = Tous les
decay-shape = De
decay-shapes = { $shape ->
    [linear] les points de départ
   *[compound] ce qui reste
}
decay-since = Depuis la date de
decay-steps = Ce qui reste des points
decay-step = { $at ->
    [once] Au début : { $points }
   *[later] Après { $days } jours : { $points }
}
award-title = Ce que donnent les événements
award = { $award ->
    [each] Des points pour chacun
   *[frequency] Des points selon leur nombre
}
award-points = Points pour chacun
award-most = Au plus
once-title = Compte
once = { $way ->
    [each] chaque fois
    [day] une fois par jour
   *[property] une fois par valeur de
}
once-property = Propriété de l’événement
frequency-title = Points par nombre d’événements
frequency-key = { $key ->
    [from] De
    [to] À
   *[points] Points
}
frequency-range = Plage { $number }
frequency-add = Ajouter une plage
frequency-remove = Retirer la plage { $number }
frequency-gap = De { $from } à { $to } : aucun point.
values-title = Valeurs et leurs points
values-value = Valeur
values-points-of = Points pour { $value }
values-remove = Retirer { $value }
values-absent = dans aucun contact
values-default = Points pour toutes les autres valeurs
values-add = Ajouter une valeur
values-add-hint = Ajouter une valeur
values-missing = { $count ->
    [one] { $count } valeur des contacts n’est pas dans la liste.
   *[other] { $count } valeurs des contacts ne sont pas dans la liste.
}
values-fill = Remplir avec les contacts
values-fill-points = Points pour chaque valeur ajoutée
values-points-each = points chacune
values-more = En afficher { $count } de plus
values-search = Chercher des valeurs
values-order = Ordre
values-orders = { $order ->
    [written] Comme écrits
    [occurs] Les plus fréquentes d’abord
    [points] Le plus de points d’abord
   *[name] Par nom
}
values-count = { $count ->
    [one] { $count } valeur
   *[other] { $count } valeurs
}
values-taken = { $value } est déjà dans le tableau.
