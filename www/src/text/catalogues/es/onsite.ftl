# Una versión en un sitio web: archivos, opciones, fragmento.
onsite-put = Ponla en tu sitio web
onsite-put-version = Poner la versión { $number } en tu sitio web
onsite-files = Sube los archivos
onsite-folder = Carpeta en tu sitio web
onsite-folder-fault = Escribe una carpeta como /leadscore/ o https://files.example.com/leadscore/
onsite-files-hint = Pon en tu sitio web la carpeta que descargues, de modo que sea { $folder }. Cuando vuelvas a publicar, solo cambia ruleset.json.
onsite-download = Descargar los archivos
onsite-ruleset = Solo ruleset.json
onsite-download-fault = { $fault ->
    [faulty] Esta versión tiene errores. Corrígelos y vuelve a publicar.
   *[failed] No ha funcionado. Comprueba la conexión e inténtalo de nuevo.
}
onsite-lifecycle = Informar a las páginas también de etapas, listas y flujos de trabajo
onsite-lifecycle-hint = Cada página lo recibe como leadscore:happening. Quien abra tu sitio web puede leer los mensajes; a quién nombran las listas se omite.
onsite-open = Quien abra tu sitio web puede leer estas reglas: nombres, etiquetas y puntos. Las notas se omiten.
onsite-options = Elige lo que puede hacer
onsite-consent = Quién dice que un visitante acepta
onsite-consent-from = { $consent ->
    [site] Tu propio script
    [tcf] Un aviso con IAB TCF
    [google] El modo de consentimiento de Google
   *[none] No se pregunta a nadie
}
onsite-consent-hint = { $consent ->
    [site] No se registra nada hasta que tu aviso llame a leadscore.consent("granted").
    [none] Se registra a los visitantes desde la primera página. Comprueba que lo permite la ley del lugar donde viven.
   *[other] No se registra nada hasta que la señal diga que sí.
}
onsite-time = Registrar el tiempo en cada página
onsite-scroll = Registrar hasta dónde se desplazan los visitantes
onsite-endpoint = Comunicar los cambios de banda a (opcional)
onsite-endpoint-fault = Escribe una dirección como /leads o https://crm.example.com/leads
onsite-endpoint-hint = Una dirección tuya que acepte JSON por POST
onsite-add = Añádelo a tus páginas
onsite-ways = Cómo se hacen tus páginas
onsite-way = { $way ->
    [wordpress] WordPress
    [gtm] Google Tag Manager
    [csp] CSP estricta
   *[html] HTML
}
onsite-way-hint = { $way ->
    [wordpress] Con el plugin de la carpeta onsite/wordpress del paquete no necesitas ningún fragmento: sube ruleset.json en Ajustes, leadscore. Sin él, un administrador añade esta línea como bloque «HTML personalizado» al pie del tema, en Apariencia, Editor.
    [gtm] Crea una etiqueta del tipo «HTML personalizado» con el activador «All Pages». Crea el elemento por script, porque Tag Manager quita los atributos data-* de los elementos script.
    [csp] Tu servidor escribe un nonce nuevo en cada página en lugar de NONCE y envía el mismo en la política. 'wasm-unsafe-eval' permite WebAssembly y ningún otro código.
   *[html] Una línea para la plantilla de tus páginas, en la cabecera o al final del cuerpo.
}
onsite-snippet = Fragmento
onsite-policy = Lo que necesita tu política
onsite-incomplete = Corrige las direcciones de arriba y aquí estará el fragmento.
copy = Copiar
copy-this = Copiar: { $what }
copy-outcome = { $outcome ->
    [copied] Copiado
   *[selected] Está seleccionado: cópialo con Ctrl+C o ⌘C
}
