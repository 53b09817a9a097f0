# What changes: versions of the rules held against each other.
changes-no-ruleset = No ruleset is open
changes-no-contacts = Load contacts to see who changes
changes-no-contacts-hint = What was changed in the rules is shown without them.
changes-from = From
changes-to = To
as-opened = As it was opened here
as-now = The rules as they are now
version = Version { $number }
changes-faulty = The rules have errors: numbers are of the last ones without.
changes-unusable = { $side ->
    [before] The rules compared from have errors, so that nobody can be scored by them.
   *[after] The rules compared to have errors, so that nobody can be scored by them.
}
changes-nobody = Nobody changes
changes-nobody-hint = { $published ->
    [yes] All { $contacts } keep their points and bands. Change a rule, or compare other versions.
   *[no] All { $contacts } keep their points and bands. Change a rule to see what it does; publish to keep a version that later changes are held against.
}
score-changes = Scores
score-raised = More points
score-lowered = Fewer points
score-unchanged = Unchanged
score-change = Change in all
score-one-sided = { $side ->
    [before] Only in the rules before: there is nothing to compare.
   *[after] New: there is nothing to compare it with.
}
bands-one-sided = { $side ->
    [before] These bands are only in the rules before.
   *[after] These bands are new.
}
no-band = none
movement = Bands of { $name }
movement-count = { $count ->
    [0] Nobody moves to another band.
    [one] { $count } contact moves to another band. Choose a number to list who it is.
   *[other] { $count } contacts move to another band. Choose a number to list who they are.
}
matrix-corner = before ↓ after →
matrix-total = Total
matrix-cell = { $way ->
    [stay] Stays { $from }: { $contacts }
   *[move] From { $from } to { $to }: { $contacts }
}
movers = Biggest movers
movers-all = Show all movers again
movers-by = By
movers-download = Download CSV
movers-none = Nobody’s points change in this score.
movers-most = The first { $count } are shown. The CSV has all.
show-more = Show { $count } more
close = Close
ledgers-both = Why it changed
criteria-alike = { $count ->
    [one] { $count } criterion gives the same
   *[other] { $count } criteria give the same
}
criterion-state = { $state ->
    [met] Met
    [muted] Muted
   *[unmet] Not met
}
limit-of = { $of ->
    [group] Limit of the group { $name }
   *[score] Limit of the score { $name }
}
points-total = Total
score-absent = No such score
not-there = Not there

rule-changes = Changes to the rules
rule-changes-none = Both are the same.
rule-changes-spelling = They say the same and are only written differently.
rule-changes-unreadable = One of the two is no valid JSON, so its parts cannot be compared.
was = Before
is-now = After
change-state = { $state ->
    [added] New
    [removed] Gone
   *[changed] Changed
}
change-part = { $part ->
    [ruleset] Ruleset
    [property] Property
    [score] Score
    [group] Group
    [bands] Bands
    [lifecycle] Stages
    [stage] Stage
    [list] List
    [workflow] Workflow
   *[criterion] Criterion
}
change-what = { $aspect ->
    [name] Name
    [note] Note
    [points] Points
    [condition] Condition
    [award] Events
    [value] { $subject }
    [default] All other values
    [muted] Muted: gives no points any more
    [unmuted] No longer muted
    [group] Moved to another group
    [order] Order
    [limit] Limit
    [decay] Decay
    [since] Decays since
    [rescale] Scale of 0 to 100
    [range] { $subject }
    [range-when] { $subject }, only if
    [unknown-values] Values that stand for no value
    [filter] Condition
    [members] Members
    [stage-property] Property that holds the stage
    [list] Enrols who joins
    [goal] Goal
    [suppress] Never those on
    [enrolment] Whom it enrols
    [actions] What is done
    [off] Muted: enrols nobody any more
    [on] No longer muted
   *[other] “{ $subject }”
}
change-action = { $kind ->
    [notify] Notify { $subject }: { $text }
    [set] Set { $subject } to { $text }
    [clear] Clear { $subject }
    [call_back] Call back { $subject }
   *[unknown] …
}
change-enrolment-plain = who joins the list, once
change-more = { $count ->
    [one] { $count } more change
   *[other] { $count } more changes
}
change-decay = { $shape ->
    [compound] { $percent }% of what is left every { $days } days
   *[linear] { $percent }% every { $days } days
}
change-range = { $bounds ->
    [from] from { $low }
    [fromto] { $low } to { $high }
    [frombelow] { $low } to below { $high }
    [to] up to { $high }
    [below] below { $high }
   *[any] all points
}

versions = Versions
versions-none = None yet. Publishing keeps the rules as they are now, with date and note: what you change later is held against them, and you can go back.
versions-unpublished = Changes since version { $number } are not published.
compare = Compare
compared = Being compared
compare-with = Compare with version { $number }
restore = Restore
restore-version = Restore version { $number }
version-on-site = On your site
restore-title = Restore version { $number }?
restore-hint = The rules become what they were then. It is one step, which you can undo.
restore-effect = What would change
