# The form of a criterion, and the filter builder.
step-criterion = { $what ->
    [name] Rename the criterion
    [points] Change points
    [event] Change the event
    [values] Change values
    [limit] Change the limit
    [decay] Change the decay
    [note] Change the note
    [id] Change the id
    [kind] Change the kind of criterion
    [muted] Mute or unmute the criterion
   *[condition] Change the condition
}
number-unreadable = “{ $text }” is not a number, so it is not used.
combo-others = { $count ->
    [one] { $count } more: type to find it
   *[other] { $count } more: type to find them
}
tokens-more = { $count } more
tokens-add = { $label }: add
tokens-remove = Remove { $text }
days = { $count ->
    [one] day
   *[other] days
}
test-property = Property
test-operator = Comparison
test-score = Score
test-include-unknown = Also contacts without a value
test-include-unknown-events = Also events without a value
operator = { $operator ->
    [is_known] is known
    [is_unknown] is unknown
    [is_equal_to] is equal to
    [is_not_equal_to] is not equal to
    [contains] contains
    [does_not_contain] does not contain
    [contains_word] contains the word
    [does_not_contain_word] does not contain the word
    [starts_with] starts with
    [ends_with] ends with
    [matches_regex] matches the pattern
    [is_greater_than] is greater than
    [is_greater_than_or_equal_to] is greater than or equal to
    [is_less_than] is less than
    [is_less_than_or_equal_to] is less than or equal to
    [is_between] is between
    [is_not_between] is not between
    [is_before] is before
    [is_after] is after
    [is_less_than_x_days_ago] was within the last … days
    [is_more_than_x_days_ago] was more than … days ago
    [is_less_than_x_days_from_now] is within the next … days
    [is_more_than_x_days_from_now] is more than … days from now
    [is_any_of] is any of
    [is_none_of] is none of
    [contains_all] contains all of
    [does_not_contain_all] does not contain all of
    [is_exactly] is exactly
   *[is_not_exactly] is not exactly
}
operator-choose = Choose …
operator-others = For other kinds of property
operand-values = Value
operand-values-hint = Type or choose
operand-patterns = Pattern
operand-number = Number
operand-days = Days
operand-time = Date
operand-bound = { $bound ->
    [low] From
   *[high] To
}
operand-time-of-day = { $has ->
    [date] Add a time (UTC)
   *[other] Date only
}
column-kind = { $kind ->
    [text] text
    [number] number
    [boolean] yes or no
    [time] date
    [list] list
   *[empty] empty
}
column-filled = { $share } filled
column-absent = not in the file
event-type = Event
event-within = Within
event-count = How often
event-bounds = { $bounds ->
    [at_least] at least
    [at_most] at most
    [both] between
   *[exactly] exactly
}
event-times = { $bounds ->
    [at_least] At least
    [at_most] At most
   *[exactly] Exactly
}
event-where = Only events where
event-where-add = Only some of these events
test-band = Band of
test-bands = Bands
test-stage = At the stage
test-on-list = On the list
score-bound = { $bound ->
    [at_least] At least
    [at_most] At most
   *[below] Below
}
filter-none = Nothing is tested yet.
filter-adding = Add
filter-add-group = { $more ->
    [yes] Add another test
   *[no] Add a test
}
filter-add = { $kind ->
    [property] Property
    [event] Event
    [score] Score
    [band] Band
    [stage] Stage
    [list] On a list
   *[group] Group
}
group-way = Which of these tests must be met
group-ways = { $way ->
    [all] All of these
    [any] Any of these
   *[none] None of these
}
group-label = { $way ->
    [all] All of { $count } tests
    [any] Any of { $count } tests
   *[none] None of { $count } tests
}
group-more = { $count } more tests are not shown here.
part-action = { $action ->
    [up] Move up
    [down] Move down
    [duplicate] Duplicate
    [wrap] Put into a group
    [unwrap] Dissolve the group
   *[remove] Remove
}
part-menu = What to do with: { $what }
part-unreadable = This part cannot be shown as a form.
part-as-json = Edit as JSON
criterion-name = Name
criterion-note = Note
criterion-points = Points
criterion-kind = Kind of criterion
criterion-kinds = { $kind ->
    [condition] Condition
    [by_value] By value
   *[by_event] By event
}
criterion-decay-and-limit = Decay and limit
criterion-muted = Muted: gives no points
criterion-id = Id
limit-title = Limit
limit-bound = { $bound ->
    [min] Least points
   *[max] Most points
}
decay-title = Decay
decay-own = Points decay with time
decay-of-group = Decays as its group does: { $percent }% every { $days } days.
decay-percent = Loses
decay-every = Every
decay-shape = Of
decay-shapes = { $shape ->
    [linear] the points at first
   *[compound] what is left
}
decay-since = Since the date in
decay-steps = What is left of the points
decay-step = { $at ->
    [once] At first: { $points }
   *[later] After { $days } days: { $points }
}
award-title = What the events give
award = { $award ->
    [each] Points for each
   *[frequency] Points by how many
}
award-points = Points for each
award-most = At most so many
once-title = Counts
once = { $way ->
    [each] every time
    [day] once per day
   *[property] once per value of
}
once-property = Property of the event
frequency-title = Points by number of events
frequency-key = { $key ->
    [from] From
    [to] To
   *[points] Points
}
frequency-range = Range { $number }
frequency-add = Add a range
frequency-remove = Remove range { $number }
frequency-gap = { $from } to { $to } give no points.
values-title = Values and their points
values-value = Value
values-points-of = Points for { $value }
values-remove = Remove { $value }
values-absent = in no contact
values-default = Points for all other values
values-add = Add a value
values-add-hint = Add a value
values-missing = { $count ->
    [one] { $count } value of the contacts is not listed.
   *[other] { $count } values of the contacts are not listed.
}
values-fill = Fill from contacts
values-fill-points = Points for each value that is added
values-points-each = points each
values-more = Show { $count } more
values-search = Search values
values-order = Order
values-orders = { $order ->
    [written] As written
    [occurs] Most frequent first
    [points] Most points first
   *[name] By name
}
values-count = { $count ->
    [one] { $count } value
   *[other] { $count } values
}
values-taken = { $value } is in the table already.
