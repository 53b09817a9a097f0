# The page around its views: header, files, first run.
contacts = { $count ->
    [one] { $count } contact
   *[other] { $count } contacts
}
limit-none = none
limit-max = at most { $max }
limit-min = at least { $min }
limit-both = { $min } to { $max }

language = Language
theme = Colours
theme-name = { $theme ->
    [light] Light
    [dark] Dark
   *[system] As the system
}
undo = Undo
redo = Redo
views = Views
view = { $view ->
    [rules] Rules
    [lifecycle] Stages
    [contacts] Contacts
    [test] Test a contact
    [distribution] Distribution
    [changes] Changes
    [health] Health
    [json] JSON
   *[data] Data
}
view-missing = This view could not be loaded. Check the connection and try again.

as-of = Scored as of
now = Now
none = None
cancel = Cancel
load = Load
choose = Choose
replace = Replace
choose-files = Choose files
sources = Files
source = { $source ->
    [events] Events
   *[contacts] Contacts
}
choose-source = { $source ->
    [events] Choose events
   *[contacts] Choose contacts
}
replace-source = { $source ->
    [events] Replace events
   *[contacts] Replace contacts
}
more-about = More about { $file }
use-as = Use it as
role-choice = { $role ->
    [ruleset] a ruleset
    [events] events
   *[contacts] contacts
}
without-events = Score without events
contacts-missing = An export: CSV, JSON or NDJSON
contacts-left-out = { $contacts }, { $count ->
    [one] { $count } row left out
   *[other] { $count } rows left out
}
events-missing = What contacts did: optional
events-inside = { $count ->
    [one] { $count } event inside the contacts
   *[other] { $count } events inside the contacts
}
events-read = { $count } read
events-read-unmatched = { $count } read, { $unmatched } unmatched
events-waiting = Waiting for contacts
load-reading = Reading { $file }
load-scoring = Scoring { $file }
load-rows = { $share }, { $count ->
    [one] { $count } row
   *[other] { $count } rows
}
drop = Drop to load
drop-hint = A ruleset, contacts, events: one or several files
which-title = Which file is which?
which-hint = Of contacts and of events, one file each is used: the last of its kind in this list.
which-is = is
complaints = Files that could not be used
complaint-unexpected = Something went wrong with { $file }
complaint-unreadable = { $role ->
    [ruleset] { $file } could not be read as a ruleset
    [events] { $file } could not be read as events
   *[contacts] { $file } could not be read as contacts
}
complaint-link = The link could not be used
complaint-dismiss = Dismiss the message about { $file }
complaint-kept = Everything you had stays: { $file } is still in use.
news-reading = Reading { $file }
news-unusable = { $file } could not be used
news-shown = { $contacts } shown

first-title = Score your contacts, and see why
first-promise = Your rules give points to your contacts: exact, the same everywhere, and with the reason for every point. It all happens in this browser.
first-sample-title = Have a look first
first-sample = 2,000 invented contacts with 30,000 events, and rules to play with.
try-sample = Try the sample
first-own-title = Use your own files
first-own = Drop them anywhere on this page: a ruleset (JSON), contacts and events (CSV, JSON, NDJSON).
first-demo = See rules like these at work on a website: the demo site
privacy = Nothing you load leaves this browser.
