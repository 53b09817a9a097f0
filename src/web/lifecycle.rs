//! From score to action: one contact, its journey, and the contacts of a file, piece by piece. What happened to those stays in memory, and is
//! handed over by pages.

use super::json;
use super::listing::{filter, read};
use super::scorer::{Scorer, compile, no_contact};
use super::table::Table;
use super::thrown::thrown;
use crate::lifecycle::{
    Advancing, FromStage, Happened, Happening, Journey, LeftOutRows, State, Summary, advance, journey_on,
};
use crate::{Error, ErrorKind, Ruleset, contacts};
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// A step of a table's contacts, made or under way, under its number.
pub(super) struct Run {
    pub(super) number: u32,
    scorer: Arc<crate::Scorer>,
    advancing: Advancing,
}

#[derive(Serialize)]
struct Advanced<'a> {
    state: &'a State,
    happenings: &'a [Happening],
}

#[derive(Serialize)]
struct Travelled<'a> {
    #[serde(flatten)]
    journey: &'a Journey,
    state: &'a State,
}

#[derive(Serialize)]
struct Summed<'a> {
    #[serde(flatten)]
    summary: &'a Summary,
    left_out: &'a LeftOutRows,
    missing_properties: &'a [String],
}

/// Which happenings, as JavaScript asks: of this kind, of this workflow, to this stage, by this channel, under this name.
#[derive(Deserialize)]
struct Asked {
    kind: Option<String>,
    workflow: Option<String>,
    stage: Option<String>,
    channel: Option<String>,
    name: Option<String>,
}

#[derive(Serialize)]
struct Page<'a> {
    total: usize,
    rows: Vec<&'a Happening>,
}

/// Happenings for who goes through all: where to go on, if there are more.
#[derive(Serialize)]
struct Stretch<'a> {
    rows: Vec<&'a Happening>,
    next: Option<usize>,
}

#[wasm_bindgen]
impl Scorer {
    /// What is remembered after a step of a contact, and what happened.
    pub fn advance(
        &mut self,
        state: Option<String>,
        contact: &[u8],
        events: Option<String>,
        as_of: f64,
    ) -> Result<String, JsValue> {
        let before = remembered(state.as_deref())?;
        let table = self.read(contact, events.as_deref())?;
        let (state, happenings) = advance(self.scorer.ruleset(), &before, &table, as_of as i64);
        self.reader.take_back(table);
        json(&Advanced { state: &state, happenings: &happenings })
    }

    /// The way of a contact through time.
    pub fn journey(
        &mut self,
        state: Option<String>,
        contact: &[u8],
        events: Option<String>,
        from: f64,
        to: f64,
        without_stage: bool,
    ) -> Result<String, JsValue> {
        let before = remembered(state.as_deref())?;
        let table = self.read(contact, events.as_deref())?;
        let travelled = travelled(self.scorer.ruleset(), &before, &table, (from, to), without_stage);
        self.reader.take_back(table);
        travelled
    }
}

#[wasm_bindgen]
impl Table {
    /// The way of a contact through time.
    pub fn journey(
        &self,
        evaluation: u32,
        state: Option<String>,
        row: u32,
        from: f64,
        to: f64,
        without_stage: bool,
    ) -> Result<String, JsValue> {
        let ruleset = self.evaluation(evaluation)?.scorer.ruleset();
        let (place, rows) = (row as usize, self.table.rows());
        if place >= rows {
            return Err(no_contact(row, rows));
        }
        let before = remembered(state.as_deref())?;
        travelled(ruleset, &before, &self.table.contact(place), (from, to), without_stage)
    }

    /// Begins a step of every contact, and gives the number by which the run is known. What is remembered comes as text, or as the number of
    /// an earlier run.
    pub fn begin_run(
        &mut self,
        ruleset: &str,
        given_as_text: bool,
        state: Option<String>,
        earlier: Option<u32>,
        as_of: f64,
    ) -> Result<u32, JsValue> {
        let scorer = Arc::new(compile(ruleset, given_as_text)?);
        let state = match earlier {
            Some(earlier) => self.run(earlier)?.advancing.state().clone(),
            None => remembered(state.as_deref())?,
        };
        let advancing = Advancing::new(state, &scorer, &self.table, as_of as i64);
        self.last += 1;
        self.runs.push(Run { number: self.last, scorer, advancing });
        Ok(self.last)
    }

    /// Makes the next steps of a run; says whether there were any left to make.
    pub fn go_on(&mut self, run: u32) -> Result<bool, JsValue> {
        let under_way = self.runs.iter_mut().find(|known| known.number == run).ok_or_else(no_run)?;
        Ok(under_way.advancing.go_on(&under_way.scorer, &self.table))
    }

    /// How many steps of a run have been made, of how many.
    pub fn run_progress(&self, run: u32) -> Result<Vec<u32>, JsValue> {
        let (done, all) = self.run(run)?.advancing.progress();
        Ok(vec![done as u32, all as u32])
    }

    /// What a run comes to, in numbers, and which rows took no part.
    pub fn run_summary(&self, run: u32) -> Result<String, JsValue> {
        let advanced = self.run(run)?.advancing.advanced();
        let missing_properties = &advanced.missing_properties;
        json(&Summed { summary: &advanced.summary, left_out: &advanced.left_out, missing_properties })
    }

    /// A page of what happened in a run.
    pub fn happenings(&self, run: u32, question: &str, offset: usize, limit: usize) -> Result<String, JsValue> {
        let asked: Asked = read(question)?;
        let happenings = &self.run(run)?.advancing.advanced().happenings;
        let asked_for = happenings.iter().filter(|happening| asked.is_for(happening));
        let total = if asked.is_for_all() { happenings.len() } else { asked_for.clone().count() };
        json(&Page { total, rows: asked_for.skip(offset).take(limit).collect() })
    }

    /// What happened in a run from this place on, counted over all happenings whatever is asked for: at most so much of it, and where to go on.
    pub fn happenings_from(&self, run: u32, question: &str, place: usize, most: usize) -> Result<String, JsValue> {
        let asked: Asked = read(question)?;
        let happenings = self.run(run)?.advancing.advanced().happenings.iter().enumerate();
        let mut asked_for = happenings.skip(place).filter(|(_, happening)| asked.is_for(happening));
        let rows = asked_for.by_ref().take(most).map(|(_, happening)| happening).collect();
        json(&Stretch { rows, next: asked_for.next().map(|(place, _)| place) })
    }

    /// The rows of the contacts that meet a filter as they are after a run.
    pub fn run_rows(&self, run: u32, question: &str) -> Result<Vec<u32>, JsValue> {
        let Run { scorer, advancing, .. } = self.run(run)?;
        let filter = filter(scorer.ruleset(), read(question)?)?;
        let rows = advancing.meeting(scorer, &self.table, filter.as_ref());
        Ok(rows.into_iter().map(|row| row as u32).collect())
    }

    /// The text of what is remembered after a run, in pieces: that with so many contacts from one on. Nothing beyond the last one.
    pub fn run_state(&self, run: u32, from: usize, contacts: usize) -> Result<Option<String>, JsValue> {
        Ok(self.run(run)?.advancing.state().piece(from, contacts))
    }
}

impl Table {
    fn run(&self, number: u32) -> Result<&Run, JsValue> {
        self.runs.iter().find(|run| run.number == number).ok_or_else(no_run)
    }
}

impl Asked {
    fn is_for_all(&self) -> bool {
        matches!(self, Asked { kind: None, workflow: None, stage: None, channel: None, name: None })
    }

    fn is_for(&self, happening: &Happening) -> bool {
        let (mut stage, mut channel, mut name) = (None, None, None);
        match &happening.what {
            Happened::StageChanged { to, .. } => stage = Some(to),
            Happened::Notified { channel: told, .. } => channel = Some(told),
            Happened::CalledBack { name: called, .. } => name = Some(called),
            _ => {}
        }
        let workflow = happening.workflow.as_ref().map(|origin| &origin.workflow);
        let is = |wanted: &Option<String>, own: Option<&String>| wanted.is_none() || wanted.as_ref() == own;
        self.kind.as_ref().is_none_or(|kind| kind == happening.what.kind())
            && is(&self.workflow, workflow)
            && is(&self.stage, stage)
            && is(&self.channel, channel)
            && is(&self.name, name)
    }
}

/// The way of a contact from one instant to another, with what is remembered at its end.
fn travelled(
    ruleset: &Ruleset,
    before: &State,
    contact: &contacts::Table,
    (from, to): (f64, f64),
    without_stage: bool,
) -> Result<String, JsValue> {
    let from_stage = if without_stage { FromStage::None } else { FromStage::Current };
    let (journey, state) = journey_on(ruleset, before, contact, from as i64, to as i64, from_stage);
    json(&Travelled { journey: &journey, state: &state })
}

fn no_run() -> JsValue {
    thrown(&Error::new(ErrorKind::NotFound, "expected a run that is not forgotten"))
}

/// What is remembered by this text; nothing without one.
fn remembered(text: Option<&str>) -> Result<State, JsValue> {
    text.map_or_else(|| Ok(State::default()), str::parse).map_err(|error| thrown(&error))
}
