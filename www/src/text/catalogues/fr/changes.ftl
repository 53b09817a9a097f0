# Ce qui change : des versions des règles, comparées.
changes-no-ruleset = Aucun jeu de règles n’est ouvert
changes-no-contacts = Chargez des contacts pour voir qui change
changes-no-contacts-hint = Ce qui a changé dans les règles s’affiche aussi sans eux.
changes-from = De
changes-to = À
as-opened = Tel qu’il a été ouvert ici
as-now = Les règles actuelles
version = Version { $number }
changes-faulty = Les règles ont des erreurs : les chiffres sont ceux des dernières qui n’en avaient pas.
changes-unusable = { $side ->
    [before] Les règles de départ ont des erreurs et ne peuvent noter personne.
   *[after] Les règles d’arrivée ont des erreurs et ne peuvent noter personne.
}
changes-nobody = Personne ne change
changes-nobody-hint = { $published ->
    [yes] Mêmes points et mêmes tranches : { $contacts }. Changez une règle ou comparez d’autres versions.
   *[no] Mêmes points et mêmes tranches : { $contacts }. Changez une règle pour voir son effet ; publiez pour garder une version à laquelle comparer la suite.
}
score-changes = Scores
score-raised = Plus de points
score-lowered = Moins de points
score-unchanged = Inchangés
score-change = Changement au total
score-one-sided = { $side ->
    [before] Seulement dans les règles d’avant : rien à comparer.
   *[after] Nouveau : rien à quoi le comparer.
}
bands-one-sided = { $side ->
    [before] Ces tranches n’existent que dans les règles d’avant.
   *[after] Ces tranches sont nouvelles.
}
no-band = aucune
movement = Tranches de { $name }
movement-count = { $count ->
    [0] Personne ne change de tranche.
    [one] { $count } contact change de tranche. Choisissez un nombre pour voir qui.
   *[other] { $count } contacts changent de tranche. Choisissez un nombre pour voir lesquels.
}
matrix-corner = avant ↓ après →
matrix-total = Total
matrix-cell = { $way ->
    [stay] Reste { $from } : { $contacts }
   *[move] De { $from } à { $to } : { $contacts }
}
movers = Plus grands changements
movers-all = Afficher à nouveau tous les changements
movers-by = Par
movers-download = Télécharger le CSV
movers-none = Les points de ce score ne changent pour personne.
movers-most = Les { $count } premiers sont affichés. Le CSV les contient tous.
show-more = En afficher { $count } de plus
close = Fermer
ledgers-both = Pourquoi cela a changé
criteria-alike = { $count ->
    [one] { $count } critère donne la même chose
   *[other] { $count } critères donnent la même chose
}
criterion-state = { $state ->
    [met] Rempli
    [muted] Désactivé
   *[unmet] Non rempli
}
limit-of = { $of ->
    [group] Limite du groupe { $name }
   *[score] Limite du score { $name }
}
points-total = Total
score-absent = Ce score n’existe pas
not-there = Absent

rule-changes = Changements des règles
rule-changes-none = Les deux sont identiques.
rule-changes-spelling = Elles disent la même chose, seule l’écriture diffère.
rule-changes-unreadable = L’une des deux n’est pas du JSON valide : ses parties ne peuvent être comparées.
was = Avant
is-now = Après
change-state = { $state ->
    [added] Nouveau
    [removed] Supprimé
   *[changed] Modifié
}
change-part = { $part ->
    [ruleset] Jeu de règles
    [property] Propriété
    [score] Score
    [group] Groupe
    [bands] Tranches
    [lifecycle] Étapes
    [stage] Étape
    [list] Liste
    [workflow] Workflow
   *[criterion] Critère
}
change-what = { $aspect ->
    [name] Nom
    [note] Note
    [points] Points
    [condition] Condition
    [award] Événements
    [value] { $subject }
    [default] Toutes les autres valeurs
    [muted] Désactivé : ne donne plus de points
    [unmuted] Réactivé
    [group] Déplacé dans un autre groupe
    [order] Ordre
    [limit] Limite
    [decay] Décroissance
    [since] Décroît depuis
    [rescale] Échelle de 0 à 100
    [range] { $subject }
    [range-when] { $subject }, seulement si
    [unknown-values] Valeurs qui signifient « aucune valeur »
    [filter] Condition
    [members] Membres
    [stage-property] Propriété qui contient l’étape
    [list] Inscrit qui rejoint
    [goal] Objectif
    [suppress] Jamais ceux de
    [enrolment] Qui est inscrit
    [actions] Ce qui est fait
    [off] Désactivé : n’inscrit plus personne
    [on] Réactivé
   *[other] « { $subject } »
}
change-action = { $kind ->
    [notify] Prévenir { $subject } : { $text }
    [set] Donner à { $subject } la valeur { $text }
    [clear] Vider { $subject }
    [call_back] Rappeler { $subject }
   *[unknown] …
}
change-enrolment-plain = qui rejoint la liste, une fois
change-more = { $count ->
    [one] { $count } autre changement
   *[other] { $count } autres changements
}
change-decay = { $shape ->
    [compound] { $percent } % de ce qui reste tous les { $days } jours
   *[linear] { $percent } % tous les { $days } jours
}
change-range = { $bounds ->
    [from] à partir de { $low }
    [fromto] de { $low } à { $high }
    [frombelow] de { $low } à moins de { $high }
    [to] jusqu’à { $high }
    [below] moins de { $high }
   *[any] tous les points
}

versions = Versions
versions-none = Aucune pour l’instant. Publier conserve les règles actuelles, avec date et note : vos changements suivants leur sont comparés, et vous pouvez y revenir.
versions-unpublished = Les changements depuis la version { $number } ne sont pas publiés.
compare = Comparer
compared = En comparaison
compare-with = Comparer avec la version { $number }
restore = Restaurer
restore-version = Restaurer la version { $number }
version-on-site = Sur votre site
restore-title = Restaurer la version { $number } ?
restore-hint = Les règles redeviennent ce qu’elles étaient alors. C’est une seule étape, que vous pouvez annuler.
restore-effect = Ce qui changerait
