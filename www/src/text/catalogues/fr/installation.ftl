# Ce que le navigateur garde de la page.
new-version = Nouvelle version
new-version-ready = Une nouvelle version est prête
new-version-reload = Recharger
new-version-later = Plus tard
