# The way of one contact through time.
journey = Over time
journey-range = Period
journey-ranges = { $days ->
    [0] All
    [365] 1 year
   *[other] { $days } days
}
journey-chart = { $stage ->
    [none] { $score } over time, begun without a stage
   *[current] { $score } over time
}
journey-begins = Stage at the beginning
journey-from-stage = { $stage ->
    [none] Begin without a stage
   *[current] Begin with today’s stage
}
journey-points = { $count ->
    [one] { $score }: { $points } point
   *[other] { $score }: { $points } points
}
journey-stage = stage { $stage }
journey-events = { $count } { $event }
journey-by-time = time went by
journey-before = As it stood when the period begins
journey-since = at stage { $stage } since { $since }
journey-incomplete = There is too much to show: it breaks off at { $to }. Choose a shorter period.
journey-passed-over = Too much happened to look at all of it: nothing was looked at between { $from } and { $to }.
journey-as-table = { $count ->
    [one] The step as a table
   *[other] The { $count } steps as a table
}
journey-table-last = The last { $count } steps.
journey-when = When
journey-change = Change
journey-at-stage = Stage
journey-what = What happened
