# Health: what deserves a look in the rules, held against the contacts.
health-no-ruleset = No ruleset is open
health-no-contacts = Load contacts to see how healthy the rules are
health-no-contacts-hint = What rules miss, and what they do in vain, shows only against contacts.
health-count = { $count ->
    [one] { $count } thing deserves a look
   *[other] { $count } things deserve a look
}
health-faulty = The rules have errors: findings are about the last ones without.
health-dismissed = { $count ->
    [one] { $count } dismissed
   *[other] { $count } dismissed
}
health-dismissed-title = Dismissed
health-good = Nothing to mend
health-good-hint = The rules fit what is known of { $contacts }.
finding-kind = { $kind ->
    [warning] Wrong or suspect in the rules
    [missing] Not in the file
    [unreadable] Could not be read
    [never] Nobody meets it
    [inside] Found inside longer words
    [unruled] Values that no rule knows
    [limit] Points lost to limits
    [same] Met by the same contacts
    [always] Everybody meets it
   *[placeholder] Looks like “no value”
}
finding-kind-hint = { $kind ->
    [warning] What the check of the rules says.
    [missing] Rules ask for it, and the contacts do not have it: a wrong name, or a file without that column.
    [unreadable] These values count as unknown.
    [never] These criteria give nobody points.
    [inside] A short text hits more than was meant: look for whole words instead.
    [unruled] They occur in the file and count for nothing: new forms, pages, countries.
    [limit] What contacts earn beyond a limit makes no difference.
    [same] The same is counted twice, or one of the two could go.
    [always] Points that all have tell nobody apart.
   *[placeholder] Without being declared they are values like any other.
}
finding-missing-property = { $property } is in none of the contacts
finding-missing-event = There are no events of the kind { $event }
finding-used-by = Used by { $criteria }
finding-unreadable = { $needed ->
    [number] { $count ->
        [one] { $property } of { $count } contact is no number
       *[other] { $property } of { $count } contacts is no number
    }
    [boolean] { $count ->
        [one] { $property } of { $count } contact is neither yes nor no
       *[other] { $property } of { $count } contacts is neither yes nor no
    }
   *[time] { $count ->
        [one] { $property } of { $count } contact is no date
       *[other] { $property } of { $count } contacts is no date
    }
}
finding-such-as = Such as { $values }
quoted = “{ $text }”
finding-never = No contact meets { $criterion }
finding-always = All { $contacts } meet { $criterion }
finding-same = { $criterion } is met by the same { $contacts } as { $other }
finding-limit = { $of ->
    [criterion] The limit of the criterion { $name } changes the points of { $contacts }: { $points } in all
    [group] The limit of the group { $name } changes the points of { $contacts }: { $points } in all
   *[score] The limit of the score { $name } changes the points of { $contacts }: { $points } in all
}
finding-inside = { $what ->
    [events] { $count ->
        [one] { $criterion } finds “{ $operand }” inside a longer word in { $property } of { $count } event
       *[other] { $criterion } finds “{ $operand }” inside longer words in { $property } of { $count } events
    }
   *[contacts] { $count ->
        [one] { $criterion } finds “{ $operand }” inside a longer word in { $property } of { $count } contact
       *[other] { $criterion } finds “{ $operand }” inside longer words in { $property } of { $count } contacts
    }
}
finding-unruled = { $distinct ->
    [one] { $distinct } value of { $property } that no rule knows, in { $found }
   *[other] { $distinct } values of { $property } that no rule knows, in { $found }
}
events-found = { $count ->
    [one] { $count } event
   *[other] { $count } events
}
finding-placeholder = “{ $value }” stands in { $properties } of { $contacts }
property-of-event = { $property } ({ $event })
and-more = { $items } and { $count } more
finding-show = Show it
finding-show-criterion = Show the criterion
finding-show-named = Show { $criterion }
finding-show-data = Show the file
finding-whole-words = Match whole words
finding-declare = It means “no value”
finding-dismiss = Dismiss
finding-bring-back = Bring back
unruled-add-to = Add to { $criterion }:
unruled-choose = Add to
unruled-points = Points for each
unruled-add = Add “{ $value }”
unruled-most = The { $count } most frequent are shown.
step-health = { $what ->
    [value] Add “{ $value }”
    [words] Match “{ $value }” as a whole word
   *[unknown] “{ $value }” means no value
}
