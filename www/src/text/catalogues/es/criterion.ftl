# El formulario de un criterio y el editor de filtros.
step-criterion = { $what ->
    [name] Cambiar el nombre del criterio
    [points] Cambiar puntos
    [event] Cambiar el evento
    [values] Cambiar valores
    [limit] Cambiar el límite
    [decay] Cambiar la caída
    [note] Cambiar la nota
    [id] Cambiar el identificador
    [kind] Cambiar el tipo de criterio
    [muted] Silenciar o activar el criterio
   *[condition] Cambiar la condición
}
number-unreadable = «{ $text }» no es un número y no se usa.
combo-others = { $count ->
    [one] { $count } más: escriba para encontrarlo
   *[other] { $count } más: escriba para encontrarlos
}
tokens-more = { $count } más
tokens-add = { $label }: añadir
tokens-remove = Quitar { $text }
days = { $count ->
    [one] día
   *[other] días
}
test-property = Propiedad
test-operator = Comparación
test-score = Puntuación
test-include-unknown = También los contactos sin valor
test-include-unknown-events = También los eventos sin valor
operator = { $operator ->
    [is_known] se conoce
    [is_unknown] se desconoce
    [is_equal_to] es igual a
    [is_not_equal_to] no es igual a
    [contains] contiene
    [does_not_contain] no contiene
    [contains_word] contiene la palabra
    [does_not_contain_word] no contiene la palabra
    [starts_with] empieza por
    [ends_with] termina en
    [matches_regex] coincide con el patrón
    [is_greater_than] es mayor que
    [is_greater_than_or_equal_to] es mayor o igual que
    [is_less_than] es menor que
    [is_less_than_or_equal_to] es menor o igual que
    [is_between] está entre
    [is_not_between] no está entre
    [is_before] es anterior a
    [is_after] es posterior a
    [is_less_than_x_days_ago] fue en los últimos … días
    [is_more_than_x_days_ago] fue hace más de … días
    [is_less_than_x_days_from_now] es en los próximos … días
    [is_more_than_x_days_from_now] es dentro de más de … días
    [is_any_of] es cualquiera de
    [is_none_of] no es ninguno de
    [contains_all] contiene todos
    [does_not_contain_all] no contiene todos
    [is_exactly] es exactamente
   *[is_not_exactly] no es exactamente
}
operator-choose = Elegir …
operator-others = Para otros tipos de propiedad
operand-values = Valor
operand-values-hint = Escriba o elija
operand-patterns = Patrón
operand-number = Número
operand-days = Días
operand-time = Fecha
operand-bound = { $bound ->
    [low] Desde
   *[high] Hasta
}
operand-time-of-day = { $has ->
    [date] Añadir hora (UTC)
   *[other] Solo fecha
}
column-kind = { $kind ->
    [text] texto
    [number] número
    [boolean] sí o no
    [time] fecha
    [list] lista
   *[empty] vacía
}
column-filled = { $share } con valor
column-absent = no está en el archivo
event-type = Evento
event-within = En los últimos
event-count = Con qué frecuencia
event-bounds = { $bounds ->
    [at_least] al menos
    [at_most] como máximo
    [both] entre
   *[exactly] exactamente
}
event-times = { $bounds ->
    [at_least] Al menos
    [at_most] Como máximo
   *[exactly] Exactamente
}
event-where = Solo los eventos donde
event-where-add = Solo algunos de estos eventos
test-band = Banda de
test-bands = Bandas
test-stage = En la etapa
test-on-list = En la lista
score-bound = { $bound ->
    [at_least] Al menos
    [at_most] Como máximo
   *[below] Por debajo de
}
filter-none = Aún no se comprueba nada.
filter-adding = Añadir
filter-add-group = { $more ->
    [yes] Añadir otra prueba
   *[no] Añadir una prueba
}
filter-add = { $kind ->
    [property] Propiedad
    [event] Evento
    [score] Puntuación
    [band] Banda
    [stage] Etapa
    [list] En una lista
   *[group] Grupo
}
group-way = Qué pruebas deben cumplirse
group-ways = { $way ->
    [all] Todas estas
    [any] Alguna de estas
   *[none] Ninguna de estas
}
group-label = { $way ->
    [all] Todas las { $count } pruebas
    [any] Alguna de { $count } pruebas
   *[none] Ninguna de { $count } pruebas
}
group-more = Aquí no se muestran otras { $count } pruebas.
part-action = { $action ->
    [up] Subir
    [down] Bajar
    [duplicate] Duplicar
    [wrap] Meter en un grupo
    [unwrap] Deshacer el grupo
   *[remove] Quitar
}
part-menu = Qué hacer con: { $what }
part-unreadable = Esta parte no se puede mostrar como formulario.
part-as-json = Editar como JSON
criterion-name = Nombre
criterion-note = Nota
criterion-points = Puntos
criterion-kind = Tipo de criterio
criterion-kinds = { $kind ->
    [condition] Condición
    [by_value] Por valor
   *[by_event] Por evento
}
criterion-decay-and-limit = Caída y límite
criterion-muted = Silenciado: no da puntos
criterion-id = Identificador
limit-title = Límite
limit-bound = { $bound ->
    [min] Mínimo de puntos
   *[max] Máximo de puntos
}
decay-title = Caída
decay-own = Los puntos caen con el tiempo
decay-of-group = Cae como su grupo: { $percent } % cada { $days } días.
decay-percent = Pierde
decay-every = Cada
decay-shape = De
decay-shapes = { $shape ->
    [linear] los puntos iniciales
   *[compound] lo que queda
}
decay-since = Desde la fecha de
decay-steps = Lo que queda de los puntos
decay-step = { $at ->
    [once] Al principio: { $points }
   *[later] A los { $days } días: { $points }
}
award-title = Lo que dan los eventos
award = { $award ->
    [each] Puntos por cada uno
   *[frequency] Puntos según cuántos
}
award-points = Puntos por cada uno
award-most = Como máximo
once-title = Cuenta
once = { $way ->
    [each] cada vez
    [day] una vez al día
   *[property] una vez por valor de
}
once-property = Propiedad del evento
frequency-title = Puntos por número de eventos
frequency-key = { $key ->
    [from] Desde
    [to] Hasta
   *[points] Puntos
}
frequency-range = Rango { $number }
frequency-add = Añadir un rango
frequency-remove = Quitar el rango { $number }
frequency-gap = De { $from } a { $to } no dan puntos.
values-title = Valores y sus puntos
values-value = Valor
values-points-of = Puntos para { $value }
values-remove = Quitar { $value }
values-absent = en ningún contacto
values-default = Puntos para los demás valores
values-add = Añadir un valor
values-add-hint = Añadir un valor
values-missing = { $count ->
    [one] { $count } valor de los contactos no está en la lista.
   *[other] { $count } valores de los contactos no están en la lista.
}
values-fill = Completar con los contactos
values-fill-points = Puntos para cada valor añadido
values-points-each = puntos cada uno
values-more = Mostrar { $count } más
values-search = Buscar valores
values-order = Orden
values-orders = { $order ->
    [written] Como están escritos
    [occurs] Los más frecuentes primero
    [points] Más puntos primero
   *[name] Por nombre
}
values-count = { $count ->
    [one] { $count } valor
   *[other] { $count } valores
}
values-taken = { $value } ya está en la tabla.
