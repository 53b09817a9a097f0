//! What holds for all files: the way they are cut and the format they are in make no difference, and nothing breaks the readers.
// What is unwrapped here is what a test expects; the lint knows only functions that are tests themselves.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use leadscore::contacts::{Format, LoadOptions, Loaded, Loader, Table, contact, read};
use proptest::prelude::*;

/// Everything that a table holds.
fn contents(table: &Table) -> Vec<String> {
    let mut lines = Vec::new();
    for row in 0..table.rows() {
        lines.push(table.id(row));
        for column in table.columns() {
            lines.push(format!("{}={:?}", column.name(), column.value(row)));
        }
        for event in table.events().of(row) {
            lines.push(format!("{:?} at {}", table.events().types().value(event), table.events().times()[event]));
            for column in table.events().columns() {
                lines.push(format!("{}={:?}", column.name(), column.value(event)));
            }
        }
    }
    lines
}

/// Everything that a load gives.
fn outcome(loaded: Result<Loaded, leadscore::Error>) -> Result<(Vec<String>, String), String> {
    let loaded = loaded.map_err(|error| error.to_string())?;
    Ok((contents(&loaded.table), serde_json::to_string(&loaded.report).unwrap()))
}

fn in_chunks(
    contacts: &[u8],
    events: &[u8],
    sizes: &[usize],
    format: Option<Format>,
) -> Result<Loaded, leadscore::Error> {
    let mut loader = Loader::new(LoadOptions { format });
    let mut sizes = sizes.iter().cycle();
    let mut push = |mut rest: &[u8], push: &mut dyn FnMut(&[u8]) -> Result<(), leadscore::Error>| {
        while !rest.is_empty() {
            let (chunk, after) = rest.split_at((*sizes.next().unwrap()).clamp(1, rest.len()));
            push(chunk)?;
            rest = after;
        }
        Ok::<(), leadscore::Error>(())
    };
    push(contacts, &mut |chunk| loader.push_contacts(chunk))?;
    push(events, &mut |chunk| loader.push_events(chunk))?;
    loader.finish()
}

/// Texts as cells hold them: with delimiters, quotes, line ends, other scripts, and blank.
fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[a-z0-9]{0,8}",
        2 => "[a-z,;\"\r\n| äß€😀'-]{0,12}",
        1 => Just("N/A".to_owned()),
        1 => "[0-9]{1,3}(\\.[0-9]{1,2})?",
    ]
}

fn grid() -> impl Strategy<Value = Vec<Vec<String>>> {
    (2_usize..6).prop_flat_map(|columns| prop::collection::vec(prop::collection::vec(cell(), columns), 0..20))
}

/// A CSV; fields in quotes where they must be, and every so often where they need not be.
fn csv(rows: &[Vec<String>], delimiter: char, line_end: &str, quoted: bool) -> String {
    let field = |text: &String| {
        let needs = text.contains(['"', '\r', '\n', delimiter]);
        if needs || quoted { format!("\"{}\"", text.replace('"', "\"\"")) } else { text.clone() }
    };
    let columns = rows.first().map_or(2, Vec::len);
    let mut text =
        (0..columns).map(|column| format!("property {column}")).collect::<Vec<_>>().join(&delimiter.to_string());
    text += line_end;
    for row in rows {
        text += &row.iter().map(field).collect::<Vec<_>>().join(&delimiter.to_string());
        text += line_end;
    }
    text
}

fn ndjson(rows: &[Vec<String>]) -> String {
    let columns = rows.first().map_or(2, Vec::len);
    let mut text = String::new();
    for row in rows {
        let property = |column: usize| Some((format!("property {column}"), row.get(column)?.clone().into()));
        let object: serde_json::Map<String, serde_json::Value> = (0..columns).filter_map(property).collect();
        text += &serde_json::Value::Object(object).to_string();
        text.push('\n');
    }
    text
}

/// Values as they are written in JSON: plain texts and whole numbers above all, which many lines have alike.
fn json_value() -> impl Strategy<Value = String> {
    let kinds = [
        "null",
        "true",
        "false",
        "0",
        "-0",
        "1.50",
        "2e3",
        "123456789012345",
        "12345678901234567890",
        "[1, \"b\"]",
        "{\"x\": 1}",
    ];
    prop_oneof![
        6 => cell().prop_map(|text| serde_json::Value::from(text).to_string()),
        4 => (0_u32..2000).prop_map(|number| number.to_string()),
        2 => prop::sample::select(kinds.to_vec()).prop_map(str::to_owned),
    ]
}

/// A contact on a line, written in one of several ways, so that runs of lines have all but their values in common.
fn json_line() -> impl Strategy<Value = String> {
    (prop::sample::select(vec![0, 0, 0, 0, 1, 2, 3, 4]), prop::collection::vec(json_value(), 4)).prop_map(
        |(way, values)| {
            let [id, a, b, c] = values.as_slice() else { unreachable!() };
            match way {
                0 => format!(r#"{{"id":{id},"properties":{{"a":{a},"Löwe":{b},"c":{c}}},"archived":false}}"#),
                1 => format!(r#"{{ "id" : {id}, "properties": {{"a":{a} , "c":{c} }} }} "#),
                2 => format!(r#"{{"a":{a},"id":{id},"A":{b},"properties":{c}}}"#),
                3 => format!(r#"{{"id":{id},"events":[],"a\u0062":{a}}}"#),
                _ => format!(r#"{{"id":{id},"properties":{{"properties":{a},"events":{b}}}}}"#),
            }
        },
    )
}

/// Rows in quotes as a whole and rows of nothing are read otherwise in CSV, on purpose.
fn plain(rows: &[Vec<String>], delimiter: char) -> bool {
    rows.iter().all(|row| {
        row.iter().any(|cell| !cell.trim().is_empty())
            && !(row[0].contains(delimiter) && row.iter().skip(1).all(|cell| cell.trim().is_empty()))
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn csv_and_ndjson_of_the_same_contacts_give_the_same_table(
        rows in grid(),
        delimiter in prop::sample::select(vec![',', ';', '\t', '|']),
        line_end in prop::sample::select(vec!["\n", "\r\n", "\r"]),
        quoted: bool,
    ) {
        prop_assume!(plain(&rows, delimiter) && !rows.is_empty());
        let csv = read(csv(&rows, delimiter, line_end, quoted).as_bytes(), None, &LoadOptions { format: Some(Format::Csv) }).unwrap();
        let json = read(ndjson(&rows).as_bytes(), None, &LoadOptions { format: Some(Format::Ndjson) }).unwrap();
        prop_assert_eq!(contents(&csv.table), contents(&json.table));
        prop_assert_eq!(&csv.report.columns, &json.report.columns);
        prop_assert_eq!(csv.table.rows(), rows.len());
    }

    #[test]
    fn contacts_on_lines_are_those_in_a_list(
        lines in prop::collection::vec(json_line(), 1..40),
        line_end in prop::sample::select(vec!["\n", "\r\n"]),
        size in 1_usize..600,
    ) {
        let text = lines.join(line_end);
        let ndjson = read(text.as_bytes(), None, &LoadOptions { format: Some(Format::Ndjson) }).unwrap();
        // In a list every value is read by itself.
        let list = format!("[{}]", lines.join(&format!(",{line_end}")));
        let list = read(list.as_bytes(), None, &LoadOptions { format: Some(Format::Json) }).unwrap();
        prop_assert_eq!(contents(&ndjson.table), contents(&list.table));
        prop_assert_eq!(&ndjson.report.columns, &list.report.columns);
        prop_assert_eq!(&ndjson.report.notes, &list.report.notes);
        let cut = in_chunks(text.as_bytes(), b"", &[size], Some(Format::Ndjson));
        prop_assert_eq!(outcome(cut), outcome(Ok(ndjson)));
    }

    #[test]
    fn any_chunks_give_the_same_table(
        rows in grid(),
        quoted: bool,
        repeat in prop::sample::select(vec![1_usize, 1, 1, 400]),
        sizes in prop::collection::vec(prop_oneof![1_usize..40, 1000_usize..90_000], 1..6),
        damage in prop::option::of((any::<prop::sample::Index>(), any::<u8>())),
    ) {
        let rows: Vec<Vec<String>> = rows.iter().cycle().take(rows.len() * repeat).cloned().collect();
        let sizes = if repeat > 1 { sizes.iter().map(|size| size * 50 + 1).collect() } else { sizes };
        let json = ndjson(&rows);
        let array = format!("[{}]", json.trim_end().replace('\n', ","));
        for (text, format) in [(csv(&rows, ',', "\r\n", quoted), Format::Csv), (json, Format::Ndjson), (array, Format::Json)] {
            let mut bytes = text.into_bytes();
            if let (Some((place, byte)), false) = (&damage, bytes.is_empty()) {
                let place = place.index(bytes.len());
                bytes[place] = *byte;
            }
            let whole = outcome(read(&bytes, None, &LoadOptions { format: Some(format) }));
            prop_assert_eq!(outcome(in_chunks(&bytes, b"", &sizes, Some(format))), whole);
        }
    }

    #[test]
    fn arbitrary_bytes_are_read_or_refused(
        contacts in prop::collection::vec(any::<u8>(), 0..600),
        events in prop::collection::vec(any::<u8>(), 0..200),
        sizes in prop::collection::vec(1_usize..50, 1..4),
    ) {
        let whole = outcome(read(&contacts, Some(&events), &LoadOptions::default()));
        if !events.is_empty() {
            prop_assert_eq!(outcome(in_chunks(&contacts, &events, &sizes, None)), whole);
        }
    }

    #[test]
    fn text_that_is_nearly_csv_or_json_is_read_or_refused(
        contacts in "[\\[\\]{}\",:;\\\\\r\n a1eé0-]{0,80}",
        events in "([\\[\\]{}\",:\n]|type|time|\"id\"|2024-01-01){0,40}",
        size in 1_usize..9,
    ) {
        for format in [None, Some(Format::Csv), Some(Format::Json), Some(Format::Ndjson)] {
            let events = format!("id,type,time\n{events}");
            let whole = outcome(read(contacts.as_bytes(), Some(events.as_bytes()), &LoadOptions { format }));
            prop_assert_eq!(outcome(in_chunks(contacts.as_bytes(), events.as_bytes(), &[size], format)), whole);
        }
        let _ = contact(&contacts, Some(&events));
    }

    #[test]
    fn a_contact_by_itself_is_the_contact_in_a_file(rows in grid()) {
        prop_assume!(!rows.is_empty());
        let json = ndjson(&rows);
        let first = json.lines().next().unwrap();
        let file = read(first.as_bytes(), None, &LoadOptions { format: Some(Format::Ndjson) }).unwrap();
        prop_assert_eq!(contents(&contact(first, None).unwrap()), contents(&file.table));
    }
}
