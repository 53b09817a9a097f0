# Cómo se reparten los contactos entre puntos y bandas, y el resumen de lo que hacen las reglas.
distribution-soon = La distribución aparece aquí en cuanto los contactos estén puntuados.
distribution-unscored = Los contactos aún no están puntuados
distribution-unscored-errors = Las reglas tienen errores. Junto al JSON se indica dónde están.
distribution-wanted = Ahora, los contactos
distribution-wanted-hint = Suelta aquí una exportación de tus contactos, o elige el archivo, para ver cómo se reparten entre puntos y bandas.
distribution-nobody = El archivo no tiene contactos.
distribution-listed = Solo los contactos de la lista ({ $shown })
distribution-faulty = Las reglas tienen errores. Las cifras son las de las últimas reglas sin errores.
distribution-bars = Histograma: { $score }
distribution-bar = De { $from } a menos de { $below } puntos: { $contacts }
distribution-range = de { $from } a menos de { $below }
distribution-span = { $contacts }, de { $from } a menos de { $below } puntos
distribution-one-bar = Todos tienen de { $from } a menos de { $below } puntos: aún nada distingue a los contactos.
distribution-rescaled = Reescalada, de 0 a 100: de { $from } a { $to } puntos
distribution-bands-of = Bandas: { $score }
distribution-side = { $side ->
    [rows] { $matrix }: filas
   *[columns] { $matrix }: columnas
}
distribution-handle = { $edge ->
    [begins] Comienzo de { $band }
   *[ends] Final de { $band }
}
distribution-field = { $edge ->
    [begins] { $band }: desde cuántos puntos
   *[ends] { $band }: hasta cuántos puntos
}
distribution-points = { $count ->
    [one] { $points } punto
   *[other] { $points } puntos
}
distribution-handle-value = { $place }, { $contacts }
distribution-band = Banda
distribution-where = Puntos
distribution-contacts = Contactos
distribution-share = Porcentaje
distribution-from = desde
distribution-end = { $edge ->
    [under] menos de
   *[to] hasta
}
distribution-show-band = Mostrar { $band }: { $contacts }
distribution-conditions = Una banda con condición deja fuera a los contactos que tienen los puntos pero no la cumplen.
distribution-no-points = Se esperaban puntos: un número con dos decimales como máximo.
distribution-beyond = { $side ->
    [under] { $band } queda por debajo de { $to } puntos, donde comienza la banda siguiente.
    [over] { $band } queda por encima de { $from } puntos, donde comienza la banda inferior.
    [between] { $band } queda entre { $from } y { $to } puntos, donde comienzan sus vecinas.
   *[none] Los puntos van de { $from } a { $to }.
}
distribution-no-bands = { $score } aún no tiene bandas. Las bandas dicen a partir de cuántos puntos un contacto merece más atención.
distribution-add-bands = Añadir SQL desde { $high } y MQL desde { $middle }
distribution-as-table = Las barras como tabla
distribution-crossing = Bandas de dos puntuaciones
distribution-axis = { $axis ->
    [rows] Filas
   *[columns] Columnas
}
distribution-no-crossing = Las dos puntuaciones necesitan bandas propias, o una matriz de ambas.
distribution-outside = Fuera de la matriz: { $contacts }, { $share }
step-threshold = Mover { $band } a { $points }
step-add-bands = Añadir bandas a { $score }

summary = Lo que hacen las reglas
summary-against = Frente a la versión { $number }
summary-against-opened = Desde que se abrió
summary-no-baseline = El estado anterior tiene errores: no hay con qué comparar las reglas.
summary-change = { $direction ->
    [up] { $count } más que antes
    [down] { $count } menos que antes
   *[same] como antes
}
summary-moved = { $count ->
    [0] Nadie cambia de banda
    [one] { $count } contacto cambia de banda
   *[other] { $count } contactos cambian de banda
}
summary-points-changed = { $raised } suben, { $lowered } bajan
summary-points-same = no cambia ningún punto
summary-movers = Los que más cambian
summary-no-movers = Nadie cambia.
summary-mover = { $contact }: de { $before } a { $after }
summary-none = nada
