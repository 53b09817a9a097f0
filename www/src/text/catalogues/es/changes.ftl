# Qué cambia: versiones de las reglas, comparadas.
changes-no-ruleset = No hay ningún conjunto de reglas abierto
changes-no-contacts = Carga contactos para ver quién cambia
changes-no-contacts-hint = Lo que ha cambiado en las reglas se muestra también sin ellos.
changes-from = Desde
changes-to = Hasta
as-opened = Como se abrió aquí
as-now = Las reglas tal como están ahora
version = Versión { $number }
changes-faulty = Las reglas tienen errores: las cifras son de las últimas sin ellos.
changes-unusable = { $side ->
    [before] Las reglas de partida tienen errores y no pueden puntuar a nadie.
   *[after] Las reglas de llegada tienen errores y no pueden puntuar a nadie.
}
changes-nobody = Nadie cambia
changes-nobody-hint = { $published ->
    [yes] Sin cambios de puntos ni de banda: { $contacts }. Cambia una regla o compara otras versiones.
   *[no] Sin cambios de puntos ni de banda: { $contacts }. Cambia una regla para ver su efecto; publica para conservar una versión con la que comparar después.
}
score-changes = Puntuaciones
score-raised = Más puntos
score-lowered = Menos puntos
score-unchanged = Sin cambios
score-change = Cambio en total
score-one-sided = { $side ->
    [before] Solo está en las reglas de antes: no hay nada que comparar.
   *[after] Es nueva: no hay con qué compararla.
}
bands-one-sided = { $side ->
    [before] Estas bandas solo están en las reglas de antes.
   *[after] Estas bandas son nuevas.
}
no-band = ninguna
movement = Bandas de { $name }
movement-count = { $count ->
    [0] Nadie pasa a otra banda.
    [one] { $count } contacto pasa a otra banda. Elige un número para ver quién es.
   *[other] { $count } contactos pasan a otra banda. Elige un número para ver quiénes son.
}
matrix-corner = antes ↓ después →
matrix-total = Total
matrix-cell = { $way ->
    [stay] Se queda en { $from }: { $contacts }
   *[move] De { $from } a { $to }: { $contacts }
}
movers = Mayores cambios
movers-all = Mostrar otra vez todos los cambios
movers-by = Por
movers-download = Descargar CSV
movers-none = A nadie le cambian los puntos en esta puntuación.
movers-most = Se muestran los primeros { $count }. El CSV los tiene todos.
show-more = Mostrar { $count } más
close = Cerrar
ledgers-both = Por qué ha cambiado
criteria-alike = { $count ->
    [one] { $count } criterio da lo mismo
   *[other] { $count } criterios dan lo mismo
}
criterion-state = { $state ->
    [met] Se cumple
    [muted] Silenciado
   *[unmet] No se cumple
}
limit-of = { $of ->
    [group] Límite del grupo { $name }
   *[score] Límite de la puntuación { $name }
}
points-total = Total
score-absent = No existe esta puntuación
not-there = No existe

rule-changes = Cambios en las reglas
rule-changes-none = Ambas son iguales.
rule-changes-spelling = Dicen lo mismo y solo están escritas de otra manera.
rule-changes-unreadable = Una de las dos no es JSON válido, así que no se pueden comparar sus partes.
was = Antes
is-now = Después
change-state = { $state ->
    [added] Nuevo
    [removed] Eliminado
   *[changed] Cambiado
}
change-part = { $part ->
    [ruleset] Conjunto de reglas
    [property] Propiedad
    [score] Puntuación
    [group] Grupo
    [bands] Bandas
    [lifecycle] Etapas
    [stage] Etapa
    [list] Lista
    [workflow] Flujo de trabajo
   *[criterion] Criterio
}
change-what = { $aspect ->
    [name] Nombre
    [note] Nota
    [points] Puntos
    [condition] Condición
    [award] Eventos
    [value] { $subject }
    [default] Todos los demás valores
    [muted] Silenciado: ya no da puntos
    [unmuted] Ya no está silenciado
    [group] Movido a otro grupo
    [order] Orden
    [limit] Límite
    [decay] Disminución
    [since] Disminuye desde
    [rescale] Escala de 0 a 100
    [range] { $subject }
    [range-when] { $subject }, solo si
    [unknown-values] Valores que significan «sin valor»
    [filter] Condición
    [members] Miembros
    [stage-property] Propiedad que contiene la etapa
    [list] Inscribe a quien entra en
    [goal] Objetivo
    [suppress] Nunca a quienes están en
    [enrolment] A quién inscribe
    [actions] Qué se hace
    [off] Silenciado: ya no inscribe a nadie
    [on] Ya no está silenciado
   *[other] «{ $subject }»
}
change-action = { $kind ->
    [notify] Avisar a { $subject }: { $text }
    [set] Asignar { $text } a { $subject }
    [clear] Vaciar { $subject }
    [call_back] Llamar a { $subject }
   *[unknown] …
}
change-enrolment-plain = quien entra en la lista, una vez
change-more = { $count ->
    [one] { $count } cambio más
   *[other] { $count } cambios más
}
change-decay = { $shape ->
    [compound] { $percent } % de lo que queda cada { $days } días
   *[linear] { $percent } % cada { $days } días
}
change-range = { $bounds ->
    [from] desde { $low }
    [fromto] de { $low } a { $high }
    [frombelow] de { $low } a menos de { $high }
    [to] hasta { $high }
    [below] menos de { $high }
   *[any] todos los puntos
}

versions = Versiones
versions-none = Todavía ninguna. Al publicar se conservan las reglas como están ahora, con fecha y nota: lo que cambies después se compara con ellas, y puedes volver atrás.
versions-unpublished = Los cambios desde la versión { $number } no están publicados.
compare = Comparar
compared = En comparación
compare-with = Comparar con la versión { $number }
restore = Restaurar
restore-version = Restaurar la versión { $number }
version-on-site = En tu sitio web
restore-title = ¿Restaurar la versión { $number }?
restore-hint = Las reglas vuelven a ser las de entonces. Es un solo paso y puedes deshacerlo.
restore-effect = Qué cambiaría
