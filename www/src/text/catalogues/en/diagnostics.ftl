# What is wrong or suspect in a ruleset, for those who write it: one sentence for each code of the package.
diagnostic = { $code ->
    [invalid_json] The text is not valid JSON here.
    [too_large] The ruleset is too long.
    [too_deep] Groups stand inside groups too often.
    [duplicate_key] The same entry is there twice.
    [wrong_type] This is not the kind of value that belongs here.
    [unknown_key] There is no such entry here; perhaps it is misspelt.
    [unknown_operator] There is no such comparison; choose one from the list.
    [unknown_choice] This is not one of the possible choices.
    [missing_key] Something is still missing here.
    [misplaced_key] This entry belongs to another kind of rule.
    [conflicting_keys] Two entries exclude each other; keep one of them.
    [misplaced_test] Such a test cannot stand here.
    [empty_list] Add at least one entry.
    [blank_text] Write something here.
    [too_long] The text is too long.
    [too_many] There are too many entries.
    [unsupported_version] The ruleset was made for another version.
    [invalid_id] An id is 1 to 64 letters, digits, “_”, “-” or “.”, and begins with a letter or digit.
    [duplicate_id] This id is used twice; change one of them.
    [duplicate_name] This value is listed twice, apart from small and capital letters.
    [too_precise] Points have at most two decimals, and counts none.
    [out_of_range] The number is too small or too large.
    [invalid_range] The range ends before it begins.
    [overlapping_ranges] Two ranges overlap: a number must belong to one of them only.
    [invalid_time] This is not a date or time, such as 2026-03-12.
    [invalid_regex] The pattern is not a regular expression that can be used.
    [mixed_operands] Texts and numbers are mixed; use one kind only.
    [unknown_score] There is no score with this id.
    [unknown_band] There is no such band.
    [unknown_stage] There is no such stage.
    [unknown_list] There is no list with this id.
    [list_cycle] This list is made from itself; remove one of the tests that lead round.
    [invalid_placeholder] A placeholder must be closed and have a name.
    [duplicate_bands] This score already has bands.
    [decay_without_since] Say from which date the points decay.
    [since_without_decay] A date to decay from is given, but nothing decays.
    [never_holds] No contact can ever meet this.
    [always_holds] Every contact meets this.
    [points_beyond_limit] A limit cuts off some of these points in any case.
    [limit_excludes_zero] The limit gives points even to a contact that meets nothing.
    [band_gap] Some points between two bands have no band.
    [band_overlap] Some points belong to two bands; the first one counts.
    [unreachable_band] No contact can reach this band.
    [negative_drops_unknown] Contacts without a value do not meet this either, unless you include them.
    [short_word] A short text like this is also found inside longer words; look for the whole word instead.
    [unsuitable_operator] This comparison does not suit what the property holds.
    [no_points] This can never give any points.
    [duplicate_criterion] Another criterion says the same, so the points count twice.
    [all_muted] Every criterion is muted, so nobody gets points.
    [stage_order] This stage begins at no more points than an earlier one, which is passed over.
    [no_effect] This can never do anything.
    [more_diagnostics] There are more problems than are shown; they follow once these are solved.
   *[other] Something is wrong or suspect here.
}
diagnostic-severity = { $severity ->
    [warning] Suspect
   *[error] Error
}
