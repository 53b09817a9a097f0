# Probar un contacto: elegido de la lista, pegado o escrito.
test-title = Probar un contacto
test-hint = Elige uno de la lista, pégalo o escríbelo, y mira qué criterios cumple, cuáles no y qué falta para la banda siguiente.
test-ruleset-wanted = Abre antes un conjunto de reglas: sin reglas no hay nada que probar.
test-ruleset-faulty = El conjunto de reglas tiene errores: en cuanto no los haya, se puntuará el contacto.
test-contact = Contacto a prueba
test-nobody = Un contacto sin nombre
test-way-label = De dónde sale el contacto
test-way = { $way ->
    [paste] Pegar
    [type] Escribir
   *[pick] Elegir
}
test-privacy = Lo que pegues o escribas se queda en esta ventana: no se guarda en ningún sitio ni va en ningún enlace.

test-no-contacts = No hay contactos cargados. Carga algunos, o pega o escribe uno.
test-find = Buscar un contacto
test-found = Contactos encontrados
test-previous = El anterior de la lista
test-next = El siguiente de la lista
test-copy = Editar una copia
test-copy-hint = ¿Y si algo fuera distinto? Edita una copia; el archivo queda como está.

test-paste-label = Un contacto, como texto
test-paste-hint = JSON de la API de HubSpot, un CSV con su cabecera o líneas como «Cargo: VP Sales»
test-read-as = Leer como
test-format = { $format ->
    [json] JSON
    [csv] CSV
    [lines] Líneas de nombre y valor
   *[auto] Lo que sea
}
test-clear = Empezar de nuevo
test-unreadable = No se puede leer como contacto.
test-no-contact = No contiene ningún contacto.
test-understood = { $format ->
    [json] { $properties ->
        [one] Leído como JSON, con { $properties } propiedad.
       *[other] Leído como JSON, con { $properties } propiedades.
    }
    [csv] { $properties ->
        [one] Leído como CSV, con { $properties } propiedad.
       *[other] Leído como CSV, con { $properties } propiedades.
    }
   *[lines] { $properties ->
        [one] Leído como líneas, con { $properties } propiedad.
       *[other] Leído como líneas, con { $properties } propiedades.
    }
}
test-understood-events = { $count ->
    [one] Tiene { $count } evento.
   *[other] Tiene { $count } eventos.
}
test-which-contact = { $count ->
    [one] De { $count } contacto, el número
   *[other] De { $count } contactos, el número
}
test-left-out = { $count ->
    [one] { $count } línea omitida
   *[other] { $count } líneas omitidas
}
test-left-out-line = Línea { $line }:
test-events-left-out = Algunos eventos no cuentan:

test-type-hint = Rellena lo que quieras: las puntuaciones cambian mientras escribes.
test-rule-properties = { $count ->
    [one] { $count } propiedad que usan las reglas
   *[other] { $count } propiedades que usan las reglas
}
test-rule-properties-none = Las reglas no preguntan por ninguna propiedad.
test-other-properties = { $count ->
    [one] { $count } propiedad más
   *[other] { $count } propiedades más
}
test-add-property = Añadir propiedad
test-property-name = Propiedad
test-property-value = Valor de { $property }
test-value = Valor
test-remove-property = Quitar { $property }
test-too-long = Demasiado largo para editarlo aquí; se puntúa entero.
test-events = { $count ->
    [one] { $count } evento
   *[other] { $count } eventos
}
test-event = Evento { $number }
test-add-event = Otro evento
test-event-type = Tipo de evento
test-event-time = Cuándo ocurrió (UTC)
test-repeat-event = Repetir: { $event }
test-remove-event = Quitar: { $event }
test-more-events = { $count ->
    [one] Mostrar { $count } evento más
   *[other] Mostrar { $count } eventos más
}
test-older-events = { $count ->
    [one] { $count } evento anterior también cuenta, pero no se puede editar aquí.
   *[other] { $count } eventos anteriores también cuentan, pero no se pueden editar aquí.
}

test-within = Criterios de
test-within-all = Todas las puntuaciones y grupos
test-within-score = Todo { $score }
test-order = { $order ->
    [points] Más puntos primero
   *[ruleset] En el orden de las reglas
}
test-muted = { $count ->
    [one] { $count } criterio silenciado
   *[other] { $count } criterios silenciados
}
