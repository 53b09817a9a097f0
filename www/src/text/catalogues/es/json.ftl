# Las reglas como JSON.
json-none = Todavía no hay reglas.
json-fine = Sin errores ni advertencias.
json-text = Las reglas como JSON
step-json = Editar el JSON
code-find = Buscar
code-replace-with = Sustituir por
code-next = siguiente
code-previous = anterior
code-all = todos
code-match-case = mayúsculas
code-by-word = palabra entera
code-regexp = expresión regular
code-replace = sustituir
code-replace-all = sustituir todo
code-close = cerrar
code-current = coincidencia actual
code-on-line = en la línea
code-replaced = sustituido en la línea { $line }
code-replaced-all = { $count } sustituciones
code-go-to-line = Ir a la línea
code-go = ir
code-folded = Líneas plegadas
code-unfolded = Líneas desplegadas
code-to = a
code-folded-code = código plegado
code-unfold = desplegar
code-fold = plegar
code-completions = Sugerencias
code-diagnostics = Hallazgos
code-no-diagnostics = Sin hallazgos
code-control = Carácter de control
code-deleted = Selección eliminada
json-errors = { $count ->
    [one] { $count } error
   *[other] { $count } errores
}
json-warnings = { $count ->
    [one] { $count } advertencia
   *[other] { $count } advertencias
}
diagnostics = Hallazgos
severity = { $severity ->
    [error] error
   *[warning] advertencia
}
line-column = línea { $line }, columna { $column }
