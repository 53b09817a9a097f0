# From score to action: stages, lists and workflows, what they would do, and the way of one contact.
step-automation = { $what ->
    [name] Rename
    [id] Change an id
    [note] Change a note
    [members] Change the members of a list
    [property] Change the property of stages
    [enrol_on] Change the list of a workflow
    [goal] Change the goal of a workflow
    [suppress] Change who is kept out of a workflow
    [enrolment] Change whom a workflow enrols
    [muted] Mute or unmute a workflow
    [message] Change a message
    [action] Change the actions of a workflow
   *[condition] Change the condition
}
automation-none = What should a score set in motion?
automation-none-hint = Contacts can move to the next lifecycle stage by themselves, belong to lists that are always up to date, and start workflows that tell sales at the right moment.
automation-no-score = Stages follow from a score, and there is none yet.
automation-to-rules = Go to the rules
automation-thresholds = Use thresholds 35 / 65
automation-thresholds-hint = With “{ $score }”: from 35 points marketing qualified, from 65 sales qualified, and sales is told. Everything can be changed afterwards.
automation-empty = Start empty
automation-section = { $section ->
    [stages] Stages
    [lists] Lists
   *[workflows] Workflows
}
automation-section-none = { $section ->
    [stages] No stage yet. Stages stand in the order in which contacts go through them, such as Lead, MQL, SQL, Customer.
    [lists] No list yet. A list holds whoever meets a filter, or contacts that you name, such as partners or staff.
   *[workflows] No workflow yet. A workflow does something for every contact who joins a list.
}
automation-add = { $section ->
    [stages] Add stage
    [lists] Add list
   *[workflows] Add workflow
}
automation-new = { $section ->
    [stages] New stage
    [lists] New list
   *[workflows] New workflow
}
automation-id = Id
automation-id-taken = { $section ->
    [stages] Another stage is named so.
    [lists] Another list has this id.
   *[workflows] Another workflow has this id.
}
automation-id-kept = “{ $id }” stays until you give it another one.
beginning-list = { $list ->
    [mqls] Marketing qualified
    [sqls] Sales qualified
   *[customers] Opportunities and customers
}
beginning-workflow = Tell sales
stage-value = Value of the property
stage-enter = Who enters it by themselves
stage-enter-hint = Whoever meets this and stands at an earlier stage moves here. Nobody is moved back.
stage-by-hand = Nobody enters it by themselves
stage-when = When { $sentence }
lifecycle-settings = For all stages
lifecycle-property = Property that holds the stage
lifecycle-exclude = Whose stage is left alone
lifecycle-exclude-hint = Such as staff, partners and competitors: nothing here changes their stage.
list-kind = Who is on the list
list-kinds = { $kind ->
    [when] By a filter
   *[members] By name
}
list-members = Ids or email addresses
list-members-hint = One on each line, as a column is pasted from a spreadsheet.
list-members-count = { $count ->
    [0] No members
    [one] { $count } member
   *[other] { $count } members
}
list-members-file = Read from a file
list-members-clear = Remove all
list-file-unreadable = { $file } could not be read as a list of ids.
list-file-column = Column with the ids or email addresses
list-file-replace = Replace the members that are there
list-file-take = { $count ->
    [one] Take { $count } member
   *[other] Take { $count } members
}
list-show = { $count ->
    [one] Show { $count } contact on { $name }
   *[other] Show { $count } contacts on { $name }
}
list-in-file = in the file
list-in-file-hint = As the file has the contacts, before any run
workflow-summary = Whoever joins { $list }: { $count ->
    [0] nothing is done
    [one] { $count } action
   *[other] { $count } actions
}
workflow-who = For whom
workflow-what = What is done
workflow-end = Until when
workflow-list = { $key ->
    [goal] Ends when the contact is on
   *[enrol_on] Enrols who joins the list
}
workflow-no-goal = no goal: until the contact leaves the list or is kept out
workflow-check = { $key ->
    [enrol_present] Also enrol those who are on the list when it starts
   *[re_enrol] Enrol again each time a contact comes back to the list
}
workflow-suppress = Never those on
workflow-muted = Muted: enrols nobody
workflow-first-message = { $has ->
    [score] { $name } ({ $email }) has { $points } points
   *[none] { $name } ({ $email })
}
action-add = Add an action
action-kind = { $kind ->
    [notify] Notify
    [set] Set a property
    [clear] Clear a property
   *[call_back] Call back
}
action-name = { $place }. { $kind ->
    [notify] Notify
    [set] Set a property
    [clear] Clear a property
    [call_back] Call back
   *[unknown] Action
}
action-field = { $field ->
    [notify] Whom, or by which channel
    [message] Message
    [set] Property
    [to] New value
    [clear] Property
    [call_back] Name of the call
   *[with] With this text
}
placeholder-insert = Insert a placeholder…
placeholder-group = { $group ->
    [contact] The contact
    [scores] Scores and bands
   *[properties] Properties
}
placeholder-known = { $name ->
    [id] Id
    [stage] Stage
   *[as_of] Date and time
}
outcome = If you publish now
outcome-first = Nothing is published yet: the first run takes the contacts as the file has them.
outcome-against = Against version { $number }, after its run
outcome-against-opened = Against the rules as they were opened
outcome-no-contacts = Load contacts to see who would move, and who would be told.
outcome-nothing = Nothing would happen to anybody right away.
outcome-figure = { $what ->
    [moved] { $count ->
        [one] changes stage
       *[other] change stage
    }
    [enrolled] { $count ->
        [one] enrolled
       *[other] enrolled
    }
   *[notified] { $count ->
        [one] notification
       *[other] notifications
    }
}
outcome-figure-title = { $what ->
    [moved] { $count ->
        [one] { $count } contact would change stage
       *[other] { $count } contacts would change stage
    }
    [enrolled] { $count ->
        [one] { $count } contact would be enrolled
       *[other] { $count } contacts would be enrolled
    }
   *[notified] { $count ->
        [one] { $count } notification would be sent
       *[other] { $count } notifications would be sent
    }
}
outcome-stages = Contacts by stage
outcome-at-stage = { $count ->
    [one] { $count } contact at { $stage }, { $before } before
   *[other] { $count } contacts at { $stage }, { $before } before
}
outcome-come = { $count ->
    [one] { $count } contact would come to { $stage }
   *[other] { $count } contacts would come to { $stage }
}
outcome-rest = { $what ->
    [without] Without a stage
   *[other] Another value
}
outcome-moves = Who moves from where to where
outcome-from = From
outcome-to = To
outcome-contacts = Contacts
outcome-new = new
outcome-on-list = { $count ->
    [one] { $count } contact on { $list }
   *[other] { $count } contacts on { $list }
}
outcome-on-known-list = { $count ->
    [one] { $count } contact on { $list }, { $before } before
   *[other] { $count } contacts on { $list }, { $before } before
}
outcome-moved = { $name }: who is new, and who is no longer there
outcome-who-moves = { $moves ->
    [comes] New here
   *[goes] No longer here
}
outcome-told = Notifications
outcome-notified = { $count ->
    [one] { $count } notification to { $channel }
   *[other] { $count } notifications to { $channel }
}
outcome-called-back = { $count ->
    [one] { $count } call back: { $name }
   *[other] { $count } calls back: { $name }
}
outcome-enrolled = { $count ->
    [one] { $workflow } would enrol { $count } contact
   *[other] { $workflow } would enrol { $count } contacts
}
outcome-unenrolled = { $count ->
    [one] { $count } enrolment in { $workflow } would end
   *[other] { $count } enrolments in { $workflow } would end
}
outcome-ended = ends for
outcome-muted = Muted: it enrols nobody.
outcome-present = When it starts, those who are on “{ $list }” already are not enrolled.
outcome-missing = In none of these contacts, though lists, stages or messages ask for it: { $properties }
outcome-left-out = { $count ->
    [one] { $count } row takes no part: without an id, or with one that is there twice.
   *[other] { $count } rows take no part: without an id, or with one that is there twice.
}
happening-none = none
happening-stage = { $from } → { $to }
happening-kept = { $reason ->
    [backwards] Stays at { $from }: it would have gone back to { $to }
    [excluded] Stays at { $from }: left alone by the exclusion
    [other_stage] Stays at { $from }, which is no stage of the ruleset
   *[no_such_stage] Stays at { $from }: { $to } is no stage of the ruleset
}
happening-set = { $property }: { $from } → { $to }
happening-cleared = { $property } cleared, was { $from }
happening-enrolled = Enrolled in { $workflow }
happening-unenrolled = { $reason ->
    [goal] { $workflow } ends: goal reached
    [suppressed] { $workflow } ends: on a list that is kept out
   *[left] { $workflow } ends: no longer on its list
}
happening-notified = Notifies { $channel }
happening-called-back = Calls back { $name }
