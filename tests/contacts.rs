//! What exports look like, and what is read from them.

// What is unwrapped here is what a test expects; the lint knows only functions that are tests themselves.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]
use leadscore::ErrorKind;
use leadscore::contacts::{Format, LoadOptions, Loaded, Table, contact, read};

fn load(contacts: impl AsRef<[u8]>) -> Loaded {
    read(contacts.as_ref(), None, &LoadOptions::default()).unwrap()
}

fn load_events(contacts: &str, events: &str) -> Loaded {
    read(contacts.as_bytes(), Some(events.as_bytes()), &LoadOptions::default()).unwrap()
}

fn refusal(contacts: impl AsRef<[u8]>) -> String {
    let error = read(contacts.as_ref(), None, &LoadOptions::default()).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::UnreadableFile);
    error.message().to_owned()
}

/// The values of a contact as `name=value`, those that are there.
fn row(table: &Table, row: usize) -> Vec<String> {
    let value = |column: &leadscore::contacts::Column| Some(format!("{}={}", column.name(), column.value(row)?.text()));
    table.columns().iter().filter_map(value).collect()
}

fn rows(table: &Table) -> Vec<Vec<String>> {
    (0..table.rows()).map(|index| row(table, index)).collect()
}

fn notes(loaded: &Loaded) -> Vec<(&str, usize, &[usize])> {
    loaded.report.notes.iter().map(|note| (note.code, note.count, note.lines.as_slice())).collect()
}

#[test]
fn a_hubspot_export_is_read_by_its_labels() {
    let loaded = load(
        "\u{feff}Record ID,First Name,Job Title,Number of Sessions\r\n101,Ada,\"VP, Sales\",6\r\n102,Bo,\"Head of \"\"Growth\"\"\",\r\n",
    );
    assert_eq!(
        rows(&loaded.table),
        [
            vec!["Record ID=101", "First Name=Ada", "Job Title=VP, Sales", "Number of Sessions=6"],
            vec!["Record ID=102", "First Name=Bo", "Job Title=Head of \"Growth\""],
        ]
    );
    assert_eq!((loaded.table.id(0), loaded.table.id(1)), ("101".into(), "102".into()));
    assert_eq!(loaded.table.column("jobtitle", []).unwrap().name(), "Job Title");
    assert_eq!(loaded.report.columns[3].internal_name, Some("hs_analytics_num_visits"));
    assert_eq!((loaded.report.format, loaded.report.delimiter), (Format::Csv, Some(',')));
    assert_eq!(notes(&loaded), []);
}

#[test]
fn the_same_contacts_are_read_from_every_format_and_encoding() {
    let csv = "id,name,city\n1,Zoë,Köln\n2,Øyvind,\n";
    let expected = [vec!["id=1", "name=Zoë", "city=Köln"], vec!["id=2", "name=Øyvind"]];
    let utf16 = |bytes: fn(u16) -> [u8; 2]| csv.encode_utf16().flat_map(bytes).collect::<Vec<u8>>();
    let latin: Vec<u8> = csv.chars().map(|character| character as u8).collect();
    let files: [(Vec<u8>, &str); 10] = [
        (csv.into(), "UTF-8"),
        (format!("\u{feff}{csv}").into(), "UTF-8"),
        (utf16(u16::to_le_bytes), "UTF-16LE"),
        (utf16(u16::to_be_bytes), "UTF-16BE"),
        (latin, "windows-1252"),
        (csv.replace(',', ";").replace('\n', "\r\n").into(), "UTF-8"),
        (csv.replace(',', "\t").replace('\n', "\r").into(), "UTF-8"),
        (format!("sep=|\n{}", csv.replace(',', "|")).into(), "UTF-8"),
        (r#"[{"id":1,"name":"Zoë","city":"Köln"},{"id":2.0,"name":"Øyvind","city":null}]"#.into(), "UTF-8"),
        ("{\"id\":\"1\",\"name\":\"Zoë\",\"city\":\"Köln\"}\n{\"id\":\"2\",\"name\":\"Øyvind\"}".into(), "UTF-8"),
    ];
    for (file, encoding) in files {
        let loaded = load(&file);
        assert_eq!(rows(&loaded.table), expected, "{}", String::from_utf8_lossy(&file));
        assert_eq!(loaded.report.encoding, encoding);
        assert_eq!(notes(&loaded), []);
    }
}

#[test]
fn a_page_of_the_api_holds_contacts_under_results() {
    let page = |lines: &str| {
        format!(
            r#"{{"total":2,"results":[{lines}{{"id":"51","properties":{{"email":"a@b.co","hs_object_id":"51","phone":null}},
            "createdAt":"2023-02-24T03:00:13.460Z","archived":false,"propertiesWithHistory":{{"email":[{{"value":"x"}}]}},
            "associations":{{"companies":{{"results":[{{"id":"9"}}]}}}}}},{{"id":"52","properties":{{"email":"c@d.co"}}}}],
            "paging":{{"next":{{"after":"52","results":[1,2]}}}}}}"#
        )
    };
    let loaded = load(page(""));
    assert_eq!(rows(&loaded.table).len(), 2);
    assert_eq!(
        row(&loaded.table, 0),
        ["id=51", "email=a@b.co", "hs_object_id=51", "createdAt=2023-02-24T03:00:13.460Z", "archived=false"]
    );
    assert_eq!(loaded.table.id(1), "52");
    let pages = format!("{}\n{}\n", page("").replace('\n', ""), page("").replace('\n', ""));
    let loaded = load(pages);
    assert_eq!((loaded.report.format, loaded.table.rows()), (Format::Ndjson, 4));
    assert_eq!(notes(&loaded), [("repeated_ids", 2, &[2][..])]);
}

#[test]
fn values_in_json_are_the_text_that_javascript_prints() {
    let loaded =
        load(r#"[{"id":1,"n":5.0,"big":1e21,"t":true,"list":["a",2.50,null,"b;c"],"o":{"x":1},"l":[["x"],"y"]}]"#);
    assert_eq!(row(&loaded.table, 0), ["id=1", "n=5", "big=1e+21", "t=true", "list=a;2.5;b;c", "l=y"]);
    let items: Vec<&str> = loaded.table.columns()[4].value(0).unwrap().items().collect();
    assert_eq!(items, ["a", "2.5", "b;c"]);
    assert_eq!(notes(&loaded), [("nested_values", 2, &[1][..])]);
}

#[test]
fn events_are_read_inside_contacts_and_beside_them() {
    let inside = load(
        r#"[{"id":"a","events":[{"type":"page_view","time":"2024-03-02","properties":{"url":"/b"}},
        {"type":"page_view","time":1709251200000,"url":"/a","tags":["x","y"]},{"type":"page_view"},{"time":"2024-01-01"}]},{"id":"b"}]"#,
    );
    let beside = load_events(
        "id,email\na,A@x.co\nb,b@x.co\n",
        "contact_id,email,event_type,timestamp,url,tags\na,,page_view,2024-03-02,/b,\n,a@X.co,page_view,2024-03-01,/a,x;y\n\
         zz,,page_view,2024-03-02,,\nb,,page_view,last week,,\nb,,,2024-03-02,,\n,,page_view,2024-03-02,,\n",
    );
    for loaded in [&inside, &beside] {
        let events = loaded.table.events();
        assert_eq!((events.len(), events.of(0), events.of(1)), (2, 0..2, 2..2));
        assert_eq!(events.times(), [1_709_251_200_000, 1_709_337_600_000]);
        let urls = events.column("url").unwrap();
        let url = |event| urls.value(event).unwrap().text().into_owned();
        assert_eq!((url(0), url(1)), ("/a".into(), "/b".into()));
        assert_eq!(events.column("tags").unwrap().value(0).unwrap().items().collect::<Vec<_>>(), ["x", "y"]);
        assert_eq!(events.columns().len(), 2);
    }
    let left_out = |loaded: &Loaded| {
        let events = loaded.report.events.clone().unwrap();
        (events.read, events.unmatched, events.left_out.first.iter().map(|row| row.line).collect::<Vec<_>>())
    };
    assert_eq!(left_out(&inside), (2, 0, vec![1, 1]));
    assert_eq!(left_out(&beside), (2, 1, vec![5, 6, 7]));
}

#[test]
fn an_event_of_its_own_id_belongs_to_the_contact_that_it_names() {
    let loaded = load_events(
        "id\n1\n2\n2\n",
        "{\"id\":\"1\",\"contact_id\":2,\"type\":\"x\",\"time\":\"2024-01-01\"}\n{\"id\":1,\"type\":\"x\",\"time\":\"2024-01-01\"}\n",
    );
    let events = loaded.table.events();
    assert_eq!((events.of(0), events.of(1), events.of(2)), (0..1, 1..2, 2..2));
    assert_eq!(events.column("id").unwrap().value(1).unwrap().text(), "1");
}

#[test]
fn rows_that_are_badly_made_are_read_and_noted() {
    let loaded =
        load("id,email,,email,\n1,a,,x,\n\n2,b\n3,c,seven,y,,,more\n,,,,\n  \n\"4,\"\"d\"\",,z,\"\n,e,,,\n1,f,,,\n");
    assert_eq!(
        rows(&loaded.table),
        [
            vec!["id=1", "email=a", "email=x"],
            vec!["id=2", "email=b"],
            vec!["id=3", "email=c", "column 3=seven", "email=y"],
            vec!["id=4", "email=d", "email=z"],
            vec!["email=e"],
            vec!["id=1", "email=f"],
        ]
    );
    assert_eq!(loaded.table.id(4), "row 5");
    assert_eq!(
        notes(&loaded),
        [
            ("missing_ids", 1, &[9][..]),
            ("repeated_ids", 1, &[10]),
            ("blank_rows", 2, &[6, 7]),
            ("short_rows", 1, &[4]),
            ("long_rows", 1, &[5]),
            ("wrapped_rows", 1, &[8]),
            ("duplicate_headers", 1, &[1]),
            ("blank_headers", 2, &[1]),
        ]
    );
    assert_eq!(
        (loaded.table.find("1"), loaded.table.find("row 5"), loaded.table.find("E")),
        (Some(0), Some(4), Some(4))
    );
    assert_eq!((loaded.table.find("row 1"), loaded.table.find("nobody")), (None, None));
}

#[test]
fn files_wrapped_in_quotes_as_a_whole_are_unwrapped() {
    let loaded = load("\"id,name\"\n\"1,\"\"Smith, Ada\"\"\"\n\"2,Bo\"\n");
    assert_eq!(rows(&loaded.table), [vec!["id=1", "name=Smith, Ada"], vec!["id=2", "name=Bo"]]);
    assert_eq!(notes(&loaded), [("wrapped_rows", 3, &[1, 2, 3][..])]);
}

#[test]
fn a_quote_that_is_never_closed_costs_its_own_line() {
    let loaded = load("id,name\n1,Ada\n2,\"Bo\n3,Cy\n4,Di\n");
    assert_eq!(rows(&loaded.table), [vec!["id=1", "name=Ada"], vec!["id=3", "name=Cy"], vec!["id=4", "name=Di"]]);
    assert_eq!(notes(&loaded), [("unclosed_quotes", 1, &[3][..])]);
    assert_eq!(loaded.report.rows_left_out.first[0].line, 3);
}

#[test]
fn damaged_json_costs_what_is_damaged() {
    let loaded = load("{\"id\":1}\n{\"id\":2,\"name\":\"x\n{\"id\":3,}\n{\"id\":4}\n[5]\n");
    assert_eq!(rows(&loaded.table), [["id=1"], ["id=4"]]);
    let lines: Vec<usize> = loaded.report.rows_left_out.first.iter().map(|row| row.line).collect();
    assert_eq!(lines, [2, 3, 5]);
    let loaded = load("[\n{\"id\":1},\n{\"id\":2},\n{\"id\":3,\"name\":\"x");
    assert_eq!(rows(&loaded.table), [["id=1"], ["id=2"]]);
    assert_eq!(loaded.report.rows_left_out.first[0].line, 4);
}

#[test]
fn what_holds_no_contacts_is_refused_and_named() {
    for (file, says) in [
        (&b""[..], "an empty file"),
        (b" \r\n\t\n", "a file of white space"),
        (b"\xef\xbb\xbf", "white space"),
        (b"PK\x03\x04\x14\0\x06\0", "Excel workbook (.xlsx)"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old Excel workbook (.xls)"),
        (b"\x1f\x8b\x08\0", "gzip"),
        (b"%PDF-1.7", "a PDF"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "an image"),
        (b"\x01\x02\x03\x04\x05\x06\x07\x08\x0e\x0f\x10\x11", "a binary file"),
        (b"  <!DOCTYPE html><html>", "a web page"),
        (b"{\"name\":\"x\",\"version\":1,\"scores\":[]}", "a ruleset"),
        (b"{\"type\":\"FeatureCollection\"}", "\"type\""),
        (b"[1,2,3]", "could read none of 3"),
        (b"{\"id\": 1", "its end missing"),
    ] {
        let message = refusal(file);
        assert!(message.contains(says), "{message}");
    }
}

#[test]
fn a_file_without_contacts_says_so() {
    for file in ["id,name\n", "id,name", "[]", "{\"results\":[]}"] {
        let loaded = load(file);
        assert_eq!((loaded.table.rows(), notes(&loaded)[0].0), (0, "no_rows"), "{file}");
    }
}

#[test]
fn the_report_tells_what_the_columns_hold() {
    let mut csv = String::from("id,score,active,seen,tags,city,nothing\n");
    for index in 0..200 {
        let city = ["Bern", "unknown", "N/A", "Bern"][index % 4];
        csv +=
            &format!("{index},{}.5,{},2024-01-{:02},a;b{index},{city},\n", index % 7, index % 2 == 0, index % 28 + 1);
    }
    let loaded = load(csv);
    let kinds = serde_json::to_value(&loaded.report.columns).unwrap();
    let kind = |column: usize| kinds[column]["kind"].as_str().unwrap().to_owned();
    assert_eq!((0..7).map(kind).collect::<Vec<_>>(), ["number", "number", "boolean", "time", "list", "text", "empty"]);
    assert_eq!(loaded.report.columns[5].examples, ["Bern", "unknown", "N/A"]);
    assert_eq!((loaded.report.columns[5].filled, loaded.report.columns[5].distinct), (200, 3));
    assert_eq!(loaded.report.columns[6].filled, 0);
    let suggested: Vec<(&str, &str, usize)> = loaded
        .report
        .suggested_unknown_values
        .iter()
        .map(|found| (found.property.as_str(), found.value.as_str(), found.rows))
        .collect();
    assert_eq!(suggested, [("city", "unknown", 50), ("city", "N/A", 50)]);
}

#[test]
fn a_contact_by_itself_is_read_strictly() {
    let table = contact(
        r#"{"id":7,"properties":{"email":"a@b.co","n":5.0},"events":[{"type":"x","time":2}]}"#,
        Some(r#"[{"type":"y","time":"1970-01-01T00:00:00.001Z","properties":{"tags":["a","b"]}}]"#),
    )
    .unwrap();
    assert_eq!((table.id(0), row(&table, 0)), ("7".into(), vec!["id=7".into(), "email=a@b.co".into(), "n=5".into()]));
    assert_eq!((table.events().times(), table.events().of(0)), (&[1, 2][..], 0..2));
    for (json, events, says) in [
        (r#"{"id":1,"company":{"name":"x"}}"#, None, "/company: expected a text"),
        (r#"{"properties":{"a/b~c":[[1]]}}"#, None, "/properties/a~1b~0c: expected a text"),
        (r#"{"events":[{"type":"x","time":1},{"type":"x","time":"soon"}]}"#, None, "/events/1: expected a time"),
        (r#"{"events":[{"time":1}]}"#, None, "/events/0: expected an event type"),
        (r#"{"events":[{"type":"x","time":1,"o":{}}]}"#, None, "/events/0/o: expected a text"),
        (
            r#"{"id":1}"#,
            Some(r#"[{"type":"x","time":1,"properties":{"o":{}}}]"#),
            "/events/0/properties/o: expected a text",
        ),
        (r#"{"id":1}"#, Some("{}"), "the events, line 1: invalid type: map, expected a list of events"),
        ("{\"id\":\n1,}", None, "the contact, line 2: "),
        ("[]", None, "the contact, line 1: invalid type: sequence, expected a contact"),
        ("", None, "the contact, line 1: "),
    ] {
        let error = contact(json, events).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidContact);
        assert!(error.message().starts_with(says), "{}", error.message());
    }
}

#[test]
fn what_is_no_event_costs_no_contact() {
    let loaded = load(r#"[{"id":1,"events":[5,"x",[1],null,{"type":"x","time":1}]},{"id":2,"events":7}]"#);
    assert_eq!(rows(&loaded.table), [vec!["id=1"], vec!["id=2", "events=7"]]);
    let events = loaded.report.events.unwrap();
    assert_eq!((events.read, events.left_out.count), (1, 4));
}

#[test]
fn wide_tables_and_long_cells_are_read() {
    let header: Vec<String> = (0..2_000).map(|column| format!("p{column}")).collect();
    let long = "x,\"\"\n".repeat(2 << 20);
    let csv = format!("{}\n\"{long}\"{}\n", header.join(","), ",1".repeat(1_999));
    let loaded = load(csv);
    assert_eq!((loaded.table.rows(), loaded.table.columns().len()), (1, 2_000));
    assert_eq!(loaded.table.columns()[0].value(0).unwrap().text().len(), (4 * (2 << 20)) - 1);
    assert_eq!(loaded.table.columns()[1_999].value(0).unwrap().text(), "1");
    let header: Vec<String> = (0..10_002).map(|column| format!("p{column}")).collect();
    let loaded = load(format!("{}\n1", header.join(";")));
    assert_eq!(loaded.table.columns().len(), 10_000);
    assert!(notes(&loaded).contains(&("too_many_columns", 2, &[1])));
}

#[test]
fn more_cells_than_memory_can_hold_are_refused() {
    let mut json = String::new();
    for index in 0..9_000 {
        json += &format!("{{\"p{index}\":1}}\n");
    }
    json += &"{\"p1\":1}\n".repeat(25_000);
    let error = read(json.as_bytes(), None, &LoadOptions::default()).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::TooLarge);
}
