# Lo que comprueban los criterios y lo que se encontró, en palabras. Una frase se compone de partes en minúscula.
sentence-unfinished = una condición sin terminar
sentence-some-property = una propiedad
sentence-operator-missing = { $property } …
sentence-empty = { $way ->
    [any] nada
   *[all] cualquier cosa
}
sentence-joined = { $way ->
    [any] { $first } o { $next }
   *[all] { $first } y { $next }
}
sentence-bracketed = ({ $phrase })
sentence-not = no ({ $phrase })
sentence-none-of = nada de esto: { $phrases }
sentence-or-unknown = { $phrase } o se desconoce
sentence-quoted = «{ $text }»
sentence-truth = { $value ->
    [true] verdadero
   *[false] falso
}
sentence-list = { $list }, { $next }
sentence-more = { $list } y { $count } más

sentence-test = { $operator ->
    [is_known] { $property } se conoce
    [is_unknown] { $property } se desconoce
    [is_equal_to] { $several ->
        [yes] { $property } es uno de { $operand }
       *[no] { $property } es { $operand }
    }
    [is_not_equal_to] { $several ->
        [yes] { $property } no es ninguno de { $operand }
       *[no] { $property } no es { $operand }
    }
    [contains] { $several ->
        [yes] { $property } contiene alguno de { $operand }
       *[no] { $property } contiene { $operand }
    }
    [does_not_contain] { $several ->
        [yes] { $property } no contiene ninguno de { $operand }
       *[no] { $property } no contiene { $operand }
    }
    [contains_word] { $several ->
        [yes] { $property } contiene alguna de las palabras { $operand }
       *[no] { $property } contiene la palabra { $operand }
    }
    [does_not_contain_word] { $several ->
        [yes] { $property } no contiene ninguna de las palabras { $operand }
       *[no] { $property } no contiene la palabra { $operand }
    }
    [starts_with] { $several ->
        [yes] { $property } empieza por alguno de { $operand }
       *[no] { $property } empieza por { $operand }
    }
    [ends_with] { $several ->
        [yes] { $property } termina en alguno de { $operand }
       *[no] { $property } termina en { $operand }
    }
    [matches_regex] { $several ->
        [yes] { $property } coincide con alguno de los patrones { $operand }
       *[no] { $property } coincide con el patrón { $operand }
    }
    [is_greater_than] { $property } es mayor que { $operand }
    [is_greater_than_or_equal_to] { $property } es { $operand } o más
    [is_less_than] { $property } es menor que { $operand }
    [is_less_than_or_equal_to] { $property } es { $operand } o menos
    [is_between] { $property } está entre { $low } y { $high }
    [is_not_between] { $property } no está entre { $low } y { $high }
    [is_before] { $property } es anterior a { $operand }
    [is_after] { $property } es posterior a { $operand }
    [is_less_than_x_days_ago] { $days ->
        [1] { $property } fue en el último día
       *[other] { $property } fue en los últimos { $days } días
    }
    [is_more_than_x_days_ago] { $property } fue hace más de { $days ->
        [1] 1 día
       *[other] { $days } días
    }
    [is_less_than_x_days_from_now] { $days ->
        [1] { $property } es en el próximo día
       *[other] { $property } es en los próximos { $days } días
    }
    [is_more_than_x_days_from_now] { $property } es dentro de más de { $days ->
        [1] 1 día
       *[other] { $days } días
    }
    [is_any_of] { $several ->
        [yes] { $property } es uno de { $operand }
       *[no] { $property } incluye { $operand }
    }
    [is_none_of] { $several ->
        [yes] { $property } no es ninguno de { $operand }
       *[no] { $property } no incluye { $operand }
    }
    [contains_all] { $several ->
        [yes] { $property } incluye todos estos: { $operand }
       *[no] { $property } incluye { $operand }
    }
    [does_not_contain_all] { $several ->
        [yes] { $property } no incluye todos estos: { $operand }
       *[no] { $property } no incluye { $operand }
    }
    [is_exactly] { $property } es exactamente { $operand }
    [is_not_exactly] { $property } no es exactamente { $operand }
   *[other] { $property } { $written } { $operand }
}

event-name = { $type ->
    [page_view] { $count ->
        [one] vista de página
       *[other] vistas de página
    }
    [form_submission] { $count ->
        [one] envío de formulario
       *[other] envíos de formulario
    }
    [email_open] { $count ->
        [one] apertura de correo
       *[other] aperturas de correo
    }
    [email_click] { $count ->
        [one] clic en un correo
       *[other] clics en un correo
    }
    [email_reply] { $count ->
        [one] respuesta a un correo
       *[other] respuestas a un correo
    }
    [email_bounce] { $count ->
        [one] correo rebotado
       *[other] correos rebotados
    }
    [email_unsubscribe] { $count ->
        [one] baja del correo
       *[other] bajas del correo
    }
    [ad_click] { $count ->
        [one] clic en un anuncio
       *[other] clics en un anuncio
    }
    [cta_click] { $count ->
        [one] clic en una llamada a la acción
       *[other] clics en una llamada a la acción
    }
    [call] { $count ->
        [one] llamada
       *[other] llamadas
    }
    [meeting_booked] { $count ->
        [one] reunión reservada
       *[other] reuniones reservadas
    }
    [webinar_attended] { $count ->
        [one] asistencia a un seminario web
       *[other] asistencias a un seminario web
    }
   *[other] { $count ->
        [one] evento «{ $written }»
       *[other] eventos «{ $written }»
    }
}
event-property = { $property ->
    [url] URL
    [title] título
    [referrer] página de origen
    [form] formulario
    [email_id] correo
    [campaign] campaña
   *[other] { $written }
}
sentence-events = { $has ->
    [where] { $events } donde { $where }
    [days] { $days ->
        [1] { $events } en el último día
       *[other] { $events } en los últimos { $days } días
    }
    [wheredays] { $days ->
        [1] { $events } donde { $where } en el último día
       *[other] { $events } donde { $where } en los últimos { $days } días
    }
   *[other] { $events }
}
sentence-event-count = { $bounds ->
    [none] sin { $events }
    [exactly] exactamente { $most } { $events }
    [most] como máximo { $most } { $events }
    [both] de { $least } a { $most } { $events }
   *[least] al menos { $least } { $events }
}
sentence-score = { $bound ->
    [at_least] { $score } es { $points } o más
    [at_most] { $score } es { $points } o menos
   *[below] { $score } está por debajo de { $points }
}
sentence-band = { $way ->
    [none] { $set } no está en ninguna de las bandas { $labels }
   *[any] { $set } está en la banda { $labels }
}
sentence-stage = está en la etapa { $stages }
sentence-no-stage = ninguna etapa
sentence-on-list = está en la lista { $list }
sentence-rated = { $what } { $points }
sentence-by-value = según { $property }: { $values }
sentence-by-nothing = según { $property }: aún sin valores
sentence-otherwise = { $sentence }; si no, { $points }
sentence-each = cada { $events }
sentence-frequency = { $events }: { $ranges }
sentence-times = { $bounds ->
    [open] { $from } veces o más
    [one] { $from ->
        [1] una vez
       *[other] { $from } veces
    }
   *[both] de { $from } a { $to } veces
}
sentence-once-per = { $what ->
    [day] { $sentence }, una vez al día
   *[property] { $sentence }, una vez por { $property }
}
sentence-maximum = { $sentence }, como máximo { $most }

evidence-nothing = nada que comprobar
evidence-impossible = nada puede cumplirlo
evidence-unknown = { $property } se desconoce
evidence-unusable = { $why ->
    [declared] { $property } { $value } significa que no hay valor
   *[unreadable] { $property } { $value } no se puede leer como lo necesita esta prueba
}
evidence-value = { $property }: { $value }
evidence-unlisted = { $property } { $value } no está en la lista
evidence-listed = { $property } es uno de los de la lista
evidence-events = { $bounds ->
    [short] { $count } de { $least } { $events }
    [over] { $count } { $events }, se admiten { $most } como máximo
   *[enough] { $count } { $events }
}
evidence-occurrences = { $kept ->
    [some] { $found } { $events }, de las que cuentan { $count }
   *[all] { $found } { $events }
}
evidence-more-events = { $sofar ->
    [none] { $count } { $events }
   *[some] { $count } más: { $events }
}
evidence-other-count = otra cantidad de { $events }
