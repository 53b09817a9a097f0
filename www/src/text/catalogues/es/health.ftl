# Estado: lo que merece atención en las reglas, comparado con los contactos.
health-no-ruleset = No hay ningún conjunto de reglas abierto
health-no-contacts = Carga contactos para ver el estado de las reglas
health-no-contacts-hint = Lo que a las reglas se les escapa, o hacen en vano, solo se ve con contactos.
health-count = { $count ->
    [one] { $count } asunto merece atención
   *[other] { $count } asuntos merecen atención
}
health-faulty = Las reglas tienen errores: esto se refiere a las últimas sin ellos.
health-dismissed = { $count ->
    [one] { $count } descartado
   *[other] { $count } descartados
}
health-dismissed-title = Descartados
health-good = Nada que corregir
health-good-hint = Las reglas encajan con lo que se sabe. Revisado: { $contacts }.
finding-kind = { $kind ->
    [warning] Errores y sospechas en las reglas
    [missing] No está en el archivo
    [unreadable] No se pudo leer
    [never] No lo cumple nadie
    [inside] Encontrado dentro de palabras más largas
    [unruled] Valores que ninguna regla conoce
    [limit] Puntos perdidos por límites
    [same] Los cumplen los mismos contactos
    [always] Lo cumplen todos
   *[placeholder] Parece «sin valor»
}
finding-kind-hint = { $kind ->
    [warning] Lo que dice la comprobación de las reglas.
    [missing] Las reglas lo piden y los contactos no lo tienen: un nombre equivocado o un archivo sin esa columna.
    [unreadable] Estos valores cuentan como desconocidos.
    [never] Estos criterios no dan puntos a nadie.
    [inside] Un texto corto acierta más de lo previsto: busca palabras completas.
    [unruled] Aparecen en el archivo y no cuentan para nada: formularios, páginas o países nuevos.
    [limit] Lo que se gana más allá de un límite no cambia nada.
    [same] Se cuenta dos veces lo mismo, o uno de los dos sobra.
    [always] Los puntos que tienen todos no distinguen a nadie.
   *[placeholder] Si no se declaran, son valores como los demás.
}
finding-missing-property = Ningún contacto tiene { $property }
finding-missing-event = No hay eventos del tipo { $event }
finding-used-by = Se usa en { $criteria }
finding-unreadable = { $needed ->
    [number] { $count ->
        [one] { $property } no es un número en { $count } contacto
       *[other] { $property } no es un número en { $count } contactos
    }
    [boolean] { $count ->
        [one] { $property } no es ni sí ni no en { $count } contacto
       *[other] { $property } no es ni sí ni no en { $count } contactos
    }
   *[time] { $count ->
        [one] { $property } no es una fecha en { $count } contacto
       *[other] { $property } no es una fecha en { $count } contactos
    }
}
finding-such-as = Por ejemplo { $values }
quoted = «{ $text }»
finding-never = Ningún contacto cumple { $criterion }
finding-always = Todos cumplen { $criterion }: { $contacts }
finding-same = { $criterion } lo cumplen los mismos que { $other }: { $contacts }
finding-limit = { $of ->
    [criterion] El límite del criterio { $name } cambia los puntos de { $contacts }: { $points } en total
    [group] El límite del grupo { $name } cambia los puntos de { $contacts }: { $points } en total
   *[score] El límite de la puntuación { $name } cambia los puntos de { $contacts }: { $points } en total
}
finding-inside = { $what ->
    [events] { $count ->
        [one] { $criterion } encuentra «{ $operand }» dentro de una palabra más larga en { $property } de { $count } evento
       *[other] { $criterion } encuentra «{ $operand }» dentro de palabras más largas en { $property } de { $count } eventos
    }
   *[contacts] { $count ->
        [one] { $criterion } encuentra «{ $operand }» dentro de una palabra más larga en { $property } de { $count } contacto
       *[other] { $criterion } encuentra «{ $operand }» dentro de palabras más largas en { $property } de { $count } contactos
    }
}
finding-unruled = { $distinct ->
    [one] { $distinct } valor de { $property } que ninguna regla conoce, en { $found }
   *[other] { $distinct } valores de { $property } que ninguna regla conoce, en { $found }
}
events-found = { $count ->
    [one] { $count } evento
   *[other] { $count } eventos
}
finding-placeholder = «{ $value }» aparece en { $properties } de { $contacts }
property-of-event = { $property } ({ $event })
and-more = { $items } y { $count } más
finding-show = Mostrarlo
finding-show-criterion = Mostrar el criterio
finding-show-named = Mostrar { $criterion }
finding-show-data = Mostrar el archivo
finding-whole-words = Buscar palabras completas
finding-declare = Significa «sin valor»
finding-dismiss = Descartar
finding-bring-back = Recuperar
unruled-add-to = Añadir a { $criterion }:
unruled-choose = Añadir a
unruled-points = Puntos para cada uno
unruled-add = Añadir «{ $value }»
unruled-most = Se muestran los { $count } más frecuentes.
step-health = { $what ->
    [value] Añadir «{ $value }»
    [words] Buscar «{ $value }» como palabra completa
   *[unknown] «{ $value }» significa sin valor
}
