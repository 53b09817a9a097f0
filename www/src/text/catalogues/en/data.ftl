# What the loads of contacts and events turned out to hold.
report = Load report
report-empty = There are no contacts yet.
report-file = File
report-rows = Rows read
report-left-out = Rows left out
report-columns = Columns
report-format = Format
report-encoding = Encoding
report-delimiter = Delimiter
report-size = Size
report-notes = Notes
report-events = Events
delimiter = { $delimiter ->
    [comma] comma
    [semicolon] semicolon
    [tab] tab
    [bar] bar
   *[other] other
}
line = line { $line }
lines = { $count ->
    [one] line { $lines }
   *[other] lines { $lines }
}
left-out = { $count ->
    [one] { $count } row could not be read.
   *[other] { $count } rows could not be read.
}
left-out-first = { $count ->
    [one] This is the first:
   *[other] These are the first { $count }:
}
unusable = What the rules could not use
unusable-missing = { $count ->
    [one] A property that rules use, and the contacts do not have:
   *[other] { $count } properties that rules use, and the contacts do not have:
}
unusable-unreadable = { $needed ->
    [number] cannot be read as a number
    [boolean] cannot be read as yes or no
   *[time] cannot be read as a time
} { $count ->
    [one] in { $count } row, such as
   *[other] in { $count } rows, such as
}
unusable-later = { $count ->
    [one] { $count } event lies after the instant of the scores, at which it does not exist yet.
   *[other] { $count } events lie after the instant of the scores, at which they do not exist yet.
}
unknowns = Values that may mean “no value”
unknowns-hint = The ruleset may declare them as unknown values.
unknowns-in = in { $places }
unknowns-declared = declared by the ruleset
report-events-read = { $count ->
    [one] { $count } event read.
   *[other] { $count } events read.
}
report-events-unmatched = { $count ->
    [one] { $count } of them is of a contact that is not here.
   *[other] { $count } of them are of contacts that are not here.
}
report-events-left-out = Events left out
column = Column
report-filled = Filled
report-kind = Kind
column-distinct = Distinct
column-examples = Examples
columns-all = Show all { $count }
kind = { $kind ->
    [number] number
    [boolean] yes or no
    [time] time
    [list] list
    [empty] empty
   *[text] text
}
note = { $code ->
    [no_rows] The file has no contacts, only column names or an empty list.
    [missing_ids] { $count ->
        [one] { $count } contact has no id and is called by its row.
       *[other] { $count } contacts have no id and are called by their rows, such as “row 1”.
    }
    [repeated_ids] { $count ->
        [one] { $count } row repeats the id of an earlier one and is kept as a contact of its own.
       *[other] { $count } rows repeat the id of an earlier one; each is kept as a contact of its own.
    }
    [blank_rows] { $count ->
        [one] { $count } row without any value was skipped.
       *[other] { $count } rows without any value were skipped.
    }
    [short_rows] { $count ->
        [one] { $count } row has fewer fields than there are columns; the missing ones are unknown.
       *[other] { $count } rows have fewer fields than there are columns; the missing ones are unknown.
    }
    [long_rows] { $count ->
        [one] { $count } row has more values than there are columns; those beyond the last were left out.
       *[other] { $count } rows have more values than there are columns; those beyond the last were left out.
    }
    [wrapped_rows] { $count ->
        [one] { $count } row was in quotes as a whole and has been unwrapped.
       *[other] { $count } rows were in quotes as a whole and have been unwrapped.
    }
    [duplicate_headers] { $count ->
        [one] { $count } column has the name of an earlier one; rules read the earlier one.
       *[other] { $count } columns have the name of an earlier one; rules read the earlier one.
    }
    [blank_headers] { $count ->
        [one] { $count } column has no name and is called by its place, such as “column 7”.
       *[other] { $count } columns have no name and are called by their places, such as “column 7”.
    }
    [too_many_columns] { $count ->
        [one] { $count } value or column name beyond the first 10,000 columns was left out.
       *[other] { $count } values or column names beyond the first 10,000 columns were left out.
    }
    [unclosed_quotes] { $count ->
        [one] { $count } line opens a quote that is never closed and was left out.
       *[other] { $count } lines open a quote that is never closed and were left out.
    }
    [nested_values] { $count ->
        [one] { $count } value is an object or a list of such, which no rule reads, and was left out.
       *[other] { $count } values are objects or lists of such, which no rule reads, and were left out.
    }
    [replaced_bytes] { $count ->
        [one] { $count } character was not valid in the file’s encoding and was replaced by �.
       *[other] { $count } characters were not valid in the file’s encoding and were replaced by �.
    }
    [dropped_nuls] { $count ->
        [one] { $count } NUL character was dropped.
       *[other] { $count } NUL characters were dropped.
    }
   *[other] Something worth a look in the file.
}
