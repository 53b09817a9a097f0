# Rulesets as a whole: the list, how they are kept, versions, templates.
ruleset-menu = Rulesets
ruleset-none = No ruleset yet
ruleset-unnamed = Unnamed ruleset
ruleset-list = Your rulesets
ruleset-action = { $action ->
    [new] New from a template…
    [open] Open a file…
    [save] Save to a file…
    [link] Copy a link to share
    [rename] Rename…
    [duplicate] Duplicate
   *[remove] Delete
}
kept = { $state ->
    [saving] Saving…
    [memory] Not saved: kept while this page is open
    [full] Not saved: no room on the disk
    [conflict] Not saved: changed in another tab
   *[saved] Saved in this browser
}
kept-memory-why = { $reason ->
    [forbidden] This browser does not let the page store anything.
    [newer] A newer version of this page is in use in another tab. Reload this one.
    [blocked] Another tab holds the store. Close the other tabs of this page.
   *[broken] The browser’s store has stopped working.
}
retry = Try again
saved-to = Saved to { $file }
link-copied = The link is copied. It holds the ruleset, and no contacts.
link-title = A link to this ruleset
link-label = It holds the ruleset, and no contacts
done = Done
rename-title = Rename the ruleset
name = Name
rename = Rename
copy-of = Copy of { $name }
library-fault = { $code ->
    [missing] This ruleset is no longer there.
    [too-many] There are 1,000 rulesets already. Delete one first.
    [too-large] This is larger than any ruleset. Choose another file.
    [too-long] The ruleset is too large for a link. Save it to a file and send that.
    [full] There is no room on the disk. Free some and try again, or save to a file.
    [conflict] It was changed in another tab. Decide first which one is to stay.
    [not-text] The file is not text. Choose a ruleset’s file.
    [failed] The browser could not read or write the file. Try another one.
    [damaged] The link is damaged. Copy all of it, or ask for the file.
    [unknown-version] The link was made by a newer version of this page. Reload the page.
   *[unexpected] That did not work. Try again.
}
removed = “{ $name }” was deleted.
dismiss = Dismiss
discard = Discard
set-aside = Something in this browser’s store is damaged and was set aside.
conflict = “{ $name }” was changed in another tab, and here as well.
conflict-removed = “{ $name }” was deleted in another tab.
conflict-mine = Keep mine
conflict-theirs = Take theirs
conflict-copy = Save mine as a copy
conflict-close = Let it go
publish = Publish
publish-title = Publish version { $number }
publish-hint = A version is kept as it is now. Changes you make later are held against it.
publish-same = Nothing has changed since version { $number }.
publish-faulty = The rules have errors. Mend them first.
publish-note = What has changed, and why
publish-example = Such as: pricing page counts more, agreed with sales
published-title = Version { $number } is published
published-hint = Changes you make later are held against it.
templates = Start from a template
first-templates = Or begin with a template
template = { $template ->
    [inbound] Inbound leads
    [saas] SaaS: fit and engagement
    [ecommerce] E-commerce
    [account-based] Account-based
   *[empty] Empty
}
template-about = { $template ->
    [inbound] One score from who they are and what they did; MQL from 35, SQL from 65.
    [saas] Two scores and a matrix of priorities.
    [ecommerce] Engagement with shop and emails, fading with time.
    [account-based] Whether the company is a target, and how many signals it gives.
   *[empty] A score to fill yourself.
}
template-failed = The template could not be loaded. Check the connection and try again.
step-rename = Rename to “{ $name }”
step-restore = Restore version { $number }
step-keep-mine = Keep mine
