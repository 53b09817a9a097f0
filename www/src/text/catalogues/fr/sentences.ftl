# Ce que testent les critères et ce qui a été trouvé, en mots. Une phrase se compose de morceaux en minuscules.
sentence-unfinished = une condition inachevée
sentence-some-property = une propriété
sentence-operator-missing = { $property } …
sentence-empty = { $way ->
    [any] rien
   *[all] n’importe quoi
}
sentence-joined = { $way ->
    [any] { $first } ou { $next }
   *[all] { $first } et { $next }
}
sentence-bracketed = ({ $phrase })
sentence-not = pas ({ $phrase })
sentence-none-of = rien de ceci : { $phrases }
sentence-or-unknown = { $phrase } ou n’a pas de valeur
sentence-quoted = « { $text } »
sentence-truth = { $value ->
    [true] vrai
   *[false] faux
}
sentence-list = { $list }, { $next }
sentence-more = { $list } et { $count } de plus

sentence-test = { $operator ->
    [is_known] { $property } a une valeur
    [is_unknown] { $property } n’a pas de valeur
    [is_equal_to] { $several ->
        [yes] { $property } est l’un de { $operand }
       *[no] { $property } est { $operand }
    }
    [is_not_equal_to] { $several ->
        [yes] { $property } n’est aucun de { $operand }
       *[no] { $property } n’est pas { $operand }
    }
    [contains] { $several ->
        [yes] { $property } contient l’un de { $operand }
       *[no] { $property } contient { $operand }
    }
    [does_not_contain] { $several ->
        [yes] { $property } ne contient aucun de { $operand }
       *[no] { $property } ne contient pas { $operand }
    }
    [contains_word] { $several ->
        [yes] { $property } contient l’un des mots { $operand }
       *[no] { $property } contient le mot { $operand }
    }
    [does_not_contain_word] { $several ->
        [yes] { $property } ne contient aucun des mots { $operand }
       *[no] { $property } ne contient pas le mot { $operand }
    }
    [starts_with] { $several ->
        [yes] { $property } commence par l’un de { $operand }
       *[no] { $property } commence par { $operand }
    }
    [ends_with] { $several ->
        [yes] { $property } se termine par l’un de { $operand }
       *[no] { $property } se termine par { $operand }
    }
    [matches_regex] { $several ->
        [yes] { $property } correspond à l’un des motifs { $operand }
       *[no] { $property } correspond au motif { $operand }
    }
    [is_greater_than] { $property } dépasse { $operand }
    [is_greater_than_or_equal_to] { $property } vaut { $operand } ou plus
    [is_less_than] { $property } est en dessous de { $operand }
    [is_less_than_or_equal_to] { $property } vaut { $operand } ou moins
    [is_between] { $property } est entre { $low } et { $high }
    [is_not_between] { $property } n’est pas entre { $low } et { $high }
    [is_before] { $property } est avant le { $operand }
    [is_after] { $property } est après le { $operand }
    [is_less_than_x_days_ago] { $days ->
        [1] { $property } date du dernier jour
       *[other] { $property } date des { $days } derniers jours
    }
    [is_more_than_x_days_ago] { $property } date de plus de { $days ->
        [1] 1 jour
       *[other] { $days } jours
    }
    [is_less_than_x_days_from_now] { $days ->
        [1] { $property } tombe dans le prochain jour
       *[other] { $property } tombe dans les { $days } prochains jours
    }
    [is_more_than_x_days_from_now] { $property } tombe dans plus de { $days ->
        [1] 1 jour
       *[other] { $days } jours
    }
    [is_any_of] { $several ->
        [yes] { $property } est l’un de { $operand }
       *[no] { $property } comprend { $operand }
    }
    [is_none_of] { $several ->
        [yes] { $property } n’est aucun de { $operand }
       *[no] { $property } ne comprend pas { $operand }
    }
    [contains_all] { $several ->
        [yes] { $property } comprend tous ceux-ci : { $operand }
       *[no] { $property } comprend { $operand }
    }
    [does_not_contain_all] { $several ->
        [yes] { $property } ne comprend pas tous ceux-ci : { $operand }
       *[no] { $property } ne comprend pas { $operand }
    }
    [is_exactly] { $property } est exactement { $operand }
    [is_not_exactly] { $property } n’est pas exactement { $operand }
   *[other] { $property } { $written } { $operand }
}

event-name = { $type ->
    [page_view] { $count ->
        [one] page vue
       *[other] pages vues
    }
    [form_submission] { $count ->
        [one] envoi de formulaire
       *[other] envois de formulaire
    }
    [email_open] { $count ->
        [one] ouverture d’e-mail
       *[other] ouvertures d’e-mail
    }
    [email_click] { $count ->
        [one] clic dans un e-mail
       *[other] clics dans un e-mail
    }
    [email_reply] { $count ->
        [one] réponse à un e-mail
       *[other] réponses à un e-mail
    }
    [email_bounce] { $count ->
        [one] e-mail rejeté
       *[other] e-mails rejetés
    }
    [email_unsubscribe] { $count ->
        [one] désinscription des e-mails
       *[other] désinscriptions des e-mails
    }
    [ad_click] { $count ->
        [one] clic sur une publicité
       *[other] clics sur une publicité
    }
    [cta_click] { $count ->
        [one] clic sur un appel à l’action
       *[other] clics sur un appel à l’action
    }
    [call] { $count ->
        [one] appel
       *[other] appels
    }
    [meeting_booked] { $count ->
        [one] rendez-vous pris
       *[other] rendez-vous pris
    }
    [webinar_attended] { $count ->
        [one] participation à un webinaire
       *[other] participations à un webinaire
    }
   *[other] { $count ->
        [one] événement « { $written } »
       *[other] événements « { $written } »
    }
}
event-property = { $property ->
    [url] URL
    [title] titre
    [referrer] page de provenance
    [form] formulaire
    [email_id] e-mail
    [campaign] campagne
   *[other] { $written }
}
sentence-events = { $has ->
    [where] { $events } où { $where }
    [days] { $days ->
        [1] { $events } en 1 jour
       *[other] { $events } en { $days } jours
    }
    [wheredays] { $days ->
        [1] { $events } où { $where } en 1 jour
       *[other] { $events } où { $where } en { $days } jours
    }
   *[other] { $events }
}
sentence-event-count = { $bounds ->
    [none] sans { $events }
    [exactly] exactement { $most } { $events }
    [most] au plus { $most } { $events }
    [both] de { $least } à { $most } { $events }
   *[least] au moins { $least } { $events }
}
sentence-score = { $bound ->
    [at_least] { $score } vaut { $points } ou plus
    [at_most] { $score } vaut { $points } ou moins
   *[below] { $score } est en dessous de { $points }
}
sentence-band = { $way ->
    [none] { $set } n’est dans aucune des tranches { $labels }
   *[any] { $set } est dans la tranche { $labels }
}
sentence-stage = est à l’étape { $stages }
sentence-no-stage = aucune étape
sentence-on-list = est dans la liste { $list }
sentence-rated = { $what } { $points }
sentence-by-value = selon { $property } : { $values }
sentence-by-nothing = selon { $property } : encore aucune valeur
sentence-otherwise = { $sentence } ; sinon { $points }
sentence-each = chaque { $events }
sentence-frequency = { $events } : { $ranges }
sentence-times = { $bounds ->
    [open] { $from } fois ou plus
    [one] { $from } fois
   *[both] de { $from } à { $to } fois
}
sentence-once-per = { $what ->
    [day] { $sentence }, une fois par jour
   *[property] { $sentence }, une fois par { $property }
}
sentence-maximum = { $sentence }, au plus { $most }

evidence-nothing = rien à tester
evidence-impossible = rien ne peut le remplir
evidence-unknown = { $property } n’a pas de valeur
evidence-unusable = { $why ->
    [declared] { $property } { $value } signifie qu’il n’y a pas de valeur
   *[unreadable] { $property } { $value } ne se lit pas comme ce test en a besoin
}
evidence-value = { $property } : { $value }
evidence-unlisted = { $property } { $value } n’est pas dans la liste
evidence-listed = { $property } est l’un de ceux de la liste
evidence-events = { $bounds ->
    [short] { $count } sur { $least } { $events }
    [over] { $count } { $events }, { $most } au plus
   *[enough] { $count } { $events }
}
evidence-occurrences = { $kept ->
    [some] { $found } { $events }, dont { $count } { $count ->
        [one] compte
       *[other] comptent
    }
   *[all] { $found } { $events }
}
evidence-more-events = { $sofar ->
    [none] { $count } { $events }
   *[some] encore { $count } { $events }
}
evidence-other-count = un autre nombre de { $events }
