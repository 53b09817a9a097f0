# La page autour de ses vues : en-tête, fichiers, première visite.
contacts = { $count ->
    [one] { $count } contact
   *[other] { $count } contacts
}
limit-none = aucune
limit-max = au plus { $max }
limit-min = au moins { $min }
limit-both = de { $min } à { $max }

language = Langue
theme = Couleurs
theme-name = { $theme ->
    [light] Clair
    [dark] Sombre
   *[system] Comme le système
}
undo = Annuler
redo = Rétablir
views = Vues
view = { $view ->
    [rules] Règles
    [lifecycle] Étapes
    [contacts] Contacts
    [test] Tester un contact
    [distribution] Répartition
    [changes] Changements
    [health] Santé
    [json] JSON
   *[data] Données
}
view-missing = Cette vue n’a pas pu être chargée. Vérifiez la connexion et réessayez.

as-of = Score à la date du
now = Maintenant
none = Aucun
cancel = Annuler
load = Charger
choose = Choisir
replace = Remplacer
choose-files = Choisir des fichiers
sources = Fichiers
source = { $source ->
    [events] Événements
   *[contacts] Contacts
}
choose-source = { $source ->
    [events] Choisir des événements
   *[contacts] Choisir des contacts
}
replace-source = { $source ->
    [events] Remplacer les événements
   *[contacts] Remplacer les contacts
}
more-about = Plus sur { $file }
use-as = L’utiliser comme
role-choice = { $role ->
    [ruleset] jeu de règles
    [events] événements
   *[contacts] contacts
}
without-events = Calculer sans événements
contacts-missing = Un export : CSV, JSON ou NDJSON
contacts-left-out = { $contacts }, { $count ->
    [one] { $count } ligne écartée
   *[other] { $count } lignes écartées
}
events-missing = Ce que les contacts ont fait : facultatif
events-inside = { $count ->
    [one] { $count } événement dans les contacts
   *[other] { $count } événements dans les contacts
}
events-read = { $count } lus
events-read-unmatched = { $count } lus, { $unmatched } sans contact
events-waiting = En attente des contacts
load-reading = Lecture de { $file }
load-scoring = Calcul des scores de { $file }
load-rows = { $share }, { $count ->
    [one] { $count } ligne
   *[other] { $count } lignes
}
drop = Déposez pour charger
drop-hint = Un jeu de règles, des contacts, des événements : un ou plusieurs fichiers
which-title = Quel fichier est quoi ?
which-hint = Un seul fichier de contacts et un seul d’événements sont utilisés : le dernier de son genre dans cette liste.
which-is = est
complaints = Fichiers inutilisables
complaint-unexpected = Un problème est survenu avec { $file }
complaint-unreadable = { $role ->
    [ruleset] { $file } n’a pas pu être lu comme jeu de règles
    [events] { $file } n’a pas pu être lu comme événements
   *[contacts] { $file } n’a pas pu être lu comme contacts
}
complaint-link = Le lien n’a pas pu être utilisé
complaint-dismiss = Fermer le message sur { $file }
complaint-kept = Tout ce que vous aviez reste en place : { $file } est toujours utilisé.
news-reading = Lecture de { $file }
news-unusable = { $file } n’a pas pu être utilisé
news-shown = { $contacts } affichés

first-title = Notez vos contacts, et voyez pourquoi
first-promise = Vos règles donnent des points à vos contacts : exacts, partout les mêmes, et avec la raison de chaque point. Tout se passe dans ce navigateur.
first-sample-title = Regardez d’abord
first-sample = 2 000 contacts inventés avec 30 000 événements, et des règles à essayer.
try-sample = Essayer l’exemple
first-own-title = Utilisez vos fichiers
first-own = Déposez-les n’importe où sur cette page : un jeu de règles (JSON), des contacts et des événements (CSV, JSON, NDJSON).
first-demo = Voyez de telles règles à l’œuvre sur un site web : le site de démonstration
privacy = Rien de ce que vous chargez ne quitte ce navigateur.
