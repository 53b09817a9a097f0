# Testing a contact: picked from the list, pasted or typed.
test-title = Test a contact
test-hint = Pick one of the list, paste one or type one, and see which criteria it meets, which not, and what is missing to the next band.
test-ruleset-wanted = Open a ruleset first: without rules there is nothing to test.
test-ruleset-faulty = The ruleset has errors: as soon as they are gone, the contact is scored.
test-contact = Contact under test
test-nobody = A contact without a name
test-way-label = Where the contact comes from
test-way = { $way ->
    [paste] Paste
    [type] Type
   *[pick] Pick
}
test-privacy = What you paste or type stays in this window: it is stored nowhere and is in no link.

test-no-contacts = No contacts are loaded. Load some, or paste or type one.
test-find = Find a contact
test-found = Contacts found
test-previous = The one before in the list
test-next = The next one in the list
test-copy = Edit a copy
test-copy-hint = What if this were different? Edit a copy; the file stays as it is.

test-paste-label = A contact, as text
test-paste-hint = JSON from HubSpot’s API, a CSV with its header, or lines such as “Job title: VP Sales”
test-read-as = Read as
test-format = { $format ->
    [json] JSON
    [csv] CSV
    [lines] Lines of name and value
   *[auto] Whatever it is
}
test-clear = Start anew
test-unreadable = This cannot be read as a contact.
test-no-contact = There is no contact in it.
test-understood = { $format ->
    [json] { $properties ->
        [one] Read as JSON, with { $properties } property.
       *[other] Read as JSON, with { $properties } properties.
    }
    [csv] { $properties ->
        [one] Read as CSV, with { $properties } property.
       *[other] Read as CSV, with { $properties } properties.
    }
   *[lines] { $properties ->
        [one] Read as lines, with { $properties } property.
       *[other] Read as lines, with { $properties } properties.
    }
}
test-understood-events = { $count ->
    [one] It has { $count } event.
   *[other] It has { $count } events.
}
test-which-contact = { $count ->
    [one] Of { $count } contact, number
   *[other] Of { $count } contacts, number
}
test-left-out = { $count ->
    [one] { $count } line left out
   *[other] { $count } lines left out
}
test-left-out-line = Line { $line }:
test-events-left-out = Some events do not count:

test-type-hint = Fill in what you like: the scores follow as you type.
test-rule-properties = { $count ->
    [one] { $count } property that rules use
   *[other] { $count } properties that rules use
}
test-rule-properties-none = The rules ask for no property.
test-other-properties = { $count ->
    [one] { $count } other property
   *[other] { $count } other properties
}
test-add-property = Add property
test-property-name = Property
test-property-value = Value of { $property }
test-value = Value
test-remove-property = Remove { $property }
test-too-long = Too long to be edited here; it is scored whole.
test-events = { $count ->
    [one] { $count } event
   *[other] { $count } events
}
test-event = Event { $number }
test-add-event = Other event
test-event-type = Type of event
test-event-time = When it happened (UTC)
test-repeat-event = Repeat: { $event }
test-remove-event = Remove: { $event }
test-more-events = { $count ->
    [one] Show { $count } more event
   *[other] Show { $count } more events
}
test-older-events = { $count ->
    [one] { $count } older event counts as well, but cannot be edited here.
   *[other] { $count } older events count as well, but cannot be edited here.
}

test-within = Criteria of
test-within-all = All scores and groups
test-within-score = All of { $score }
test-order = { $order ->
    [points] Most points first
   *[ruleset] In the ruleset’s order
}
test-muted = { $count ->
    [one] { $count } muted criterion
   *[other] { $count } muted criteria
}
