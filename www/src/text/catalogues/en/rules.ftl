# The rules: the tree of scores, groups and criteria, and their bands.
rules-tree = Scores, groups and criteria
rules-tools = Ruleset
rules-settings = Settings
rules-unnamed = Untitled
rules-name = Name
rules-note = Note
rules-note-hint = Why it is so, for those who read it later
rules-search = Search the rules
rules-only = Show only
rules-wish = { $wish ->
    [findings] Warnings ({ $count })
    [muted] Muted ({ $count })
   *[never] Never met ({ $count })
}
rules-found = { $count ->
    [one] { $count } match
   *[other] { $count } matches
}
rules-nothing-found = Nothing in the rules fits.
rules-show-all = Show everything
rules-fold-all = Collapse all
rules-unfold-all = Expand all
rules-fold = Collapse { $name }
rules-unfold = Expand { $name }
rules-locked = The JSON has a mistake. These are the last rules that could be read; they can be edited again once it is put right.
rules-locked-show = Show the JSON
rules-side = Selected rule
rules-close = Close
rules-no-contacts = Load contacts to see how many of them meet each criterion.
rules-no-scores = No score yet
rules-no-scores-hint = A score adds up points from criteria: who a contact is, and what they did. Begin with one.
rules-add-first-score = Create a score
rules-add-score = Add score
rules-add-group = Add group
rules-add-group-to = Add a group to { $name }
rules-add-criterion = Add criterion
rules-add-first-criterion = Nothing here yet: add a criterion
rules-add-criterion-to = Add a criterion to { $name }
rules-add-condition = What they are
rules-add-condition-hint = Points while something holds: a title, a country, an event
rules-add-by-event = What they did
rules-add-by-event-hint = Points each time: page views, forms, emails
rules-add-by-value = By value
rules-add-by-value-hint = A table of points: one for each value of a property
rules-new-score = New score
rules-new-group = New group
rules-new-criterion = New criterion
rules-copy-of = { $name } (copy)
rules-menu = More about { $name }
rules-open = Open
rules-rename = Rename
rules-clone = Duplicate
rules-mute = Mute
rules-unmute = Unmute
rules-muted = muted
rules-counts = { $name } counts
rules-move-up = Move up
rules-move-down = Move down
rules-move-to-group = Move to group…
rules-move-to-score = Move to score…
rules-move-to = Move { $name } to
rules-nowhere-else = There is nowhere else yet
rules-delete = Delete
rules-deleted = Deleted { $name }
rules-points-of = Points of { $name }
rules-no-points = none
rules-met = meet it
rules-met-hint = { $contacts } meet it: { $share }
rules-sum = Adds up to
rules-sum-hint = What it adds up to over all contacts
rules-findings = { $severity ->
    [error] { $count ->
        [one] { $count } error
       *[other] { $count } errors, or errors and warnings
    }
   *[warning] { $count ->
        [one] { $count } warning
       *[other] { $count } warnings
    }
}
rules-criteria = { $count ->
    [one] { $count } criterion
   *[other] { $count } criteria
}
rules-decays = decays
rules-limited = { $gives ->
    [yes] limit gives { $points } to { $contacts }
   *[no] limit takes { $points } from { $contacts }
}
rules-limit = Limit
rules-limit-hint = { $kind ->
    [score] However much the groups add up to, the score stays within.
   *[group] However much the criteria add up to, the group stays within.
}
rules-rescale = Also show from 0 to 100
rules-rescale-hint = Beside its points, the score is shown on a scale between these two.
rules-rescale-end = { $end ->
    [from] 0 is
   *[to] 100 is
}
rules-decay-hint = For every criterion in the group that has no decay of its own.
rules-said-cloned = Duplicated { $name }
rules-said-muted = Muted { $name }
rules-said-unmuted = { $name } counts again
rules-said-no-further = { $name } cannot go further
rules-said-moved = Moved { $name } to { $place } of { $of }
rules-said-moved-in = Moved { $name } to { $place } of { $of } in { $parent }
bands = Bands
bands-of = Bands of { $name }
bands-add-to-score = Add bands, such as MQL and SQL
bands-delete = Remove all
bands-delete-of = Remove all bands of { $name }
bands-first = Qualified
bands-new = New band
bands-add = Add band
bands-remove = Remove the band { $name }
bands-label = Name of band { $place }
bands-from = from
bands-from-of = { $name } from
bands-below = below
bands-at-most = at most
bands-no-upper = no upper end
bands-upper-kind = Upper end of { $name }
bands-upper-of = { $name } up to
bands-no-bound = any
bands-have-it = have it
bands-only-if = Only if…
bands-only-if-of = { $name } only if…
bands-if = only if { $sentence }
bands-edit = Edit
bands-done = Done
bands-drop = Remove
bands-edit-condition = Edit the condition of { $name }
bands-drop-condition = Remove the condition of { $name }
matrix-add = Add a matrix of two scores
matrix-new = Priority
matrix-of = Matrix { $name }
matrix-label = Name of the matrix
matrix-delete = Delete the matrix { $name }
matrix-side = { $side ->
    [rows] Rows
   *[columns] Columns
}
matrix-cells = Contacts in each cell
ruleset-settings = Settings of the ruleset
ruleset-name = Name of the ruleset
ruleset-unknown = Values that mean “no value”
ruleset-unknown-hint = One on each line, such as N/A. They count as not known in every property.
ruleset-properties = Properties
ruleset-properties-hint = What a property is called here, what its values are, and under which other names files have it.
ruleset-property-label = Name here
ruleset-property-type = Values
ruleset-property-aliases = Other names in files, separated by ;
ruleset-type = { $type ->
    [text] text
    [number] numbers
    [boolean] yes or no
    [time] times
    [list] lists
   *[any] anything
}
ruleset-new-property = Property
ruleset-add-property = Add property
ruleset-remove-property = Remove the property { $name }
step-add = Add { $name }
step-name = Rename { $name }
step-points = Points of { $name }
step-mute = Mute { $name }
step-unmute = Unmute { $name }
step-clone = Duplicate { $name }
step-delete = Delete { $name }
step-move = Move { $name }
step-note = Note of { $name }
step-decay = Decay of { $name }
step-rescale = Scale of { $name }
step-bands = Change { $name }
step-settings = Settings: { $name }
