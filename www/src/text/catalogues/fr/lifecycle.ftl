# Du score à l’action : étapes, listes et workflows, ce qu’ils feraient, et le parcours d’un contact.
step-automation = { $what ->
    [name] Renommer
    [id] Changer un identifiant
    [note] Changer une note
    [members] Changer les membres d’une liste
    [property] Changer la propriété des étapes
    [enrol_on] Changer la liste d’un workflow
    [goal] Changer l’objectif d’un workflow
    [suppress] Changer qui est écarté d’un workflow
    [enrolment] Changer qui un workflow inscrit
    [muted] Désactiver ou réactiver un workflow
    [message] Changer un message
    [action] Changer les actions d’un workflow
   *[condition] Changer la condition
}
automation-none = Que doit déclencher un score ?
automation-none-hint = Les contacts peuvent passer d’eux-mêmes à l’étape suivante du cycle de vie, figurer dans des listes toujours à jour et lancer des workflows qui préviennent les ventes au bon moment.
automation-no-score = Les étapes dépendent d’un score, et il n’y en a pas encore.
automation-to-rules = Aller aux règles
automation-thresholds = Utiliser les seuils 35 / 65
automation-thresholds-hint = Avec « { $score } » : dès 35 points, qualifié pour le marketing ; dès 65, qualifié pour les ventes, qui sont prévenues. Tout peut être changé ensuite.
automation-empty = Partir de zéro
automation-section = { $section ->
    [stages] Étapes
    [lists] Listes
   *[workflows] Workflows
}
automation-section-none = { $section ->
    [stages] Pas encore d’étape. Les étapes sont dans l’ordre où les contacts les franchissent, par exemple Lead, MQL, SQL, Client.
    [lists] Pas encore de liste. Une liste réunit ceux qui remplissent un filtre, ou des contacts que vous nommez, comme les partenaires ou le personnel.
   *[workflows] Pas encore de workflow. Un workflow fait quelque chose pour chaque contact qui rejoint une liste.
}
automation-add = { $section ->
    [stages] Ajouter une étape
    [lists] Ajouter une liste
   *[workflows] Ajouter un workflow
}
automation-new = { $section ->
    [stages] Nouvelle étape
    [lists] Nouvelle liste
   *[workflows] Nouveau workflow
}
automation-id = Identifiant
automation-id-taken = { $section ->
    [stages] Une autre étape porte déjà ce nom.
    [lists] Une autre liste a déjà cet identifiant.
   *[workflows] Un autre workflow a déjà cet identifiant.
}
automation-id-kept = « { $id } » reste jusqu’à ce que vous en donniez un autre.
beginning-list = { $list ->
    [mqls] Qualifiés pour le marketing
    [sqls] Qualifiés pour les ventes
   *[customers] Opportunités et clients
}
beginning-workflow = Prévenir les ventes
stage-value = Valeur de la propriété
stage-enter = Qui y entre de soi-même
stage-enter-hint = Qui remplit ceci et se trouve à une étape antérieure passe à celle-ci. Personne ne recule.
stage-by-hand = Personne n’y entre de soi-même
stage-when = Quand { $sentence }
lifecycle-settings = Pour toutes les étapes
lifecycle-property = Propriété qui contient l’étape
lifecycle-exclude = De qui l’étape reste inchangée
lifecycle-exclude-hint = Par exemple le personnel, les partenaires et les concurrents : rien ici ne change leur étape.
list-kind = Qui est dans la liste
list-kinds = { $kind ->
    [when] Par un filtre
   *[members] Un par un
}
list-members = Identifiants ou adresses e-mail
list-members-hint = Un par ligne, comme une colonne collée depuis un tableur.
list-members-count = { $count ->
    [0] Aucun membre
    [one] { $count } membre
   *[other] { $count } membres
}
list-members-file = Lire un fichier
list-members-clear = Tout retirer
list-file-unreadable = { $file } n’a pas pu être lu comme liste d’identifiants.
list-file-column = Colonne des identifiants ou des adresses
list-file-replace = Remplacer les membres actuels
list-file-take = { $count ->
    [one] Prendre { $count } membre
   *[other] Prendre { $count } membres
}
list-show = { $count ->
    [one] Montrer { $count } contact de { $name }
   *[other] Montrer { $count } contacts de { $name }
}
list-in-file = dans le fichier
list-in-file-hint = Tels que les contacts figurent dans le fichier, avant toute exécution
workflow-summary = Qui rejoint { $list } : { $count ->
    [0] rien n’est fait
    [one] { $count } action
   *[other] { $count } actions
}
workflow-who = Pour qui
workflow-what = Ce qui est fait
workflow-end = Jusqu’à quand
workflow-list = { $key ->
    [goal] Se termine quand le contact est dans
   *[enrol_on] Inscrit qui rejoint la liste
}
workflow-no-goal = sans objectif : jusqu’à ce que le contact quitte la liste ou soit écarté
workflow-check = { $key ->
    [enrol_present] Inscrire aussi ceux qui sont dans la liste au démarrage
   *[re_enrol] Réinscrire chaque fois qu’un contact revient dans la liste
}
workflow-suppress = Jamais ceux de
workflow-muted = Désactivé : n’inscrit personne
workflow-first-message = { $has ->
    [score] { $name } ({ $email }) a { $points } points
   *[none] { $name } ({ $email })
}
action-add = Ajouter une action
action-kind = { $kind ->
    [notify] Prévenir
    [set] Définir une propriété
    [clear] Vider une propriété
   *[call_back] Rappeler le système
}
action-name = { $place }. { $kind ->
    [notify] Prévenir
    [set] Définir une propriété
    [clear] Vider une propriété
    [call_back] Rappeler le système
   *[unknown] Action
}
action-field = { $field ->
    [notify] Qui, ou par quel canal
    [message] Message
    [set] Propriété
    [to] Nouvelle valeur
    [clear] Propriété
    [call_back] Nom de l’appel
   *[with] Avec ce texte
}
placeholder-insert = Insérer une variable…
placeholder-group = { $group ->
    [contact] Le contact
    [scores] Scores et tranches
   *[properties] Propriétés
}
placeholder-known = { $name ->
    [id] Identifiant
    [stage] Étape
   *[as_of] Date et heure
}
outcome = Si vous publiez maintenant
outcome-first = Rien n’est encore publié : la première exécution part des contacts tels qu’ils figurent dans le fichier.
outcome-against = Par rapport à la version { $number }, après son exécution
outcome-against-opened = Par rapport aux règles telles qu’ouvertes
outcome-no-contacts = Chargez des contacts pour voir qui avancerait et qui serait prévenu.
outcome-nothing = Rien n’arriverait à personne dans l’immédiat.
outcome-figure = { $what ->
    [moved] { $count ->
        [one] change d’étape
       *[other] changent d’étape
    }
    [enrolled] { $count ->
        [one] inscrit
       *[other] inscrits
    }
   *[notified] { $count ->
        [one] notification
       *[other] notifications
    }
}
outcome-figure-title = { $what ->
    [moved] { $count ->
        [one] { $count } contact changerait d’étape
       *[other] { $count } contacts changeraient d’étape
    }
    [enrolled] { $count ->
        [one] { $count } contact serait inscrit
       *[other] { $count } contacts seraient inscrits
    }
   *[notified] { $count ->
        [one] { $count } notification serait envoyée
       *[other] { $count } notifications seraient envoyées
    }
}
outcome-stages = Contacts par étape
outcome-at-stage = { $count ->
    [one] { $count } contact à { $stage }, { $before } avant
   *[other] { $count } contacts à { $stage }, { $before } avant
}
outcome-come = { $count ->
    [one] { $count } contact arriverait à { $stage }
   *[other] { $count } contacts arriveraient à { $stage }
}
outcome-rest = { $what ->
    [without] Sans étape
   *[other] Autre valeur
}
outcome-moves = Qui passe d’où à où
outcome-from = De
outcome-to = À
outcome-contacts = Contacts
outcome-new = nouvelle
outcome-on-list = { $count ->
    [one] { $count } contact dans { $list }
   *[other] { $count } contacts dans { $list }
}
outcome-on-known-list = { $count ->
    [one] { $count } contact dans { $list }, { $before } avant
   *[other] { $count } contacts dans { $list }, { $before } avant
}
outcome-moved = { $name } : qui est nouveau et qui n’y est plus
outcome-who-moves = { $moves ->
    [comes] Nouveau ici
   *[goes] N’y est plus
}
outcome-told = Notifications
outcome-notified = { $count ->
    [one] { $count } notification à { $channel }
   *[other] { $count } notifications à { $channel }
}
outcome-called-back = { $count ->
    [one] { $count } rappel : { $name }
   *[other] { $count } rappels : { $name }
}
outcome-enrolled = { $count ->
    [one] { $workflow } inscrirait { $count } contact
   *[other] { $workflow } inscrirait { $count } contacts
}
outcome-unenrolled = { $count ->
    [one] { $count } inscription à { $workflow } se terminerait
   *[other] { $count } inscriptions à { $workflow } se termineraient
}
outcome-ended = se termine pour
outcome-muted = Désactivé : il n’inscrit personne.
outcome-present = Au démarrage, ceux qui sont déjà dans « { $list } » ne sont pas inscrits.
outcome-missing = Absent de tous ces contacts, bien que des listes, des étapes ou des messages le demandent : { $properties }
outcome-left-out = { $count ->
    [one] { $count } ligne ne participe pas : sans identifiant, ou avec un identifiant en double.
   *[other] { $count } lignes ne participent pas : sans identifiant, ou avec un identifiant en double.
}
happening-none = aucune
happening-stage = { $from } → { $to }
happening-kept = { $reason ->
    [backwards] Reste à { $from } : il aurait reculé à { $to }
    [excluded] Reste à { $from } : écarté par l’exclusion
    [other_stage] Reste à { $from }, qui n’est pas une étape du jeu de règles
   *[no_such_stage] Reste à { $from } : { $to } n’est pas une étape du jeu de règles
}
happening-set = { $property } : { $from } → { $to }
happening-cleared = { $property } vidée, c’était { $from }
happening-enrolled = Inscrit à { $workflow }
happening-unenrolled = { $reason ->
    [goal] { $workflow } se termine : objectif atteint
    [suppressed] { $workflow } se termine : dans une liste écartée
   *[left] { $workflow } se termine : plus dans sa liste
}
happening-notified = Prévient { $channel }
happening-called-back = Rappelle { $name }
