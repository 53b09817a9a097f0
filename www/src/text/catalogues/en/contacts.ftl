# The list of contacts: what is shown of it, searched, sorted, kept and saved.
contacts-wanted = Now the contacts
contacts-wanted-hint = { $ruleset ->
    [ready] The ruleset is ready. Drop an export of your contacts here, or choose the file: CSV, JSON or NDJSON.
   *[missing] Drop an export of your contacts here, or choose the file: CSV, JSON or NDJSON.
}
contacts-ruleset-wanted = Now the ruleset
contacts-ruleset-wanted-hint = { $count ->
    [one] { $count } contact is ready. Drop a ruleset here, or choose the file, to score it.
   *[other] { $count } contacts are ready. Drop a ruleset here, or choose the file, to score them.
}
contacts-soon = The contacts appear here as soon as they are scored.
contacts-grid = Contacts with their scores
contacts-name = Contact
contacts-id = Id
contacts-file-empty = The file has no contacts.
contacts-none-fit = No contact fits. Search for something else, or take a filter away.
contacts-shown-of = { $shown } of { $all }
contacts-one-moment = One moment…
contacts-search = Search id, email, name
contacts-search-label = Search by id, email or name
contacts-nothing-found = Nothing found
contacts-more-search = { $count ->
    [one] { $count } more: search to find it.
   *[other] { $count } more: search to find them.
}

contacts-sort = Sort by
contacts-sort-score = { $score }: points
contacts-sort-band = { $score }: band
contacts-sort-by-column = Sort by { $column }
contacts-sort-direction = { $direction ->
    [descending] Descending: turn it round
   *[ascending] Ascending: turn it round
}

contacts-bands-of = Bands of { $score }
contacts-criteria = Criteria
contacts-criteria-heading = Contacts by criteria met or not met
contacts-criteria-search = Search criteria
contacts-filters = Filters in use
contacts-chip-band = { $score }: { $band }
contacts-chip-range = { $score }: { $from } to under { $below }
contacts-chip-list = On the list { $list }
contacts-chip-criterion = { $state ->
    [met] Met: { $criterion }
   *[not_met] Not met: { $criterion }
}
contacts-filter-remove = Take away the filter { $filter }
contacts-filters-clear = Take all away

contacts-columns = Columns
contacts-columns-shown = Shown beside the scores
contacts-columns-all = { $count ->
    [one] { $count } column of the file
   *[other] { $count } columns of the file
}
contacts-columns-search = Search columns
contacts-columns-most = At most { $most } columns are shown at once.
contacts-column-up = Move { $column } up
contacts-column-down = Move { $column } down
contacts-column-remove = Hide { $column }

contacts-export = Export
contacts-export-hint = The contacts shown, in this order, with their scores and bands, as a CSV.
contacts-export-shown = With the columns shown
contacts-export-all = With all columns of the file
contacts-exporting = Exporting
contacts-exported = { $rows } of { $total }
contacts-export-left-out = Left out, as scores have the same name: { $columns }
