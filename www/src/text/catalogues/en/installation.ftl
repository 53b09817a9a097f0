# What the browser keeps of the page.
new-version = New version
new-version-ready = A new version is ready
new-version-reload = Reload
new-version-later = Later
