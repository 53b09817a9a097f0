//! Many contacts at one instant. The columnar engine finds the contacts of whom a step would change nothing; every other one makes the very
//! step that it makes by itself.

use super::contact;
use super::happening::Happening;
use super::rules::{Rules, Standing};
use super::state::{SetValue, State};
use super::step::{Stepped, is_behind, step};
use super::summary::Summary;
use crate::contacts::Table;
use crate::contacts::reading::LAST_INSTANT;
use crate::listing::{Members, ScoredContacts};
use crate::ruleset::ResultFilter;
use crate::ruleset::{Asked, is_same_property};
use crate::scoring::many;
use crate::scoring::property::PlannedProperty;
use crate::scoring::reading::Reading;
use crate::{Ruleset, Scorer};
use serde::Serialize;
use std::borrow::Cow;
use std::collections::{BTreeMap, HashSet};

/// How many steps are made until progress is told.
const STEPS_AT_ONCE: usize = 1_024;
/// And until a host can do something else. What lists name is looked up anew for each piece.
const STEPS_IN_A_PIECE: usize = 4_096;
/// How many ids that occur more than once are listed.
const LISTED: usize = 5;

/// What a step of many contacts gave.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Advanced {
    /// What happened, in the table's order.
    pub happenings: Vec<Happening>,
    /// Which rows took no part.
    pub left_out: LeftOutRows,
    /// The properties that lists, stages and messages read and that the contacts do not have, nor get from a workflow; the one of the stage, too.
    pub missing_properties: Vec<String>,
    /// What it comes to, in numbers.
    pub summary: Summary,
}

/// Rows that take no part, as what is remembered of a contact goes by its id.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct LeftOutRows {
    /// How many have no id.
    pub without_id: usize,
    /// How many have an id that another row has too.
    pub repeated: usize,
    /// Some of these ids.
    pub repeated_ids: Vec<String>,
}

impl State {
    /// Advances every contact of a table to an instant, in milliseconds since the epoch: each as [`State::advance`] does. `progress` hears of
    /// how many of how many steps are done; contacts of whom nothing changes need none.
    ///
    /// ```
    /// # fn main() -> Result<(), leadscore::Error> {
    /// use leadscore::lifecycle::State;
    /// let ruleset = r#"{
    ///     "scores": [{ "id": "fit", "groups": [{ "id": "size", "criteria": [
    ///         { "id": "large", "when": { "property": "numemployees", "is_greater_than": 50 }, "points": 40 } ] }] }],
    ///     "lifecycle": { "stages": [{ "id": "lead" }, { "id": "mql", "enter_when": { "score": "fit", "at_least": 35 } }] }
    /// }"#.parse()?;
    /// let scorer = leadscore::Scorer::new(&ruleset);
    /// let contacts = leadscore::contacts::read(b"id,numemployees\n7,20\n8,120\n,60\n", None, &Default::default())?;
    ///
    /// let mut state = State::default();
    /// let advanced = state.advance_all(&scorer, &contacts.table, 1_782_820_800_000, &mut |_, _| ());
    /// assert_eq!(advanced.happenings.len(), 1);
    /// assert_eq!(advanced.happenings[0].contact, "8");
    /// assert_eq!(advanced.left_out.without_id, 1);
    /// # Ok(())
    /// # }
    /// ```
    pub fn advance_all(
        &mut self,
        scorer: &Scorer,
        table: &Table,
        as_of: i64,
        progress: &mut dyn FnMut(usize, usize),
    ) -> Advanced {
        let rules = Rules::of_all_lists(scorer.ruleset());
        let mut advancing = Advancing::by(&rules, std::mem::take(self), scorer, table, as_of);
        progress(0, advancing.changing.len());
        while advancing.take_steps(&rules, table, STEPS_AT_ONCE) {
            progress(advancing.done, advancing.changing.len());
        }
        let Advancing { state, advanced, .. } = advancing;
        *self = state;
        advanced
    }
}

/// A step of many contacts that is made piece by piece, so that its host can do something else in between.
///
/// ```
/// # fn main() -> Result<(), leadscore::Error> {
/// use leadscore::lifecycle::{Advancing, State};
/// let ruleset = r#"{ "scores": [{ "id": "fit", "groups": [] }],
///     "lifecycle": { "stages": [{ "id": "lead", "enter_when": { "property": "email", "is_known": true } }] } }"#.parse()?;
/// let scorer = leadscore::Scorer::new(&ruleset);
/// let contacts = leadscore::contacts::read(b"id,email\n7,ada@example.com\n8,\n", None, &Default::default())?;
///
/// let mut advancing = Advancing::new(State::default(), &scorer, &contacts.table, 0);
/// while advancing.go_on(&scorer, &contacts.table) {}
/// let stage = &advancing.advanced().summary.lifecycle.as_ref().unwrap().stages[0];
/// assert_eq!((stage.count.before, stage.count.after), (0, 1));
/// assert!(advancing.state().contact("7").is_some());
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct Advancing {
    state: State,
    as_of: i64,
    /// The contacts of whom something may change, by row and id.
    changing: Vec<(usize, String)>,
    /// Of how many of them the step has been made.
    done: usize,
    advanced: Advanced,
}

impl Advancing {
    /// Finds out of whom something may change. The scorer and the table are the same in every call.
    pub fn new(state: State, scorer: &Scorer, table: &Table, as_of: i64) -> Advancing {
        Advancing::by(&Rules::of_all_lists(scorer.ruleset()), state, scorer, table, as_of)
    }

    /// Makes the steps of some thousand contacts; says whether there were any left to make.
    pub fn go_on(&mut self, scorer: &Scorer, table: &Table) -> bool {
        self.take_steps(&Rules::of_all_lists(scorer.ruleset()), table, STEPS_IN_A_PIECE)
    }

    /// Of how many contacts the step has been made, and of how many it is made in all.
    pub fn progress(&self) -> (usize, usize) {
        (self.done, self.changing.len())
    }

    /// The instant, in milliseconds since the epoch.
    pub fn as_of(&self) -> i64 {
        self.as_of
    }

    /// What is remembered so far.
    pub fn state(&self) -> &State {
        &self.state
    }

    /// What has happened so far.
    pub fn advanced(&self) -> &Advanced {
        &self.advanced
    }

    /// The contacts that meet a filter as they are after the steps that were made: with what is remembered as set laid over what they have
    /// themselves. By their rows, of those who take part; all of them without a filter.
    ///
    /// ```
    /// # fn main() -> Result<(), leadscore::Error> {
    /// use leadscore::lifecycle::{Advancing, State};
    /// let ruleset: leadscore::Ruleset = r#"{ "scores": [{ "id": "fit", "groups": [] }],
    ///     "lists": [{ "id": "leads", "when": { "stage": "lead" } }],
    ///     "lifecycle": { "stages": [{ "id": "lead", "enter_when": { "property": "email", "is_known": true } }] } }"#.parse()?;
    /// let scorer = leadscore::Scorer::new(&ruleset);
    /// let contacts = leadscore::contacts::read(b"id,email\n7,\n8,ada@example.com\n", None, &Default::default())?;
    ///
    /// let mut advancing = Advancing::new(State::default(), &scorer, &contacts.table, 0);
    /// while advancing.go_on(&scorer, &contacts.table) {}
    /// let leads = leadscore::ruleset::ResultFilter::parse(r#"{ "list": "leads" }"#, &ruleset)?;
    /// assert_eq!(advancing.meeting(&scorer, &contacts.table, Some(&leads)), [1]);
    /// assert_eq!(advancing.meeting(&scorer, &contacts.table, None), [0, 1]);
    /// # Ok(())
    /// # }
    /// ```
    pub fn meeting(&self, scorer: &Scorer, table: &Table, filter: Option<&ResultFilter>) -> Vec<usize> {
        let rules = Rules::of_all_lists(scorer.ruleset());
        let (rows, _) = taking_part(table);
        let Some(filter) = filter else { return rows.into_iter().map(|(row, _)| row).collect() };
        let meeting = |table: &Table| {
            let results = scorer.score(table, self.as_of);
            ScoredContacts::new(scorer, table, &results).matching(filter)
        };
        let (after, heard) = self.state.laid_over(&rules, table, &rows);
        let met = meeting(&after);
        let meets = |row: &usize| match heard.contains(row) {
            // What columns had no room for is laid over the contact alone.
            true => meeting(&self.state.known(scorer.ruleset(), &table.contact(*row))).first() == Some(&true),
            false => met.get(*row) == Some(&true),
        };
        rows.into_iter().map(|(row, _)| row).filter(meets).collect()
    }

    fn by(rules: &Rules<'_>, mut state: State, scorer: &Scorer, table: &Table, as_of: i64) -> Advancing {
        let as_of = as_of.clamp(-LAST_INSTANT, LAST_INSTANT);
        let (rows, left_out) = taking_part(table);
        if rows.iter().any(|(_, id)| !is_behind(state.contacts.get(id), as_of)) {
            state.started = rules.started(&state.started, as_of);
        }
        let mut summary = Summary::new(rules);
        let changing = state.changing(rules, scorer, table, as_of, rows, &mut summary);
        let missing_properties = missing_properties(rules.ruleset, table);
        let advanced = Advanced { left_out, missing_properties, summary, happenings: Vec::new() };
        Advancing { state, as_of, changing, done: 0, advanced }
    }

    /// Makes some steps; says whether there were any left to make.
    fn take_steps(&mut self, rules: &Rules<'_>, table: &Table, most: usize) -> bool {
        let Advancing { state, as_of, changing, done, advanced } = self;
        let Some(rows) = changing.get(*done..).filter(|rows| !rows.is_empty()) else { return false };
        let rows = rows.get(..most).unwrap_or(rows);
        let stepped = many::each(table, rows, |(row, id)| {
            step(rules, &state.started, state.contacts.get(id), id, &table.contact(*row), *as_of)
        });
        for ((_, id), Stepped { after, happened, stands: (before, now) }) in rows.iter().zip(stepped) {
            advanced.summary.add((&before, &now), (state.contacts.get(id), after.as_ref()), &happened);
            state.remember(id, after);
            advanced.happenings.extend(happened);
        }
        *done += rows.len();
        true
    }
}

impl State {
    /// The contacts of whom a step may change something, or of whom columns alone do not tell; all others are added to the summary.
    fn changing(
        &self,
        rules: &Rules<'_>,
        scorer: &Scorer,
        table: &Table,
        as_of: i64,
        rows: Vec<(usize, String)>,
        summary: &mut Summary,
    ) -> Vec<(usize, String)> {
        let (table, heard) = self.laid_over(rules, table, &rows);
        let results = scorer.score(&table, as_of);
        let scored = ScoredContacts::new(scorer, &table, &results);
        let members = scored.members(rules.lists.iter().copied());
        let entering = entering(rules, &scored, &members);
        let is_quiet = |row: usize, id: &str| {
            rules.is_quiet(&self.started, self.contacts.get(id), as_of, |list| members.is_on(list, row))
        };
        let changes = |(row, id): &(usize, String)| {
            entering.get(*row) == Some(&true) || heard.contains(row) || !is_quiet(*row, id)
        };
        let (changing, quiet): (Vec<_>, Vec<_>) = rows.into_iter().partition(changes);
        let standings = rules.lifecycle().map(|lifecycle| Standings::new(rules, &scored, &lifecycle.property));
        for (row, id) in &quiet {
            let standing = standings.as_ref().map_or(&Standing::Unknown, |standings| standings.of(*row));
            summary.add_quiet(standing, self.contacts.get(id));
        }
        for list in &rules.lists {
            let on = members.of(*list, table.rows());
            summary.add_members(*list, quiet.iter().filter(|(row, _)| on.get(*row) == Some(&true)).count());
        }
        changing
    }

    /// The contacts with what was set laid over their columns, as it is laid over each contact, and the rows of those of whom something is to be
    /// forgotten, as the host has it by now or has something else.
    fn laid_over<'t>(
        &self,
        rules: &Rules<'_>,
        own: &'t Table,
        rows: &[(usize, String)],
    ) -> (Cow<'t, Table>, HashSet<usize>) {
        let (mut table, mut heard) = (Cow::Borrowed(own), HashSet::new());
        let mut set: BTreeMap<&str, Vec<(usize, &SetValue)>> = BTreeMap::new();
        for (row, id) in rows {
            for (property, entry) in self.contacts.get(id).iter().flat_map(|known| &known.set) {
                set.entry(property).or_default().push((*row, entry));
            }
        }
        for (property, entries) in set {
            let place = contact::place(rules.ruleset, &table, property);
            let column = place.and_then(|place| table.columns().get(place));
            let mut values = Vec::new();
            for (row, entry) in entries {
                let given = column.and_then(|column| column.value(row)).map(|value| value.text());
                if contact::is_laid_over(given.as_deref(), entry) {
                    values.push((row, entry.value.as_deref().unwrap_or_default()));
                } else {
                    heard.insert(row);
                }
            }
            if !values.is_empty() && !table.to_mut().set_many(place, property, &values) {
                heard.extend(values.into_iter().map(|(row, _)| row));
            }
        }
        (table, heard)
    }
}

fn missing_properties(ruleset: &Ruleset, table: &Table) -> Vec<String> {
    let asked = Asked::of_lifecycle(ruleset);
    let is_same = |property: &str, other: &str| is_same_property(&ruleset.properties, property, other);
    let is_stage = |property: &str| ruleset.lifecycle.as_ref().is_some_and(|own| is_same(&own.property, property));
    let is_written = |property: &str| asked.written.iter().any(|written| is_same(written, property));
    let mut missing: Vec<String> = Vec::new();
    for property in asked.properties.iter().copied() {
        let is_missing = contact::place(ruleset, table, property).is_none();
        let is_known = missing.iter().any(|known| is_same(known, property));
        if is_missing && !is_known && (is_stage(property) || !is_written(property)) {
            missing.push(property.to_owned());
        }
    }
    missing
}

/// For each contact, whether it enters a stage by itself.
fn entering(rules: &Rules<'_>, scored: &ScoredContacts<'_>, members: &Members) -> Vec<bool> {
    let rows = scored.table.rows();
    let Some(lifecycle) = rules.lifecycle() else { return Vec::new() };
    let mut furthest: Vec<Option<usize>> = vec![None; rows];
    for (stage, own) in lifecycle.stages.iter().enumerate() {
        let Some(when) = &own.enter_when else { continue };
        for (furthest, met) in furthest.iter_mut().zip(scored.meeting_with(when, members)) {
            *furthest = if met { Some(stage) } else { *furthest };
        }
    }
    let excluded = lifecycle.exclude.as_ref().map(|exclude| scored.meeting_with(exclude, members));
    let standings = Standings::new(rules, scored, &lifecycle.property);
    let enters = |(row, (furthest, standing)): (usize, (Option<usize>, &Standing))| {
        let excluded = excluded.as_ref().and_then(|excluded| excluded.get(row)) == Some(&true);
        rules.enters(standing, excluded, furthest).is_some()
    };
    let standings = (0..rows).map(|row| standings.of(row));
    furthest.into_iter().zip(standings).enumerate().map(enters).collect()
}

/// Where contacts stand in the lifecycle: worked out once for each value of its property.
struct Standings<'a> {
    codes: &'a [u32],
    by_code: Vec<Standing>,
}

impl<'a> Standings<'a> {
    fn new(rules: &Rules<'_>, scored: &ScoredContacts<'a>, property: &str) -> Standings<'a> {
        let planned = PlannedProperty::new(rules.ruleset, property);
        let column = scored.column(property, "").ok();
        let known = |value: Option<Reading<'_>>| match value {
            Some(value) if !planned.declares_unknown(&value) => rules.standing(Some(value.text())),
            _ => Standing::Unknown,
        };
        Standings {
            codes: column.map_or(&[], |column| column.codes()),
            by_code: Reading::all(column).map(known).collect(),
        }
    }

    fn of(&self, row: usize) -> &Standing {
        let code = self.codes.get(row).copied().unwrap_or(0) as usize;
        self.by_code.get(code).unwrap_or(&Standing::Unknown)
    }
}

/// The rows with an id of their own, and how many others there are.
fn taking_part(table: &Table) -> (Vec<(usize, String)>, LeftOutRows) {
    let ids = table.ids();
    // By text: a value that was a number and one that was a list may have the same.
    let mut rows: Vec<(usize, String)> =
        (0..table.rows()).filter_map(|row| Some((row, ids.value(row)?.text().into_owned()))).collect();
    let mut left_out = LeftOutRows { without_id: table.rows() - rows.len(), ..LeftOutRows::default() };
    rows.sort_unstable_by(|(row, id), (other_row, other_id)| (id, row).cmp(&(other_id, other_row)));
    let mut alone = Vec::with_capacity(rows.len());
    for same in rows.chunk_by(|(_, id), (_, other)| id == other) {
        match same {
            [only] => alone.push(only.clone()),
            several => {
                left_out.repeated += several.len();
                left_out.repeated_ids.extend(several.first().map(|(_, id)| id.clone()));
            }
        }
    }
    left_out.repeated_ids.truncate(LISTED);
    alone.sort_unstable_by_key(|(row, _)| *row);
    (alone, left_out)
}
