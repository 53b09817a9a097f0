# Les jeux de règles : la liste, leur conservation, les versions, les modèles.
ruleset-menu = Jeux de règles
ruleset-none = Pas encore de règles
ruleset-unnamed = Jeu de règles sans nom
ruleset-list = Vos jeux de règles
ruleset-action = { $action ->
    [new] Nouveau à partir d’un modèle…
    [open] Ouvrir un fichier…
    [save] Enregistrer dans un fichier…
    [link] Copier un lien à partager
    [rename] Renommer…
    [duplicate] Dupliquer
   *[remove] Supprimer
}
kept = { $state ->
    [saving] Enregistrement…
    [memory] Non enregistré : gardé tant que cette page est ouverte
    [full] Non enregistré : plus de place sur le disque
    [conflict] Non enregistré : modifié dans un autre onglet
   *[saved] Enregistré dans ce navigateur
}
kept-memory-why = { $reason ->
    [forbidden] Ce navigateur ne permet pas à la page d’enregistrer quoi que ce soit.
    [newer] Un autre onglet utilise une version plus récente de cette page. Rechargez celui-ci.
    [blocked] Un autre onglet retient le stockage. Fermez les autres onglets de cette page.
   *[broken] Le stockage du navigateur ne fonctionne plus.
}
retry = Réessayer
saved-to = Enregistré dans { $file }
link-copied = Lien copié. Il contient les règles, et aucun contact.
link-title = Un lien vers ces règles
link-label = Il contient les règles, et aucun contact
done = Terminé
rename-title = Renommer le jeu de règles
name = Nom
rename = Renommer
copy-of = Copie de { $name }
library-fault = { $code ->
    [missing] Ce jeu de règles n’existe plus.
    [too-many] Il y a déjà 1 000 jeux de règles. Supprimez-en un d’abord.
    [too-large] C’est plus grand que n’importe quel jeu de règles. Choisissez un autre fichier.
    [too-long] Les règles sont trop grandes pour un lien. Enregistrez-les dans un fichier et envoyez-le.
    [full] Plus de place sur le disque. Libérez-en et réessayez, ou enregistrez dans un fichier.
    [conflict] Il a été modifié dans un autre onglet. Décidez d’abord lequel garder.
    [not-text] Ce fichier n’est pas du texte. Choisissez un fichier de règles.
    [failed] Le navigateur n’a pas pu lire ou écrire le fichier. Essayez-en un autre.
    [damaged] Le lien est endommagé. Copiez-le en entier ou demandez le fichier.
    [unknown-version] Le lien a été créé par une version plus récente de cette page. Rechargez la page.
   *[unexpected] Cela n’a pas fonctionné. Réessayez.
}
removed = « { $name } » a été supprimé.
dismiss = Fermer
discard = Jeter
set-aside = Quelque chose d’endommagé dans le stockage de ce navigateur a été mis de côté.
conflict = « { $name } » a été modifié dans un autre onglet, et ici aussi.
conflict-removed = « { $name } » a été supprimé dans un autre onglet.
conflict-mine = Garder le mien
conflict-theirs = Prendre l’autre
conflict-copy = Garder le mien comme copie
conflict-close = L’abandonner
publish = Publier
publish-title = Publier la version { $number }
publish-hint = La version est conservée telle quelle. Les changements suivants lui sont comparés.
publish-same = Rien n’a changé depuis la version { $number }.
publish-faulty = Les règles ont des erreurs. Corrigez-les d’abord.
publish-note = Ce qui a changé, et pourquoi
publish-example = Par exemple : la page des tarifs compte davantage, convenu avec les ventes
published-title = La version { $number } est publiée
published-hint = Les changements suivants lui sont comparés.
templates = Partir d’un modèle
first-templates = Ou commencez par un modèle
template = { $template ->
    [inbound] Leads entrants
    [saas] SaaS : adéquation et engagement
    [ecommerce] Commerce en ligne
    [account-based] Comptes cibles
   *[empty] Vide
}
template-about = { $template ->
    [inbound] Un score d’après qui ils sont et ce qu’ils ont fait ; MQL dès 35, SQL dès 65.
    [saas] Deux scores et une matrice de priorités.
    [ecommerce] L’intérêt pour la boutique et les e-mails, qui s’estompe avec le temps.
    [account-based] Si l’entreprise est une cible, et combien de signaux elle donne.
   *[empty] Un score à remplir vous-même.
}
template-failed = Le modèle n’a pas pu être chargé. Vérifiez la connexion et réessayez.
step-rename = Renommer en « { $name } »
step-restore = Restaurer la version { $number }
step-keep-mine = Garder le mien
