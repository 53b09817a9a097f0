//! What a run changed, as a CSV that HubSpot imports into the contacts that it has.
//!
//! In: a ruleset, what happened, the contacts and what is remembered of them since. Out: `Record ID`, the stage, each score, and each property
//! that workflows set or clear, under HubSpot's labels; a row for each contact of whom one of these was changed. Nothing here decides what is.

use super::{csv, rows::twice};
use crate::Error;
use crate::contacts::{Table, names};
use crate::lifecycle::{Happened, Happening, State};
use crate::ruleset::{Action, Lifecycle, Ruleset, aliases_of, is_same_property, names_of};
use crate::scoring::scorecard;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};

/// The name of the id in HubSpot's files.
const RECORD_ID: &str = "Record ID";

/// So many rows are put into words at a time.
const ROWS: usize = 1_024;

/// The columns of an import into HubSpot.
///
/// Stage and points are those after the run. Other properties have their value only where the run changed them, so that an import does not undo
/// what was changed in HubSpot since. Where a value was cleared the cell is empty, which HubSpot takes for "leave it".
///
/// ```
/// # fn main() -> Result<(), leadscore::Error> {
/// use leadscore::{Scorer, interchange::HubspotImport, lifecycle::State};
/// let ruleset = r#"{
///     "scores": [{ "id": "fit", "label": "Fit", "groups": [{ "id": "size", "criteria": [
///         { "id": "large", "when": { "property": "numemployees", "is_greater_than": 50 }, "points": 40 } ] }] }],
///     "lifecycle": { "stages": [{ "id": "lead" }, { "id": "mql", "label": "MQL", "enter_when": { "score": "fit", "at_least": 35 } }] }
/// }"#.parse()?;
/// let contacts = leadscore::contacts::read(b"Record ID,numemployees\n7,20\n8,120\n", None, &Default::default())?;
/// let (mut state, as_of) = (State::default(), 1_782_820_800_000);
/// let advanced = state.advance_all(&Scorer::new(&ruleset), &contacts.table, as_of, &mut |_, _| ());
///
/// let mut csv = Vec::new();
/// HubspotImport::new(&ruleset)?.write_csv(&state, &contacts.table, &advanced.happenings, as_of, &mut csv).unwrap();
/// assert_eq!(String::from_utf8(csv).unwrap(), "Record ID,Lifecycle Stage,Fit\n8,MQL,40\n");
/// # Ok(())
/// # }
/// ```
pub struct HubspotImport<'r> {
    ruleset: &'r Ruleset,
    names: Vec<&'r str>,
    /// The properties that workflows set or clear, but for the stage.
    properties: Vec<&'r str>,
}

impl<'r> HubspotImport<'r> {
    /// The columns of a ruleset. An error if two would have the same name.
    pub fn new(ruleset: &'r Ruleset) -> Result<HubspotImport<'r>, Error> {
        let mut import = HubspotImport { ruleset, names: vec![RECORD_ID], properties: Vec::new() };
        let stage = ruleset.lifecycle.as_ref().map(|lifecycle| lifecycle.property.as_str());
        for action in ruleset.workflows.iter().flat_map(|workflow| &workflow.actions) {
            let (Action::Set { property, .. } | Action::Clear { property }) = action else { continue };
            if !stage.is_some_and(|stage| import.is_same(stage, property)) && import.place(property).is_none() {
                import.properties.push(property);
            }
        }
        import.names.extend(stage.map(names::label));
        import.names.extend(ruleset.scores.iter().map(|score| score.label.as_deref().unwrap_or(&score.id)));
        import.names.extend(import.properties.iter().map(|property| names::label(property)));
        twice(import.names.iter().copied())?;
        Ok(import)
    }

    /// The header, and a row for each contact that changed. The state is that after the run.
    pub fn write_csv(
        &self,
        state: &State,
        table: &Table,
        happenings: &[Happening],
        as_of: i64,
        output: &mut dyn Write,
    ) -> io::Result<()> {
        output.write_all(&csv::records([self.names.iter().map(|name| Cow::Borrowed(*name))]))?;
        let changed = self.changed(happenings);
        let row_of = |row: usize| Some((row, changed.get(table.ids().value(row)?.text().as_ref())?));
        let rows: Vec<(usize, &BTreeSet<usize>)> = (0..table.rows()).filter_map(row_of).collect();
        for rows in rows.chunks(ROWS) {
            let cells = rows.iter().map(|(row, changed)| {
                self.cells(&state.known(self.ruleset, &table.contact(*row)), changed, as_of).into_iter()
            });
            output.write_all(&csv::records(cells))?;
        }
        output.flush()
    }

    /// By the ids of the contacts of whom something changed: which of the properties.
    fn changed<'h>(&self, happenings: &'h [Happening]) -> BTreeMap<&'h str, BTreeSet<usize>> {
        let mut changed: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
        let mut places: BTreeMap<&str, Option<usize>> = BTreeMap::new();
        for happening in happenings {
            let property = match &happening.what {
                Happened::StageChanged { property, .. }
                | Happened::PropertySet { property, .. }
                | Happened::PropertyCleared { property, .. } => property,
                _ => continue,
            };
            let place = *places.entry(property).or_insert_with(|| self.place(property));
            changed.entry(&happening.contact).or_default().extend(place);
        }
        changed
    }

    fn cells(&self, contact: &Table, changed: &BTreeSet<usize>, as_of: i64) -> Vec<Cow<'static, str>> {
        let mut cells = vec![contact.id(0)];
        cells.extend(self.ruleset.lifecycle.as_ref().map(|lifecycle| self.stage(lifecycle, contact)));
        let card = scorecard(self.ruleset, contact, as_of);
        cells.extend(card.scores.iter().map(|(_, score)| score.points.to_string()));
        for (place, property) in self.properties.iter().enumerate() {
            let value = changed.contains(&place).then(|| self.value(contact, property)).flatten();
            cells.push(value.unwrap_or_default());
        }
        cells.into_iter().map(Cow::Owned).collect()
    }

    /// What HubSpot shows of the stage; nothing where it is none of the ruleset.
    fn stage(&self, lifecycle: &Lifecycle, contact: &Table) -> String {
        let value = self.value(contact, &lifecycle.property);
        let stage = value.and_then(|value| lifecycle.stages.get(lifecycle.stage(&value)?));
        stage.map(|stage| stage.label.clone().unwrap_or_else(|| stage.id.clone())).unwrap_or_default()
    }

    fn value(&self, contact: &Table, property: &str) -> Option<String> {
        let declared = &self.ruleset.properties;
        let column = contact.column(property, aliases_of(declared, property));
        let column = column.or_else(|| contact.column(property, names_of(declared, property)))?;
        Some(column.value(0)?.text().into_owned())
    }

    /// The place of a property among those that workflows set or clear.
    fn place(&self, property: &str) -> Option<usize> {
        self.properties.iter().position(|known| self.is_same(known, property))
    }

    fn is_same(&self, property: &str, other: &str) -> bool {
        is_same_property(&self.ruleset.properties, property, other)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Scorer, contacts};

    #[test]
    fn a_property_has_one_column_under_all_its_names_and_a_stage_of_others_is_left_out() {
        let ruleset: Ruleset = r#"{
            "scores": [{ "id": "fit", "groups": [] }],
            "properties": { "owner": { "type": "text", "aliases": ["Besitzer"] } },
            "lists": [{ "id": "all", "when": { "property": "plan", "is_known": true } }],
            "lifecycle": { "stages": [{ "id": "lead" }] },
            "workflows": [{ "id": "w", "enrol_on": "all", "enrol_present": true, "actions": [
                { "set": "Besitzer", "to": "ada" }, { "set": "owner", "to": "=bob" },
                { "clear": "Job Title" }, { "set": "jobtitle", "to": "{{plan}}" },
                { "set": "Original Source", "to": "ads" }, { "set": "Original Traffic Source", "to": "events" },
                { "clear": "Lifecycle Stage" }, { "notify": "x", "message": "" } ] }] }"#
            .parse()
            .unwrap();
        let csv = "Record ID,plan,Lifecycle Stage\n7,pro,evangelist\n8,,lead\n9,free,lead\n";
        let table = contacts::read(csv.as_bytes(), None, &Default::default()).unwrap().table;
        let mut state = State::default();
        let happened = state.advance_all(&Scorer::new(&ruleset), &table, 0, &mut |_, _| ()).happenings;
        let mut csv = Vec::new();
        HubspotImport::new(&ruleset).unwrap().write_csv(&state, &table, &happened, 0, &mut csv).unwrap();
        let expected = "Record ID,Lifecycle Stage,fit,Besitzer,Job Title,Original Source\n7,,0,'=bob,pro,events\n9,,0,'=bob,free,events\n";
        assert_eq!(String::from_utf8(csv).unwrap(), expected);
    }
}
