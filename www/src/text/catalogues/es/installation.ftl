# Lo que el navegador guarda de la página.
new-version = Versión nueva
new-version-ready = Hay una versión nueva
new-version-reload = Recargar
new-version-later = Más tarde
