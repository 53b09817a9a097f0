# Une version sur un site : fichiers, options, extrait.
onsite-put = La mettre sur votre site
onsite-put-version = Mettre la version { $number } sur votre site
onsite-files = Déposez les fichiers
onsite-folder = Dossier sur votre site
onsite-folder-fault = Écrivez un dossier tel que /leadscore/ ou https://files.example.com/leadscore/
onsite-files-hint = Déposez sur votre site le dossier téléchargé, de sorte qu’il soit { $folder }. Quand vous publiez à nouveau, seul ruleset.json change.
onsite-download = Télécharger les fichiers
onsite-ruleset = Seulement ruleset.json
onsite-download-fault = { $fault ->
    [faulty] Cette version a des erreurs. Corrigez-les et publiez à nouveau.
   *[failed] Cela n’a pas fonctionné. Vérifiez la connexion et réessayez.
}
onsite-lifecycle = Informer aussi les pages des étapes, des listes et des workflows
onsite-lifecycle-hint = Chaque page l’apprend par leadscore:happening. Quiconque ouvre votre site peut lire les messages ; les personnes nommées dans les listes sont omises.
onsite-open = Quiconque ouvre votre site peut lire ces règles : noms, libellés et points. Les notes sont omises.
onsite-options = Choisissez ce qu’il peut faire
onsite-consent = Qui dit qu’un visiteur accepte
onsite-consent-from = { $consent ->
    [site] Votre propre script
    [tcf] Un bandeau avec IAB TCF
    [google] Le mode Consentement de Google
   *[none] On ne demande à personne
}
onsite-consent-hint = { $consent ->
    [site] Rien n’est enregistré avant que votre bandeau n’appelle leadscore.consent("granted").
    [none] Les visiteurs sont enregistrés dès la première page. Vérifiez que la loi de leur pays le permet.
   *[other] Rien n’est enregistré avant que le signal ne dise oui.
}
onsite-time = Enregistrer le temps passé sur chaque page
onsite-scroll = Enregistrer jusqu’où les visiteurs font défiler
onsite-endpoint = Signaler les changements de tranche à (facultatif)
onsite-endpoint-fault = Écrivez une adresse telle que /leads ou https://crm.example.com/leads
onsite-endpoint-hint = Une de vos adresses qui accepte du JSON par POST
onsite-add = Ajoutez-le à vos pages
onsite-ways = Comment vos pages sont faites
onsite-way = { $way ->
    [wordpress] WordPress
    [gtm] Google Tag Manager
    [csp] CSP stricte
   *[html] HTML
}
onsite-way-hint = { $way ->
    [wordpress] Avec l’extension du dossier onsite/wordpress du paquet, aucun extrait n’est nécessaire : envoyez ruleset.json sous Réglages, leadscore. Sans elle, un administrateur ajoute cette ligne comme bloc « HTML personnalisé » au pied de page du thème, sous Apparence, Éditeur.
    [gtm] Créez une balise du type « HTML personnalisé » avec le déclencheur « All Pages ». Elle crée l’élément par script, car Tag Manager retire les attributs data-* des éléments script.
    [csp] Votre serveur écrit un nouveau nonce dans chaque page à la place de NONCE, et envoie le même dans la règle. 'wasm-unsafe-eval' autorise WebAssembly et aucun autre code.
   *[html] Une ligne pour le modèle de vos pages, dans l’en-tête ou à la fin du corps.
}
onsite-snippet = Extrait
onsite-policy = Ce qu’il faut à votre règle de sécurité
onsite-incomplete = Corrigez les adresses ci-dessus, et l’extrait sera ici.
copy = Copier
copy-this = Copier : { $what }
copy-outcome = { $outcome ->
    [copied] Copié
   *[selected] C’est sélectionné : copiez avec Ctrl+C ou ⌘C
}
