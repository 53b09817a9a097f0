# What criteria test and what ledgers found, in words. A sentence is put together from phrases in small letters.
sentence-unfinished = an unfinished condition
sentence-some-property = a property
sentence-operator-missing = { $property } …
sentence-empty = { $way ->
    [any] nothing
   *[all] anything
}
sentence-joined = { $way ->
    [any] { $first } or { $next }
   *[all] { $first } and { $next }
}
sentence-bracketed = ({ $phrase })
sentence-not = not ({ $phrase })
sentence-none-of = none of: { $phrases }
sentence-or-unknown = { $phrase } or is unknown
sentence-quoted = '{ $text }'
sentence-truth = { $value ->
    [true] true
   *[false] false
}
sentence-list = { $list }, { $next }
sentence-more = { $list } and { $count } more

sentence-test = { $operator ->
    [is_known] { $property } is known
    [is_unknown] { $property } is unknown
    [is_equal_to] { $several ->
        [yes] { $property } is any of { $operand }
       *[no] { $property } is { $operand }
    }
    [is_not_equal_to] { $several ->
        [yes] { $property } is none of { $operand }
       *[no] { $property } is not { $operand }
    }
    [contains] { $several ->
        [yes] { $property } contains any of { $operand }
       *[no] { $property } contains { $operand }
    }
    [does_not_contain] { $several ->
        [yes] { $property } contains none of { $operand }
       *[no] { $property } does not contain { $operand }
    }
    [contains_word] { $several ->
        [yes] { $property } contains any of the words { $operand }
       *[no] { $property } contains the word { $operand }
    }
    [does_not_contain_word] { $several ->
        [yes] { $property } contains none of the words { $operand }
       *[no] { $property } does not contain the word { $operand }
    }
    [starts_with] { $several ->
        [yes] { $property } starts with any of { $operand }
       *[no] { $property } starts with { $operand }
    }
    [ends_with] { $several ->
        [yes] { $property } ends with any of { $operand }
       *[no] { $property } ends with { $operand }
    }
    [matches_regex] { $several ->
        [yes] { $property } matches any of the patterns { $operand }
       *[no] { $property } matches the pattern { $operand }
    }
    [is_greater_than] { $property } is greater than { $operand }
    [is_greater_than_or_equal_to] { $property } is { $operand } or more
    [is_less_than] { $property } is less than { $operand }
    [is_less_than_or_equal_to] { $property } is { $operand } or less
    [is_between] { $property } is between { $low } and { $high }
    [is_not_between] { $property } is not between { $low } and { $high }
    [is_before] { $property } is before { $operand }
    [is_after] { $property } is after { $operand }
    [is_less_than_x_days_ago] { $property } was within the last { $days ->
        [1] day
       *[other] { $days } days
    }
    [is_more_than_x_days_ago] { $property } was more than { $days ->
        [1] 1 day
       *[other] { $days } days
    } ago
    [is_less_than_x_days_from_now] { $property } is within the next { $days ->
        [1] day
       *[other] { $days } days
    }
    [is_more_than_x_days_from_now] { $property } is more than { $days ->
        [1] 1 day
       *[other] { $days } days
    } from now
    [is_any_of] { $several ->
        [yes] { $property } is any of { $operand }
       *[no] { $property } includes { $operand }
    }
    [is_none_of] { $several ->
        [yes] { $property } is none of { $operand }
       *[no] { $property } does not include { $operand }
    }
    [contains_all] { $several ->
        [yes] { $property } includes all of { $operand }
       *[no] { $property } includes { $operand }
    }
    [does_not_contain_all] { $several ->
        [yes] { $property } does not include all of { $operand }
       *[no] { $property } does not include { $operand }
    }
    [is_exactly] { $property } is exactly { $operand }
    [is_not_exactly] { $property } is not exactly { $operand }
   *[other] { $property } { $written } { $operand }
}

event-name = { $type ->
    [page_view] { $count ->
        [one] page view
       *[other] page views
    }
    [form_submission] { $count ->
        [one] form submission
       *[other] form submissions
    }
    [email_open] { $count ->
        [one] email open
       *[other] email opens
    }
    [email_click] { $count ->
        [one] click in an email
       *[other] clicks in an email
    }
    [email_reply] { $count ->
        [one] reply to an email
       *[other] replies to an email
    }
    [email_bounce] { $count ->
        [one] bounced email
       *[other] bounced emails
    }
    [email_unsubscribe] { $count ->
        [one] unsubscription from email
       *[other] unsubscriptions from email
    }
    [ad_click] { $count ->
        [one] click on an ad
       *[other] clicks on an ad
    }
    [cta_click] { $count ->
        [one] click on a call to action
       *[other] clicks on a call to action
    }
    [call] { $count ->
        [one] call
       *[other] calls
    }
    [meeting_booked] { $count ->
        [one] booked meeting
       *[other] booked meetings
    }
    [webinar_attended] { $count ->
        [one] attended webinar
       *[other] attended webinars
    }
   *[other] { $count ->
        [one] '{ $written }' event
       *[other] '{ $written }' events
    }
}
event-property = { $property ->
    [url] URL
    [title] title
    [referrer] referrer
    [form] form
    [email_id] email
    [campaign] campaign
   *[other] { $written }
}
sentence-events = { $has ->
    [where] { $events } where { $where }
    [days] { $events } within { $days ->
        [1] 1 day
       *[other] { $days } days
    }
    [wheredays] { $events } where { $where } within { $days ->
        [1] 1 day
       *[other] { $days } days
    }
   *[other] { $events }
}
sentence-event-count = { $bounds ->
    [none] no { $events }
    [exactly] exactly { $most } { $events }
    [most] at most { $most } { $events }
    [both] { $least } to { $most } { $events }
   *[least] { $least ->
        [1] at least 1 { $events }
       *[other] { $least } or more { $events }
    }
}
sentence-score = { $bound ->
    [at_least] { $score } is { $points } or more
    [at_most] { $score } is { $points } or less
   *[below] { $score } is below { $points }
}
sentence-band = { $way ->
    [none] { $set } is in none of the bands { $labels }
   *[any] { $set } is in band { $labels }
}
sentence-stage = is at stage { $stages }
sentence-no-stage = no stage
sentence-on-list = is on the list { $list }
sentence-rated = { $what } { $points }
sentence-by-value = by { $property }: { $values }
sentence-by-nothing = by { $property }: no values yet
sentence-otherwise = { $sentence }; otherwise { $points }
sentence-each = each { $events }
sentence-frequency = { $events }: { $ranges }
sentence-times = { $bounds ->
    [open] { $from } or more times
    [one] { $from ->
        [1] once
       *[other] { $from } times
    }
   *[both] { $from } to { $to } times
}
sentence-once-per = { $what ->
    [day] { $sentence }, once per day
   *[property] { $sentence }, once per { $property }
}
sentence-maximum = { $sentence }, at most { $most }

evidence-nothing = nothing to test
evidence-impossible = nothing can meet it
evidence-unknown = { $property } is unknown
evidence-unusable = { $why ->
    [declared] { $property } { $value } stands for no value
   *[unreadable] { $property } { $value } cannot be read as this test needs it
}
evidence-value = { $property }: { $value }
evidence-unlisted = { $property } { $value } is not listed
evidence-listed = { $property } is one of those listed
evidence-events = { $bounds ->
    [short] { $count } of { $least } { $events }
    [over] { $count } { $events }, at most { $most } allowed
   *[enough] { $count } { $events }
}
evidence-occurrences = { $kept ->
    [some] { $found } { $events }, of which { $count } count
   *[all] { $found } { $events }
}
evidence-more-events = { $sofar ->
    [none] { $count } { $events }
   *[some] { $count } more { $events }
}
evidence-other-count = another number of { $events }
