# Les règles : l’arbre des scores, groupes et critères, et leurs tranches.
rules-tree = Scores, groupes et critères
rules-tools = Jeu de règles
rules-settings = Réglages
rules-unnamed = Sans titre
rules-name = Nom
rules-note = Note
rules-note-hint = Pourquoi il en est ainsi, pour qui le lira plus tard
rules-search = Chercher dans les règles
rules-only = N’afficher que
rules-wish = { $wish ->
    [findings] Avertissements ({ $count })
    [muted] En sourdine ({ $count })
   *[never] Jamais remplis ({ $count })
}
rules-found = { $count ->
    [one] { $count } résultat
   *[other] { $count } résultats
}
rules-nothing-found = Rien ne correspond dans les règles.
rules-show-all = Tout afficher
rules-fold-all = Tout replier
rules-unfold-all = Tout déplier
rules-fold = Replier { $name }
rules-unfold = Déplier { $name }
rules-locked = Le JSON contient une erreur. Voici les dernières règles lisibles ; elles seront de nouveau modifiables une fois l’erreur corrigée.
rules-locked-show = Voir le JSON
rules-side = Règle sélectionnée
rules-close = Fermer
rules-no-contacts = Chargez des contacts pour voir combien remplissent chaque critère.
rules-no-scores = Pas encore de score
rules-no-scores-hint = Un score additionne les points de critères : qui est le contact et ce qu’il a fait. Commencez par un.
rules-add-first-score = Créer un score
rules-add-score = Ajouter un score
rules-add-group = Ajouter un groupe
rules-add-group-to = Ajouter un groupe à { $name }
rules-add-criterion = Ajouter un critère
rules-add-first-criterion = Encore rien ici : ajoutez un critère
rules-add-criterion-to = Ajouter un critère à { $name }
rules-add-condition = Ce qu’ils sont
rules-add-condition-hint = Des points tant que c’est vrai : une fonction, un pays, un événement
rules-add-by-event = Ce qu’ils ont fait
rules-add-by-event-hint = Des points à chaque fois : pages vues, formulaires, e-mails
rules-add-by-value = Par valeur
rules-add-by-value-hint = Un barème : des points pour chaque valeur d’une propriété
rules-new-score = Nouveau score
rules-new-group = Nouveau groupe
rules-new-criterion = Nouveau critère
rules-copy-of = { $name } (copie)
rules-menu = Plus sur { $name }
rules-open = Ouvrir
rules-rename = Renommer
rules-clone = Dupliquer
rules-mute = Mettre en sourdine
rules-unmute = Réactiver
rules-muted = en sourdine
rules-counts = { $name } compte
rules-move-up = Monter
rules-move-down = Descendre
rules-move-to-group = Déplacer vers le groupe…
rules-move-to-score = Déplacer vers le score…
rules-move-to = Déplacer { $name } vers
rules-nowhere-else = Il n’y a pas encore d’autre endroit
rules-delete = Supprimer
rules-deleted = { $name } supprimé
rules-points-of = Points de { $name }
rules-no-points = aucun
rules-met = le remplissent
rules-met-hint = { $contacts } le remplissent : { $share }
rules-sum = Total
rules-sum-hint = Ce que cela totalise sur tous les contacts
rules-findings = { $severity ->
    [error] { $count ->
        [one] { $count } erreur
       *[other] { $count } erreurs ou avertissements
    }
   *[warning] { $count ->
        [one] { $count } avertissement
       *[other] { $count } avertissements
    }
}
rules-criteria = { $count ->
    [one] { $count } critère
   *[other] { $count } critères
}
rules-decays = décroît
rules-limited = { $gives ->
    [yes] la limite donne { $points } à { $contacts }
   *[no] la limite retire { $points } à { $contacts }
}
rules-limit = Limite
rules-limit-hint = { $kind ->
    [score] Quel que soit le total des groupes, le score reste dans ces bornes.
   *[group] Quel que soit le total des critères, le groupe reste dans ces bornes.
}
rules-rescale = Afficher aussi de 0 à 100
rules-rescale-hint = En plus de ses points, le score est montré sur une échelle entre ces deux bornes.
rules-rescale-end = { $end ->
    [from] 0 correspond à
   *[to] 100 correspond à
}
rules-decay-hint = Pour chaque critère du groupe qui n’a pas sa propre décroissance.
rules-said-cloned = { $name } dupliqué
rules-said-muted = { $name } mis en sourdine
rules-said-unmuted = { $name } compte de nouveau
rules-said-no-further = { $name } ne peut pas aller plus loin
rules-said-moved = { $name } déplacé en position { $place } sur { $of }
rules-said-moved-in = { $name } déplacé en position { $place } sur { $of } dans { $parent }
bands = Tranches
bands-of = Tranches de { $name }
bands-add-to-score = Ajouter des tranches, comme MQL et SQL
bands-delete = Tout retirer
bands-delete-of = Tout retirer : tranches de { $name }
bands-first = Qualifié
bands-new = Nouvelle tranche
bands-add = Ajouter une tranche
bands-remove = Retirer la tranche { $name }
bands-label = Nom de la tranche { $place }
bands-from = à partir de
bands-from-of = { $name } à partir de
bands-below = en dessous de
bands-at-most = au plus
bands-no-upper = sans maximum
bands-upper-kind = Maximum de { $name }
bands-upper-of = { $name } jusqu’à
bands-no-bound = toutes
bands-have-it = y sont
bands-only-if = Seulement si…
bands-only-if-of = { $name } seulement si…
bands-if = seulement si { $sentence }
bands-edit = Modifier
bands-done = Terminé
bands-drop = Retirer
bands-edit-condition = Modifier la condition de { $name }
bands-drop-condition = Retirer la condition de { $name }
matrix-add = Ajouter une matrice de deux scores
matrix-new = Priorité
matrix-of = Matrice { $name }
matrix-label = Nom de la matrice
matrix-delete = Supprimer la matrice { $name }
matrix-side = { $side ->
    [rows] Lignes
   *[columns] Colonnes
}
matrix-cells = Contacts dans chaque case
ruleset-settings = Réglages du jeu de règles
ruleset-name = Nom du jeu de règles
ruleset-unknown = Valeurs qui signifient « aucune valeur »
ruleset-unknown-hint = Une par ligne, par exemple N/A. Elles comptent comme inconnues dans toutes les propriétés.
ruleset-properties = Propriétés
ruleset-properties-hint = Le nom d’une propriété ici, la nature de ses valeurs et les autres noms qu’elle porte dans les fichiers.
ruleset-property-label = Nom ici
ruleset-property-type = Valeurs
ruleset-property-aliases = Autres noms dans les fichiers, séparés par ;
ruleset-type = { $type ->
    [text] texte
    [number] nombres
    [boolean] oui ou non
    [time] dates
    [list] listes
   *[any] indifférent
}
ruleset-new-property = Propriété
ruleset-add-property = Ajouter une propriété
ruleset-remove-property = Retirer la propriété { $name }
step-add = Ajouter { $name }
step-name = Renommer { $name }
step-points = Points de { $name }
step-mute = Mettre { $name } en sourdine
step-unmute = Réactiver { $name }
step-clone = Dupliquer { $name }
step-delete = Supprimer { $name }
step-move = Déplacer { $name }
step-note = Note de { $name }
step-decay = Décroissance de { $name }
step-rescale = Échelle de { $name }
step-bands = Modifier { $name }
step-settings = Réglages : { $name }
