# De la puntuación a la acción: etapas, listas y flujos de trabajo, lo que harían y el recorrido de un contacto.
step-automation = { $what ->
    [name] Cambiar el nombre
    [id] Cambiar un identificador
    [note] Cambiar una nota
    [members] Cambiar los miembros de una lista
    [property] Cambiar la propiedad de las etapas
    [enrol_on] Cambiar la lista de un flujo de trabajo
    [goal] Cambiar el objetivo de un flujo de trabajo
    [suppress] Cambiar a quién excluye un flujo de trabajo
    [enrolment] Cambiar a quién inscribe un flujo de trabajo
    [muted] Silenciar o reactivar un flujo de trabajo
    [message] Cambiar un mensaje
    [action] Cambiar las acciones de un flujo de trabajo
   *[condition] Cambiar la condición
}
automation-none = ¿Qué debe poner en marcha una puntuación?
automation-none-hint = Los contactos pueden pasar por sí solos a la siguiente etapa del ciclo de vida, pertenecer a listas siempre al día e iniciar flujos de trabajo que avisan a ventas en el momento justo.
automation-no-score = Las etapas dependen de una puntuación y aún no hay ninguna.
automation-to-rules = Ir a las reglas
automation-thresholds = Usar los umbrales 35 / 65
automation-thresholds-hint = Con «{ $score }»: desde 35 puntos, cualificado para marketing; desde 65, cualificado para ventas, y se avisa a ventas. Todo se puede cambiar después.
automation-empty = Empezar de cero
automation-section = { $section ->
    [stages] Etapas
    [lists] Listas
   *[workflows] Flujos de trabajo
}
automation-section-none = { $section ->
    [stages] Aún no hay etapas. Van en el orden en que los contactos las recorren, por ejemplo Lead, MQL, SQL, Cliente.
    [lists] Aún no hay listas. Una lista reúne a quienes cumplen un filtro o a los contactos que indiques, como socios o empleados.
   *[workflows] Aún no hay flujos de trabajo. Un flujo hace algo por cada contacto que entra en una lista.
}
automation-add = { $section ->
    [stages] Añadir etapa
    [lists] Añadir lista
   *[workflows] Añadir flujo de trabajo
}
automation-new = { $section ->
    [stages] Nueva etapa
    [lists] Nueva lista
   *[workflows] Nuevo flujo de trabajo
}
automation-id = Identificador
automation-id-taken = { $section ->
    [stages] Otra etapa ya se llama así.
    [lists] Otra lista ya tiene este identificador.
   *[workflows] Otro flujo ya tiene este identificador.
}
automation-id-kept = Se mantiene «{ $id }» hasta que le dé otro.
beginning-list = { $list ->
    [mqls] Cualificados para marketing
    [sqls] Cualificados para ventas
   *[customers] Oportunidades y clientes
}
beginning-workflow = Avisar a ventas
stage-value = Valor de la propiedad
stage-enter = Quién entra por sí solo
stage-enter-hint = Quien cumple esto y está en una etapa anterior pasa a esta. Nadie retrocede.
stage-by-hand = Nadie entra por sí solo
stage-when = Cuando { $sentence }
lifecycle-settings = Para todas las etapas
lifecycle-property = Propiedad que contiene la etapa
lifecycle-exclude = A quién no se le cambia la etapa
lifecycle-exclude-hint = Por ejemplo empleados, socios y competidores: nada de aquí cambia su etapa.
list-kind = Quién está en la lista
list-kinds = { $kind ->
    [when] Por un filtro
   *[members] Uno por uno
}
list-members = Identificadores o direcciones de correo
list-members-hint = Uno por línea, tal como se pega una columna de una hoja de cálculo.
list-members-count = { $count ->
    [0] Ningún miembro
    [one] { $count } miembro
   *[other] { $count } miembros
}
list-members-file = Leer de un archivo
list-members-clear = Quitar todos
list-file-unreadable = No se pudo leer { $file } como lista de identificadores.
list-file-column = Columna con los identificadores o correos
list-file-replace = Sustituir los miembros actuales
list-file-take = { $count ->
    [one] Tomar { $count } miembro
   *[other] Tomar { $count } miembros
}
list-show = { $count ->
    [one] Mostrar { $count } contacto de { $name }
   *[other] Mostrar { $count } contactos de { $name }
}
list-in-file = en el archivo
list-in-file-hint = Tal como están los contactos en el archivo, antes de cualquier ejecución
workflow-summary = Quien entra en { $list }: { $count ->
    [0] no se hace nada
    [one] { $count } acción
   *[other] { $count } acciones
}
workflow-who = Para quién
workflow-what = Qué se hace
workflow-end = Hasta cuándo
workflow-list = { $key ->
    [goal] Termina cuando el contacto está en
   *[enrol_on] Inscribe a quien entra en la lista
}
workflow-no-goal = sin objetivo: hasta que el contacto sale de la lista o queda excluido
workflow-check = { $key ->
    [enrol_present] Inscribir también a quienes ya están en la lista al empezar
   *[re_enrol] Volver a inscribir cada vez que un contacto regresa a la lista
}
workflow-suppress = Nunca a quienes están en
workflow-muted = Silenciado: no inscribe a nadie
workflow-first-message = { $has ->
    [score] { $name } ({ $email }) tiene { $points } puntos
   *[none] { $name } ({ $email })
}
action-add = Añadir una acción
action-kind = { $kind ->
    [notify] Avisar
    [set] Asignar una propiedad
    [clear] Vaciar una propiedad
   *[call_back] Llamar al sistema
}
action-name = { $place }. { $kind ->
    [notify] Avisar
    [set] Asignar una propiedad
    [clear] Vaciar una propiedad
    [call_back] Llamar al sistema
   *[unknown] Acción
}
action-field = { $field ->
    [notify] A quién, o por qué canal
    [message] Mensaje
    [set] Propiedad
    [to] Valor nuevo
    [clear] Propiedad
    [call_back] Nombre de la llamada
   *[with] Con este texto
}
placeholder-insert = Insertar un marcador…
placeholder-group = { $group ->
    [contact] El contacto
    [scores] Puntuaciones y bandas
   *[properties] Propiedades
}
placeholder-known = { $name ->
    [id] Identificador
    [stage] Etapa
   *[as_of] Fecha y hora
}
outcome = Si publicas ahora
outcome-first = Aún no se ha publicado nada: la primera ejecución parte de los contactos tal como están en el archivo.
outcome-against = Frente a la versión { $number }, tras su ejecución
outcome-against-opened = Frente a las reglas tal como se abrieron
outcome-no-contacts = Carga contactos para ver quién avanzaría y a quién se avisaría.
outcome-nothing = De momento no le pasaría nada a nadie.
outcome-figure = { $what ->
    [moved] { $count ->
        [one] cambia de etapa
       *[other] cambian de etapa
    }
    [enrolled] { $count ->
        [one] inscrito
       *[other] inscritos
    }
   *[notified] { $count ->
        [one] aviso
       *[other] avisos
    }
}
outcome-figure-title = { $what ->
    [moved] { $count ->
        [one] { $count } contacto cambiaría de etapa
       *[other] { $count } contactos cambiarían de etapa
    }
    [enrolled] { $count ->
        [one] Se inscribiría { $count } contacto
       *[other] Se inscribirían { $count } contactos
    }
   *[notified] { $count ->
        [one] Se enviaría { $count } aviso
       *[other] Se enviarían { $count } avisos
    }
}
outcome-stages = Contactos por etapa
outcome-at-stage = { $count ->
    [one] { $count } contacto en { $stage }, antes { $before }
   *[other] { $count } contactos en { $stage }, antes { $before }
}
outcome-come = { $count ->
    [one] { $count } contacto llegaría a { $stage }
   *[other] { $count } contactos llegarían a { $stage }
}
outcome-rest = { $what ->
    [without] Sin etapa
   *[other] Otro valor
}
outcome-moves = Quién pasa de dónde a dónde
outcome-from = De
outcome-to = A
outcome-contacts = Contactos
outcome-new = nueva
outcome-on-list = { $count ->
    [one] { $count } contacto en { $list }
   *[other] { $count } contactos en { $list }
}
outcome-on-known-list = { $count ->
    [one] { $count } contacto en { $list }, antes { $before }
   *[other] { $count } contactos en { $list }, antes { $before }
}
outcome-moved = { $name }: quién es nuevo y quién ya no está
outcome-who-moves = { $moves ->
    [comes] Nuevo aquí
   *[goes] Ya no está aquí
}
outcome-told = Avisos
outcome-notified = { $count ->
    [one] { $count } aviso a { $channel }
   *[other] { $count } avisos a { $channel }
}
outcome-called-back = { $count ->
    [one] { $count } llamada: { $name }
   *[other] { $count } llamadas: { $name }
}
outcome-enrolled = { $count ->
    [one] { $workflow } inscribiría a { $count } contacto
   *[other] { $workflow } inscribiría a { $count } contactos
}
outcome-unenrolled = { $count ->
    [one] Terminaría { $count } inscripción en { $workflow }
   *[other] Terminarían { $count } inscripciones en { $workflow }
}
outcome-ended = termina para
outcome-muted = Silenciado: no inscribe a nadie.
outcome-present = Al empezar no se inscribe a quienes ya están en «{ $list }».
outcome-missing = No está en ninguno de estos contactos, aunque lo piden listas, etapas o mensajes: { $properties }
outcome-left-out = { $count ->
    [one] { $count } fila no participa: no tiene identificador o está repetido.
   *[other] { $count } filas no participan: no tienen identificador o está repetido.
}
happening-none = ninguno
happening-stage = { $from } → { $to }
happening-kept = { $reason ->
    [backwards] Sigue en { $from }: habría retrocedido a { $to }
    [excluded] Sigue en { $from }: está excluido
    [other_stage] Sigue en { $from }, que no es una etapa del conjunto de reglas
   *[no_such_stage] Sigue en { $from }: { $to } no es una etapa del conjunto de reglas
}
happening-set = { $property }: { $from } → { $to }
happening-cleared = { $property } se vacía; era { $from }
happening-enrolled = Inscrito en { $workflow }
happening-unenrolled = { $reason ->
    [goal] { $workflow } termina: objetivo alcanzado
    [suppressed] { $workflow } termina: está en una lista excluida
   *[left] { $workflow } termina: ya no está en su lista
}
happening-notified = Avisa a { $channel }
happening-called-back = Llama a { $name }
