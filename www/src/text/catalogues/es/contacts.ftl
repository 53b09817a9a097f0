# La lista de contactos: qué se muestra, se busca, se ordena, se filtra y se guarda.
contacts-wanted = Ahora, los contactos
contacts-wanted-hint = { $ruleset ->
    [ready] El conjunto de reglas está listo. Suelta aquí una exportación de tus contactos o elige el archivo: CSV, JSON o NDJSON.
   *[missing] Suelta aquí una exportación de tus contactos o elige el archivo: CSV, JSON o NDJSON.
}
contacts-ruleset-wanted = Ahora, el conjunto de reglas
contacts-ruleset-wanted-hint = { $count ->
    [one] { $count } contacto está listo. Suelta aquí un conjunto de reglas, o elige el archivo, para puntuarlo.
   *[other] { $count } contactos están listos. Suelta aquí un conjunto de reglas, o elige el archivo, para puntuarlos.
}
contacts-soon = Los contactos aparecerán aquí en cuanto estén puntuados.
contacts-grid = Contactos con sus puntuaciones
contacts-name = Contacto
contacts-id = Id
contacts-file-empty = El archivo no tiene contactos.
contacts-none-fit = Ningún contacto encaja. Busca otra cosa o quita algún filtro.
contacts-shown-of = { $shown } de { $all }
contacts-one-moment = Un momento…
contacts-search = Buscar id, correo, nombre
contacts-search-label = Buscar por id, correo electrónico o nombre
contacts-nothing-found = No se encontró nada
contacts-more-search = { $count ->
    [one] { $count } más: busca para encontrarlo.
   *[other] { $count } más: busca para encontrarlos.
}

contacts-sort = Ordenar por
contacts-sort-score = { $score }: puntos
contacts-sort-band = { $score }: banda
contacts-sort-by-column = Ordenar por { $column }
contacts-sort-direction = { $direction ->
    [descending] De mayor a menor: invertir
   *[ascending] De menor a mayor: invertir
}

contacts-bands-of = Bandas de { $score }
contacts-criteria = Criterios
contacts-criteria-heading = Contactos según los criterios que cumplen o no
contacts-criteria-search = Buscar criterios
contacts-filters = Filtros activos
contacts-chip-band = { $score }: { $band }
contacts-chip-range = { $score }: de { $from } a menos de { $below }
contacts-chip-list = En la lista { $list }
contacts-chip-criterion = { $state ->
    [met] Se cumple: { $criterion }
   *[not_met] No se cumple: { $criterion }
}
contacts-filter-remove = Quitar el filtro { $filter }
contacts-filters-clear = Quitar todos

contacts-columns = Columnas
contacts-columns-shown = Junto a las puntuaciones
contacts-columns-all = { $count ->
    [one] { $count } columna del archivo
   *[other] { $count } columnas del archivo
}
contacts-columns-search = Buscar columnas
contacts-columns-most = Se muestran como máximo { $most } columnas a la vez.
contacts-column-up = Mover { $column } hacia arriba
contacts-column-down = Mover { $column } hacia abajo
contacts-column-remove = Ocultar { $column }

contacts-export = Exportar
contacts-export-hint = Los contactos mostrados, en este orden, con sus puntuaciones y bandas, como CSV.
contacts-export-shown = Con las columnas mostradas
contacts-export-all = Con todas las columnas del archivo
contacts-exporting = Exportando
contacts-exported = { $rows } de { $total }
contacts-export-left-out = Sin incluir, porque se llaman como una puntuación: { $columns }
