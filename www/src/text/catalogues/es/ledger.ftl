# Desgloses: por qué un contacto tiene sus puntuaciones, y los caminos más cortos a la banda siguiente.
ledger = Desglose
ledger-why = ¿Por qué esta puntuación?
ledger-why-hint = Elige un contacto para ver cada criterio, lo que se encontró y los puntos que dio.
ledger-close = Cerrar el desglose
ledger-test = Probar
ledger-shown = Criterios mostrados
ledger-shown-name = { $shown ->
    [met] Se cumplen
    [not_met] No se cumplen
   *[all] Todos
}
ledger-scores = Puntuaciones
ledger-no-scores = El conjunto de reglas no tiene puntuaciones.
ledger-state = { $state ->
    [met] se cumple
    [muted] silenciado
   *[not-met] no se cumple
}
ledger-reveal = Ver este criterio en las reglas
ledger-muted-hint = Está silenciado, así que no da puntos.
ledger-wanted = Para cumplirlo:
ledger-next = { $points } desde el { $at }
ledger-raw = { $points } brutos
ledger-by-decay = { $points } por decaimiento ({ $decay })
ledger-by-limit = { $points } por su límite ({ $limit })
ledger-decay = { $shape ->
    [compound] { $days ->
        [one] { $percent } % al día, compuesto
       *[other] { $percent } % cada { $days } días, compuesto
    }
   *[linear] { $days ->
        [one] { $percent } % al día
       *[other] { $percent } % cada { $days } días
    }
}
ledger-decay-since = { $rate }, desde el { $at }
ledger-decay-unknown = { $rate }; se desconoce { $property }, su comienzo
ledger-tests = { $count ->
    [one] { $count } condición
   *[other] { $count } condiciones
}
ledger-values = { $count ->
    [one] { $count } valor
   *[other] { $count } valores
}
ledger-not-listed = no está en la lista
ledger-latest = Las últimas { $shown } de { $count }
ledger-occurrences = { $count ->
    [one] { $count } vez
   *[other] { $count } veces
}
ledger-hidden = { $count ->
    [one] { $count } criterio no mostrado
   *[other] { $count } criterios no mostrados
}
ledger-group-limit = Límite del grupo, { $limit }
ledger-score-limit = Límite de la puntuación, { $limit }
ledger-not-reached = no alcanzado
ledger-rescaled = { $points } de 100
ledger-sum-raw = Criterios que se cumplen
ledger-sum-decay = Decaimiento
ledger-sum-criterion = Límite de { $criterion }, { $limit }
ledger-sum-group = Límite del grupo { $group }, { $limit }
band-none = sin banda

ways-to = { $score }: caminos a { $band }
ways-short = { $count ->
    [one] A { $points } punto de { $band }.
   *[other] A { $points } puntos de { $band }.
}
ways-held-back = Tiene los puntos para { $band }, pero no cumple su condición.
ways-none = Con hasta tres cambios de criterios no se llega.
ways-any = { $count ->
    [one] Con esto bastaría:
   *[other] Bastaría con una de estas cosas:
}
ways-and = y
ways-reached = serían { $points }
ways-step = { $change ->
    [no_longer_meet] Dejar de cumplir: { $criterion }
    [one_more] { $count ->
        [one] Una vez más: { $criterion }
       *[other] { $count } veces más: { $criterion }
    }
    [value] { $criterion }: el valor { $value }
   *[meet] { $criterion }
}
