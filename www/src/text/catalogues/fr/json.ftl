# Les règles en JSON.
json-none = Il n’y a pas encore de règles.
json-fine = Aucune erreur, aucun avertissement.
json-text = Les règles en JSON
step-json = Modifier le JSON
code-find = Rechercher
code-replace-with = Remplacer par
code-next = suivant
code-previous = précédent
code-all = tous
code-match-case = casse
code-by-word = mot entier
code-regexp = expression régulière
code-replace = remplacer
code-replace-all = tout remplacer
code-close = fermer
code-current = résultat actuel
code-on-line = à la ligne
code-replaced = remplacé à la ligne { $line }
code-replaced-all = { $count } remplacements
code-go-to-line = Aller à la ligne
code-go = aller
code-folded = Lignes repliées
code-unfolded = Lignes dépliées
code-to = à
code-folded-code = code replié
code-unfold = déplier
code-fold = replier
code-completions = Suggestions
code-diagnostics = Constats
code-no-diagnostics = Aucun constat
code-control = Caractère de contrôle
code-deleted = Sélection supprimée
json-errors = { $count ->
    [one] { $count } erreur
   *[other] { $count } erreurs
}
json-warnings = { $count ->
    [one] { $count } avertissement
   *[other] { $count } avertissements
}
diagnostics = Constats
severity = { $severity ->
    [error] erreur
   *[warning] avertissement
}
line-column = ligne { $line }, colonne { $column }
