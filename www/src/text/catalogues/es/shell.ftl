# La página alrededor de sus vistas: cabecera, archivos, primer uso.
contacts = { $count ->
    [one] { $count } contacto
   *[other] { $count } contactos
}
limit-none = ninguno
limit-max = como máximo { $max }
limit-min = como mínimo { $min }
limit-both = de { $min } a { $max }

language = Idioma
theme = Colores
theme-name = { $theme ->
    [light] Claro
    [dark] Oscuro
   *[system] Como el sistema
}
undo = Deshacer
redo = Rehacer
views = Vistas
view = { $view ->
    [rules] Reglas
    [lifecycle] Etapas
    [contacts] Contactos
    [test] Probar un contacto
    [distribution] Distribución
    [changes] Cambios
    [health] Salud
    [json] JSON
   *[data] Datos
}
view-missing = No se pudo cargar esta vista. Comprueba la conexión e inténtalo de nuevo.

as-of = Puntuado a fecha de
now = Ahora
none = Ninguno
cancel = Cancelar
load = Cargar
choose = Elegir
replace = Sustituir
choose-files = Elegir archivos
sources = Archivos
source = { $source ->
    [events] Eventos
   *[contacts] Contactos
}
choose-source = { $source ->
    [events] Elegir eventos
   *[contacts] Elegir contactos
}
replace-source = { $source ->
    [events] Sustituir eventos
   *[contacts] Sustituir contactos
}
more-about = Más sobre { $file }
use-as = Usar como
role-choice = { $role ->
    [ruleset] un conjunto de reglas
    [events] eventos
   *[contacts] contactos
}
without-events = Puntuar sin eventos
contacts-missing = Una exportación: CSV, JSON o NDJSON
contacts-left-out = { $contacts }, { $count ->
    [one] { $count } fila omitida
   *[other] { $count } filas omitidas
}
events-missing = Lo que hicieron los contactos: opcional
events-inside = { $count ->
    [one] { $count } evento dentro de los contactos
   *[other] { $count } eventos dentro de los contactos
}
events-read = { $count } leídos
events-read-unmatched = { $count } leídos, { $unmatched } sin contacto
events-waiting = A la espera de los contactos
load-reading = Leyendo { $file }
load-scoring = Puntuando { $file }
load-rows = { $share }, { $count ->
    [one] { $count } fila
   *[other] { $count } filas
}
drop = Suelta para cargar
drop-hint = Un conjunto de reglas, contactos, eventos: uno o varios archivos
which-title = ¿Qué es cada archivo?
which-hint = De contactos y de eventos se usa un archivo de cada: el último de su clase en esta lista.
which-is = es
complaints = Archivos que no se pudieron usar
complaint-unexpected = Algo falló con { $file }
complaint-unreadable = { $role ->
    [ruleset] { $file } no se pudo leer como conjunto de reglas
    [events] { $file } no se pudo leer como eventos
   *[contacts] { $file } no se pudo leer como contactos
}
complaint-link = No se pudo usar el enlace
complaint-dismiss = Cerrar el mensaje sobre { $file }
complaint-kept = Todo lo que había sigue igual: { $file } sigue en uso.
news-reading = Leyendo { $file }
news-unusable = No se pudo usar { $file }
news-shown = Se muestran { $contacts }

first-title = Puntúa tus contactos y mira por qué
first-promise = Tus reglas dan puntos a tus contactos: exactos, iguales en todas partes y con el motivo de cada punto. Todo ocurre en este navegador.
first-sample-title = Primero, un vistazo
first-sample = 2.000 contactos inventados con 30.000 eventos, y reglas con las que jugar.
try-sample = Probar la muestra
first-own-title = Usa tus archivos
first-own = Suéltalos en cualquier lugar de esta página: un conjunto de reglas (JSON), contactos y eventos (CSV, JSON, NDJSON).
first-demo = Mira reglas como estas en acción en un sitio web: el sitio de demostración
privacy = Nada de lo que cargues sale de este navegador.
