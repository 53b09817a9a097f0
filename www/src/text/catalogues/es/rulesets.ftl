# Los conjuntos de reglas: la lista, cómo se guardan, versiones, plantillas.
ruleset-menu = Conjuntos de reglas
ruleset-none = Sin reglas todavía
ruleset-unnamed = Conjunto sin nombre
ruleset-list = Tus conjuntos de reglas
ruleset-action = { $action ->
    [new] Nuevo desde una plantilla…
    [open] Abrir un archivo…
    [save] Guardar en un archivo…
    [link] Copiar un enlace para compartir
    [rename] Cambiar el nombre…
    [duplicate] Duplicar
   *[remove] Eliminar
}
kept = { $state ->
    [saving] Guardando…
    [memory] Sin guardar: se conserva mientras esta página esté abierta
    [full] Sin guardar: no queda espacio en el disco
    [conflict] Sin guardar: cambiado en otra pestaña
   *[saved] Guardado en este navegador
}
kept-memory-why = { $reason ->
    [forbidden] Este navegador no permite que la página guarde nada.
    [newer] Otra pestaña usa una versión más nueva de esta página. Recarga esta.
    [blocked] Otra pestaña retiene el almacén. Cierra las demás pestañas de esta página.
   *[broken] El almacén del navegador ha dejado de funcionar.
}
retry = Reintentar
saved-to = Guardado en { $file }
link-copied = Enlace copiado. Contiene las reglas y ningún contacto.
link-title = Un enlace a estas reglas
link-label = Contiene las reglas y ningún contacto
done = Listo
rename-title = Cambiar el nombre del conjunto
name = Nombre
rename = Cambiar
copy-of = Copia de { $name }
library-fault = { $code ->
    [missing] Este conjunto de reglas ya no existe.
    [too-many] Ya hay 1.000 conjuntos de reglas. Elimina uno primero.
    [too-large] Es más grande que cualquier conjunto de reglas. Elige otro archivo.
    [too-long] Las reglas son demasiado grandes para un enlace. Guárdalas en un archivo y envíalo.
    [full] No queda espacio en el disco. Libera algo y reintenta, o guarda en un archivo.
    [conflict] Se cambió en otra pestaña. Decide primero cuál se queda.
    [not-text] El archivo no es texto. Elige un archivo de reglas.
    [failed] El navegador no pudo leer o escribir el archivo. Prueba con otro.
    [damaged] El enlace está dañado. Cópialo entero o pide el archivo.
    [unknown-version] El enlace se creó con una versión más reciente de esta página. Vuelve a cargar la página.
   *[unexpected] No ha funcionado. Inténtalo de nuevo.
}
removed = Se eliminó «{ $name }».
dismiss = Cerrar
discard = Descartar
set-aside = Algo en el almacén de este navegador está dañado y se ha apartado.
conflict = «{ $name }» se cambió en otra pestaña, y también aquí.
conflict-removed = «{ $name }» se eliminó en otra pestaña.
conflict-mine = Quedarme con lo mío
conflict-theirs = Tomar lo otro
conflict-copy = Guardar lo mío como copia
conflict-close = Dejarlo ir
publish = Publicar
publish-title = Publicar la versión { $number }
publish-hint = La versión se conserva tal como está ahora. Los cambios posteriores se comparan con ella.
publish-same = Nada ha cambiado desde la versión { $number }.
publish-faulty = Las reglas tienen errores. Corrígelos primero.
publish-note = Qué ha cambiado y por qué
publish-example = Por ejemplo: la página de precios cuenta más, acordado con ventas
published-title = La versión { $number } está publicada
published-hint = Los cambios posteriores se comparan con ella.
templates = Empezar con una plantilla
first-templates = O empieza con una plantilla
template = { $template ->
    [inbound] Leads entrantes
    [saas] SaaS: encaje e interés
    [ecommerce] Comercio electrónico
    [account-based] Basado en cuentas
   *[empty] Vacío
}
template-about = { $template ->
    [inbound] Una puntuación de quiénes son y qué hicieron; MQL desde 35, SQL desde 65.
    [saas] Dos puntuaciones y una matriz de prioridades.
    [ecommerce] Interés por la tienda y los correos, que se desvanece con el tiempo.
    [account-based] Si la empresa es un objetivo y cuántas señales da.
   *[empty] Una puntuación para rellenar.
}
template-failed = No se pudo cargar la plantilla. Comprueba la conexión e inténtalo de nuevo.
step-rename = Cambiar el nombre a «{ $name }»
step-restore = Restaurar la versión { $number }
step-keep-mine = Quedarme con lo mío
