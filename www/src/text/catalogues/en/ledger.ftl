# Ledgers: why a contact has its scores, and the shortest ways to the next band.
ledger = Ledger
ledger-why = Why this score?
ledger-why-hint = Choose a contact to see every criterion, what was found, and the points it gave.
ledger-close = Close the ledger
ledger-test = Test
ledger-shown = Criteria shown
ledger-shown-name = { $shown ->
    [met] Met
    [not_met] Not met
   *[all] All
}
ledger-scores = Scores
ledger-no-scores = The ruleset has no scores.
ledger-state = { $state ->
    [met] met
    [muted] muted
   *[not-met] not met
}
ledger-reveal = Show this criterion in the rules
ledger-muted-hint = Switched off, so it gives no points.
ledger-wanted = To meet it:
ledger-next = { $points } from { $at }
ledger-raw = { $points } raw
ledger-by-decay = { $points } by decay ({ $decay })
ledger-by-limit = { $points } by its limit ({ $limit })
ledger-decay = { $shape ->
    [compound] { $days ->
        [one] { $percent } % a day, compound
       *[other] { $percent } % every { $days } days, compound
    }
   *[linear] { $days ->
        [one] { $percent } % a day
       *[other] { $percent } % every { $days } days
    }
}
ledger-decay-since = { $rate }, since { $at }
ledger-decay-unknown = { $rate }; { $property }, its beginning, is unknown
ledger-tests = { $count ->
    [one] { $count } test
   *[other] { $count } tests
}
ledger-values = { $count ->
    [one] { $count } value
   *[other] { $count } values
}
ledger-not-listed = not listed
ledger-latest = The latest { $shown } of { $count }
ledger-occurrences = { $count ->
    [one] { $count } occurrence
   *[other] { $count } occurrences
}
ledger-hidden = { $count ->
    [one] { $count } criterion not shown
   *[other] { $count } criteria not shown
}
ledger-group-limit = Limit of the group, { $limit }
ledger-score-limit = Limit of the score, { $limit }
ledger-not-reached = not reached
ledger-rescaled = { $points } of 100
ledger-sum-raw = Criteria met
ledger-sum-decay = Decay
ledger-sum-criterion = Limit of { $criterion }, { $limit }
ledger-sum-group = Limit of the group { $group }, { $limit }
band-none = no band

ways-to = { $score }: ways to { $band }
ways-short = { $count ->
    [one] { $points } point short of { $band }.
   *[other] { $points } points short of { $band }.
}
ways-held-back = Has the points for { $band }, but does not meet its condition.
ways-none = Up to three changes of criteria do not lead there.
ways-any = { $count ->
    [one] This would do:
   *[other] Any one of these would do:
}
ways-and = and
ways-reached = makes { $points }
ways-step = { $change ->
    [no_longer_meet] No longer: { $criterion }
    [one_more] { $count ->
        [one] One more: { $criterion }
       *[other] { $count } more: { $criterion }
    }
    [value] { $criterion }: the value { $value }
   *[meet] { $criterion }
}
