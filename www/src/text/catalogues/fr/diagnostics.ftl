# Ce qui est faux ou douteux dans un jeu de règles : une phrase pour chaque code du paquet.
diagnostic = { $code ->
    [invalid_json] Le texte n’est pas du JSON valide à cet endroit.
    [too_large] Le jeu de règles est trop long.
    [too_deep] Trop de groupes sont imbriqués les uns dans les autres.
    [duplicate_key] La même entrée figure deux fois.
    [wrong_type] Ce n’est pas le type de valeur attendu ici.
    [unknown_key] Cette entrée n’existe pas ici ; peut-être est-elle mal orthographiée.
    [unknown_operator] Cette comparaison n’existe pas ; choisissez-en une dans la liste.
    [unknown_choice] Ce n’est pas l’un des choix possibles.
    [missing_key] Il manque encore quelque chose ici.
    [misplaced_key] Cette entrée relève d’un autre type de règle.
    [conflicting_keys] Deux entrées s’excluent ; n’en gardez qu’une.
    [misplaced_test] Un tel test ne peut pas se trouver ici.
    [empty_list] Ajoutez au moins une entrée.
    [blank_text] Écrivez quelque chose ici.
    [too_long] Le texte est trop long.
    [too_many] Il y a trop d’entrées.
    [unsupported_version] Le jeu de règles provient d’une autre version.
    [invalid_id] Un identifiant compte de 1 à 64 lettres, chiffres, « _ », « - » ou « . », et commence par une lettre ou un chiffre.
    [duplicate_id] Cet identifiant est utilisé deux fois ; changez-en un.
    [duplicate_name] Cette valeur figure deux fois, majuscules mises à part.
    [too_precise] Les points ont au plus deux décimales, et les nombres d’occurrences aucune.
    [out_of_range] Le nombre est trop petit ou trop grand.
    [invalid_range] La plage se termine avant de commencer.
    [overlapping_ranges] Deux plages se chevauchent : un nombre ne doit appartenir qu’à une seule.
    [invalid_time] Ce n’est ni une date ni une heure, comme 2026-03-12.
    [invalid_regex] Le motif n’est pas une expression régulière utilisable.
    [mixed_operands] Textes et nombres sont mélangés ; n’utilisez qu’un seul type.
    [unknown_score] Aucun score ne porte cet identifiant.
    [unknown_band] Cette tranche n’existe pas.
    [unknown_stage] Cette étape n’existe pas.
    [unknown_list] Aucune liste ne porte cet identifiant.
    [list_cycle] Cette liste est formée à partir d’elle-même ; retirez un des tests qui ferment le cercle.
    [invalid_placeholder] Un champ à remplir doit être fermé et avoir un nom.
    [duplicate_bands] Ce score a déjà des tranches.
    [decay_without_since] Indiquez à partir de quelle date les points diminuent.
    [since_without_decay] Une date de départ est donnée, mais rien ne diminue.
    [never_holds] Aucun contact ne peut jamais remplir ceci.
    [always_holds] Tous les contacts remplissent ceci.
    [points_beyond_limit] Une limite retranche toujours une partie de ces points.
    [limit_excludes_zero] La limite donne des points même à un contact qui ne remplit rien.
    [band_gap] Entre deux tranches, certains points n’en ont aucune.
    [band_overlap] Certains points relèvent de deux tranches ; la première compte.
    [unreachable_band] Aucun contact ne peut atteindre cette tranche.
    [negative_drops_unknown] Les contacts sans valeur ne le remplissent pas non plus, sauf si vous les incluez.
    [short_word] Un texte aussi court se trouve aussi dans des mots plus longs ; cherchez plutôt le mot entier.
    [unsuitable_operator] Cette comparaison ne convient pas au contenu de la propriété.
    [no_points] Ceci ne peut jamais donner de points.
    [duplicate_criterion] Un autre critère dit la même chose : les points comptent deux fois.
    [all_muted] Tous les critères sont désactivés : personne ne reçoit de points.
    [stage_order] Cette étape ne commence pas à plus de points qu’une étape antérieure, qui est sautée.
    [no_effect] Ceci ne peut jamais rien faire.
    [more_diagnostics] Il y a plus de problèmes qu’affiché ; ils suivront une fois ceux-ci résolus.
   *[other] Quelque chose est faux ou douteux ici.
}
diagnostic-severity = { $severity ->
    [warning] Douteux
   *[error] Erreur
}
