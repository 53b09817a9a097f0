# Lo que es incorrecto o sospechoso en un conjunto de reglas: una frase por cada código del paquete.
diagnostic = { $code ->
    [invalid_json] El texto no es JSON válido aquí.
    [too_large] El conjunto de reglas es demasiado largo.
    [too_deep] Hay demasiados grupos dentro de grupos.
    [duplicate_key] La misma entrada aparece dos veces.
    [wrong_type] Este no es el tipo de valor que corresponde aquí.
    [unknown_key] Aquí no existe esta entrada; quizá esté mal escrita.
    [unknown_operator] No existe esta comparación; elija una de la lista.
    [unknown_choice] No es una de las opciones posibles.
    [missing_key] Aquí aún falta algo.
    [misplaced_key] Esta entrada corresponde a otro tipo de regla.
    [conflicting_keys] Dos entradas se excluyen entre sí; deje solo una.
    [misplaced_test] Esta prueba no puede estar aquí.
    [empty_list] Añada al menos una entrada.
    [blank_text] Escriba algo aquí.
    [too_long] El texto es demasiado largo.
    [too_many] Hay demasiadas entradas.
    [unsupported_version] El conjunto de reglas es de otra versión.
    [invalid_id] Un identificador tiene de 1 a 64 letras, cifras, «_», «-» o «.», y empieza por letra o cifra.
    [duplicate_id] Este identificador se usa dos veces; cambie uno.
    [duplicate_name] Este valor está dos veces, salvo por mayúsculas y minúsculas.
    [too_precise] Los puntos tienen dos decimales como máximo, y las cantidades ninguno.
    [out_of_range] El número es demasiado pequeño o demasiado grande.
    [invalid_range] El rango termina antes de empezar.
    [overlapping_ranges] Dos rangos se solapan: cada número debe pertenecer a uno solo.
    [invalid_time] No es una fecha ni una hora, como 2026-03-12.
    [invalid_regex] El patrón no es una expresión regular válida.
    [mixed_operands] Se mezclan textos y números; use un solo tipo.
    [unknown_score] No hay ninguna puntuación con este identificador.
    [unknown_band] No existe esta banda.
    [unknown_stage] No existe esta etapa.
    [unknown_list] No hay ninguna lista con este identificador.
    [list_cycle] Esta lista se forma a partir de sí misma; quite una de las pruebas que cierran el círculo.
    [invalid_placeholder] Un marcador debe cerrarse y tener un nombre.
    [duplicate_bands] Esta puntuación ya tiene bandas.
    [decay_without_since] Indique desde qué fecha decaen los puntos.
    [since_without_decay] Se indica una fecha de inicio, pero nada decae.
    [never_holds] Ningún contacto puede cumplirlo nunca.
    [always_holds] Todos los contactos lo cumplen.
    [points_beyond_limit] Un límite recorta siempre parte de estos puntos.
    [limit_excludes_zero] El límite da puntos incluso a quien no cumple nada.
    [band_gap] Entre dos bandas quedan puntos sin banda.
    [band_overlap] Algunos puntos caen en dos bandas; cuenta la primera.
    [unreachable_band] Ningún contacto puede llegar a esta banda.
    [negative_drops_unknown] Los contactos sin valor tampoco lo cumplen, salvo que los incluya.
    [short_word] Un texto tan corto también aparece dentro de palabras más largas; busque la palabra entera.
    [unsuitable_operator] Esta comparación no se ajusta a lo que contiene la propiedad.
    [no_points] Esto nunca puede dar puntos.
    [duplicate_criterion] Otro criterio dice lo mismo: los puntos cuentan dos veces.
    [all_muted] Todos los criterios están silenciados: nadie recibe puntos.
    [stage_order] Esta etapa no empieza en más puntos que una anterior, que se salta.
    [no_effect] Esto nunca puede tener efecto.
    [more_diagnostics] Hay más problemas de los que se muestran; aparecerán al resolver estos.
   *[other] Aquí hay algo incorrecto o sospechoso.
}
diagnostic-severity = { $severity ->
    [warning] Sospechoso
   *[error] Error
}
