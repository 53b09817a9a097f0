# The ruleset as JSON.
json-none = There is no ruleset yet.
json-fine = No errors and no warnings.
json-text = The ruleset as JSON
step-json = Edit the JSON
code-find = Find
code-replace-with = Replace with
code-next = next
code-previous = previous
code-all = all
code-match-case = match case
code-by-word = by word
code-regexp = regexp
code-replace = replace
code-replace-all = replace all
code-close = close
code-current = current match
code-on-line = on line
code-replaced = replaced match on line { $line }
code-replaced-all = replaced { $count } matches
code-go-to-line = Go to line
code-go = go
code-folded = Folded lines
code-unfolded = Unfolded lines
code-to = to
code-folded-code = folded code
code-unfold = unfold
code-fold = fold
code-completions = Suggestions
code-diagnostics = Findings
code-no-diagnostics = No findings
code-control = Control character
code-deleted = Selection deleted
json-errors = { $count ->
    [one] { $count } error
   *[other] { $count } errors
}
json-warnings = { $count ->
    [one] { $count } warning
   *[other] { $count } warnings
}
diagnostics = Findings
severity = { $severity ->
    [error] error
   *[warning] warning
}
line-column = line { $line }, column { $column }
