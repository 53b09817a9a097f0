# Las reglas: el árbol de puntuaciones, grupos y criterios, y sus bandas.
rules-tree = Puntuaciones, grupos y criterios
rules-tools = Conjunto de reglas
rules-settings = Ajustes
rules-unnamed = Sin título
rules-name = Nombre
rules-note = Nota
rules-note-hint = Por qué es así, para quien lo lea después
rules-search = Buscar en las reglas
rules-only = Mostrar solo
rules-wish = { $wish ->
    [findings] Con avisos ({ $count })
    [muted] Silenciados ({ $count })
   *[never] Nunca se cumplen ({ $count })
}
rules-found = { $count ->
    [one] { $count } resultado
   *[other] { $count } resultados
}
rules-nothing-found = Nada en las reglas coincide.
rules-show-all = Mostrar todo
rules-fold-all = Contraer todo
rules-unfold-all = Expandir todo
rules-fold = Contraer { $name }
rules-unfold = Expandir { $name }
rules-locked = El JSON tiene un error. Estas son las últimas reglas que se pudieron leer; podrás editarlas cuando lo corrijas.
rules-locked-show = Ver el JSON
rules-side = Regla seleccionada
rules-close = Cerrar
rules-no-contacts = Carga contactos para ver cuántos cumplen cada criterio.
rules-no-scores = Aún no hay puntuaciones
rules-no-scores-hint = Una puntuación suma puntos de criterios: quién es el contacto y qué ha hecho. Empieza con una.
rules-add-first-score = Crear una puntuación
rules-add-score = Añadir puntuación
rules-add-group = Añadir grupo
rules-add-group-to = Añadir un grupo a { $name }
rules-add-criterion = Añadir criterio
rules-add-first-criterion = Aún no hay nada: añade un criterio
rules-add-criterion-to = Añadir un criterio a { $name }
rules-add-condition = Cómo son
rules-add-condition-hint = Puntos mientras se cumpla algo: un cargo, un país, un evento
rules-add-by-event = Qué han hecho
rules-add-by-event-hint = Puntos cada vez: páginas vistas, formularios, correos
rules-add-by-value = Por valor
rules-add-by-value-hint = Una tabla de puntos: uno por cada valor de una propiedad
rules-new-score = Nueva puntuación
rules-new-group = Nuevo grupo
rules-new-criterion = Nuevo criterio
rules-copy-of = { $name } (copia)
rules-menu = Más sobre { $name }
rules-open = Abrir
rules-rename = Renombrar
rules-clone = Duplicar
rules-mute = Silenciar
rules-unmute = Reactivar
rules-muted = silenciado
rules-counts = { $name } cuenta
rules-move-up = Subir
rules-move-down = Bajar
rules-move-to-group = Mover al grupo…
rules-move-to-score = Mover a la puntuación…
rules-move-to = Mover { $name } a
rules-nowhere-else = Aún no hay otro lugar
rules-delete = Eliminar
rules-deleted = { $name } eliminado
rules-points-of = Puntos de { $name }
rules-no-points = ninguno
rules-met = lo cumplen
rules-met-hint = { $contacts } lo cumplen: { $share }
rules-sum = Suma en total
rules-sum-hint = Lo que suma entre todos los contactos
rules-findings = { $severity ->
    [error] { $count ->
        [one] { $count } error
       *[other] { $count } errores o avisos
    }
   *[warning] { $count ->
        [one] { $count } aviso
       *[other] { $count } avisos
    }
}
rules-criteria = { $count ->
    [one] { $count } criterio
   *[other] { $count } criterios
}
rules-decays = decae
rules-limited = { $gives ->
    [yes] el límite da { $points } a { $contacts }
   *[no] el límite quita { $points } a { $contacts }
}
rules-limit = Límite
rules-limit-hint = { $kind ->
    [score] Sumen lo que sumen los grupos, la puntuación no se sale de aquí.
   *[group] Sumen lo que sumen los criterios, el grupo no se sale de aquí.
}
rules-rescale = Mostrar también de 0 a 100
rules-rescale-hint = Además de sus puntos, la puntuación se muestra en una escala entre estos dos.
rules-rescale-end = { $end ->
    [from] 0 equivale a
   *[to] 100 equivale a
}
rules-decay-hint = Para cada criterio del grupo que no tenga su propio decaimiento.
rules-said-cloned = { $name } duplicado
rules-said-muted = { $name } silenciado
rules-said-unmuted = { $name } vuelve a contar
rules-said-no-further = { $name } no puede ir más allá
rules-said-moved = { $name } pasa al puesto { $place } de { $of }
rules-said-moved-in = { $name } pasa al puesto { $place } de { $of } en { $parent }
bands = Bandas
bands-of = Bandas de { $name }
bands-add-to-score = Añadir bandas, como MQL y SQL
bands-delete = Quitar todas
bands-delete-of = Quitar todas las bandas de { $name }
bands-first = Cualificado
bands-new = Nueva banda
bands-add = Añadir banda
bands-remove = Quitar la banda { $name }
bands-label = Nombre de la banda { $place }
bands-from = desde
bands-from-of = { $name } desde
bands-below = por debajo de
bands-at-most = como máximo
bands-no-upper = sin tope
bands-upper-kind = Tope de { $name }
bands-upper-of = { $name } hasta
bands-no-bound = cualquiera
bands-have-it = la tienen
bands-only-if = Solo si…
bands-only-if-of = { $name } solo si…
bands-if = solo si { $sentence }
bands-edit = Editar
bands-done = Listo
bands-drop = Quitar
bands-edit-condition = Editar la condición de { $name }
bands-drop-condition = Quitar la condición de { $name }
matrix-add = Añadir una matriz de dos puntuaciones
matrix-new = Prioridad
matrix-of = Matriz { $name }
matrix-label = Nombre de la matriz
matrix-delete = Eliminar la matriz { $name }
matrix-side = { $side ->
    [rows] Filas
   *[columns] Columnas
}
matrix-cells = Contactos en cada casilla
ruleset-settings = Ajustes del conjunto de reglas
ruleset-name = Nombre del conjunto de reglas
ruleset-unknown = Valores que significan «sin valor»
ruleset-unknown-hint = Uno por línea, como N/A. Cuentan como desconocidos en todas las propiedades.
ruleset-properties = Propiedades
ruleset-properties-hint = Cómo se llama aquí una propiedad, qué son sus valores y con qué otros nombres aparece en los archivos.
ruleset-property-label = Nombre aquí
ruleset-property-type = Valores
ruleset-property-aliases = Otros nombres en los archivos, separados por ;
ruleset-type = { $type ->
    [text] texto
    [number] números
    [boolean] sí o no
    [time] fechas
    [list] listas
   *[any] cualquiera
}
ruleset-new-property = Propiedad
ruleset-add-property = Añadir propiedad
ruleset-remove-property = Quitar la propiedad { $name }
step-add = Añadir { $name }
step-name = Renombrar { $name }
step-points = Puntos de { $name }
step-mute = Silenciar { $name }
step-unmute = Reactivar { $name }
step-clone = Duplicar { $name }
step-delete = Eliminar { $name }
step-move = Mover { $name }
step-note = Nota de { $name }
step-decay = Decaimiento de { $name }
step-rescale = Escala de { $name }
step-bands = Cambiar { $name }
step-settings = Ajustes: { $name }
