# El recorrido de un contacto en el tiempo.
journey = A lo largo del tiempo
journey-range = Periodo
journey-ranges = { $days ->
    [0] Todo
    [365] 1 año
   *[other] { $days } días
}
journey-chart = { $stage ->
    [none] { $score } a lo largo del tiempo, desde el comienzo sin etapa
   *[current] { $score } a lo largo del tiempo
}
journey-begins = Etapa al comienzo
journey-from-stage = { $stage ->
    [none] Empezar sin etapa
   *[current] Empezar con la etapa de hoy
}
journey-points = { $count ->
    [one] { $score }: { $points } punto
   *[other] { $score }: { $points } puntos
}
journey-stage = etapa { $stage }
journey-events = { $count } { $event }
journey-by-time = pasó el tiempo
journey-before = Tal como estaba al comenzar el periodo
journey-since = en la etapa { $stage } desde el { $since }
journey-incomplete = Hay demasiado que mostrar: se corta el { $to }. Elige un periodo más corto.
journey-passed-over = Ocurrieron demasiadas cosas para verlas todas: no se ha mirado nada entre el { $from } y el { $to }.
journey-as-table = { $count ->
    [one] El paso como tabla
   *[other] Los { $count } pasos como tabla
}
journey-table-last = Los últimos { $count } pasos.
journey-when = Cuándo
journey-change = Cambio
journey-at-stage = Etapa
journey-what = Qué ocurrió
