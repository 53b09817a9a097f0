# How contacts are spread over points and bands, and the short account of what the rules do.
distribution-soon = The distribution appears here as soon as the contacts are scored.
distribution-unscored = The contacts are not scored yet
distribution-unscored-errors = The rules have errors. Where they are is said beside the JSON.
distribution-wanted = Now the contacts
distribution-wanted-hint = Drop an export of your contacts here, or choose the file, to see how they are spread over points and bands.
distribution-nobody = The file has no contacts.
distribution-listed = Only the contacts that are listed ({ $shown })
distribution-faulty = The rules have errors. The numbers are those of the last rules without any.
distribution-bars = Histogram: { $score }
distribution-bar = { $from } to under { $below } points: { $contacts }
distribution-range = { $from } to under { $below }
distribution-span = { $contacts }, from { $from } to under { $below } points
distribution-one-bar = Everybody has { $from } to under { $below } points: nothing tells the contacts apart yet.
distribution-rescaled = Rescaled, 0 to 100: { $from } to { $to } points
distribution-bands-of = Bands: { $score }
distribution-side = { $side ->
    [rows] { $matrix }: rows
   *[columns] { $matrix }: columns
}
distribution-handle = { $edge ->
    [begins] { $band } begins
   *[ends] { $band } ends
}
distribution-field = { $edge ->
    [begins] { $band }: from so many points
   *[ends] { $band }: up to so many points
}
distribution-points = { $count ->
    [one] { $points } point
   *[other] { $points } points
}
distribution-handle-value = { $place }, { $contacts }
distribution-band = Band
distribution-where = Points
distribution-contacts = Contacts
distribution-share = Share
distribution-from = from
distribution-end = { $edge ->
    [under] under
   *[to] to
}
distribution-show-band = Show { $band }: { $contacts }
distribution-conditions = A band with a condition leaves out contacts that have the points and do not meet it.
distribution-no-points = Expected points: a number with at most two decimals.
distribution-beyond = { $side ->
    [under] { $band } stays under { $to } points, where the next band begins.
    [over] { $band } stays over { $from } points, where the band below begins.
    [between] { $band } stays between { $from } and { $to } points, where its neighbours begin.
   *[none] Points go from { $from } to { $to }.
}
distribution-no-bands = { $score } has no bands yet. Bands say from how many points on a contact is worth more attention.
distribution-add-bands = Add SQL from { $high } and MQL from { $middle }
distribution-as-table = The bars as a table
distribution-crossing = Bands of two scores
distribution-axis = { $axis ->
    [rows] Rows
   *[columns] Columns
}
distribution-no-crossing = Both scores need bands of their own, or a matrix of the two.
distribution-outside = Outside the matrix: { $contacts }, { $share }
step-threshold = Move { $band } to { $points }
step-add-bands = Add bands to { $score }

summary = What the rules do
summary-against = Against version { $number }
summary-against-opened = Since it was opened
summary-no-baseline = What it was before has errors: there is nothing to hold the rules against.
summary-change = { $direction ->
    [up] { $count } more than before
    [down] { $count } fewer than before
   *[same] as before
}
summary-moved = { $count ->
    [0] Nobody changes band
    [one] { $count } contact changes band
   *[other] { $count } contacts change band
}
summary-points-changed = { $raised } up, { $lowered } down
summary-points-same = no points change
summary-movers = Biggest movers
summary-no-movers = Nobody moves.
summary-mover = { $contact }: from { $before } to { $after }
summary-none = nothing
