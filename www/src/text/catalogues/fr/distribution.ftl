# Comment les contacts se répartissent entre points et tranches, et le résumé de ce que font les règles.
distribution-soon = La répartition apparaît ici dès que les scores des contacts sont calculés.
distribution-unscored = Les contacts n’ont pas encore de score
distribution-unscored-errors = Les règles contiennent des erreurs. Leur emplacement est indiqué à côté du JSON.
distribution-wanted = Maintenant, les contacts
distribution-wanted-hint = Déposez ici un export de vos contacts, ou choisissez le fichier, pour voir comment ils se répartissent entre points et tranches.
distribution-nobody = Le fichier ne contient aucun contact.
distribution-listed = Seulement les contacts de la liste ({ $shown })
distribution-faulty = Les règles contiennent des erreurs. Les chiffres sont ceux des dernières règles sans erreur.
distribution-bars = Histogramme : { $score }
distribution-bar = De { $from } à moins de { $below } points : { $contacts }
distribution-range = de { $from } à moins de { $below }
distribution-span = { $contacts }, de { $from } à moins de { $below } points
distribution-one-bar = Tous ont de { $from } à moins de { $below } points : rien ne distingue encore les contacts.
distribution-rescaled = Ramené à une échelle de 0 à 100 : de { $from } à { $to } points
distribution-bands-of = Tranches : { $score }
distribution-side = { $side ->
    [rows] { $matrix } : lignes
   *[columns] { $matrix } : colonnes
}
distribution-handle = { $edge ->
    [begins] Début de { $band }
   *[ends] Fin de { $band }
}
distribution-field = { $edge ->
    [begins] { $band } : à partir de combien de points
   *[ends] { $band } : jusqu’à combien de points
}
distribution-points = { $count ->
    [one] { $points } point
   *[other] { $points } points
}
distribution-handle-value = { $place }, { $contacts }
distribution-band = Tranche
distribution-where = Points
distribution-contacts = Contacts
distribution-share = Part
distribution-from = dès
distribution-end = { $edge ->
    [under] moins de
   *[to] jusqu’à
}
distribution-show-band = Afficher { $band } : { $contacts }
distribution-conditions = Une tranche avec condition écarte les contacts qui ont les points mais ne la remplissent pas.
distribution-no-points = Des points étaient attendus : un nombre avec deux décimales au plus.
distribution-beyond = { $side ->
    [under] { $band } reste sous { $to } points, où commence la tranche suivante.
    [over] { $band } reste au-dessus de { $from } points, où commence la tranche inférieure.
    [between] { $band } reste entre { $from } et { $to } points, où commencent ses voisines.
   *[none] Les points vont de { $from } à { $to }.
}
distribution-no-bands = { $score } n’a pas encore de tranches. Elles disent à partir de combien de points un contact mérite plus d’attention.
distribution-add-bands = Ajouter SQL dès { $high } et MQL dès { $middle }
distribution-as-table = Les barres sous forme de tableau
distribution-crossing = Tranches de deux scores
distribution-axis = { $axis ->
    [rows] Lignes
   *[columns] Colonnes
}
distribution-no-crossing = Il faut que les deux scores aient leurs propres tranches, ou une matrice commune.
distribution-outside = Hors de la matrice : { $contacts }, { $share }
step-threshold = Déplacer { $band } à { $points }
step-add-bands = Ajouter des tranches à { $score }

summary = Ce que font les règles
summary-against = Par rapport à la version { $number }
summary-against-opened = Depuis l’ouverture
summary-no-baseline = L’état précédent contient des erreurs : il n’y a rien à quoi comparer les règles.
summary-change = { $direction ->
    [up] { $count } de plus qu’avant
    [down] { $count } de moins qu’avant
   *[same] comme avant
}
summary-moved = { $count ->
    [0] Personne ne change de tranche
    [one] { $count } contact change de tranche
   *[other] { $count } contacts changent de tranche
}
summary-points-changed = { $raised } en hausse, { $lowered } en baisse
summary-points-same = aucun changement de points
summary-movers = Plus grands changements
summary-no-movers = Personne ne change.
summary-mover = { $contact } : de { $before } à { $after }
summary-none = rien
