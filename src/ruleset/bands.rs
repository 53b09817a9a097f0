//! Decodes band sets: labels for ranges of one score, and matrices of two.

use super::check;
use super::decode::Decoder;
use super::diagnostic::Code;
use super::fields::{BAND_RANGE, BAND_SET, Fields, MATRIX, MATRIX_SIDE, SCORE_BANDS};
use super::filter::Scope;
use super::findings::at;
use super::model::{BandRange, BandSet, Score, ScoreBands};
use super::values::{MOST_RANGES, found};
use jsonc_parser::ast::Value;
use std::collections::HashSet;

impl Decoder {
    pub(super) fn bands(&mut self, node: &Value<'_>, decoded: &[Score]) -> Vec<BandSet> {
        let Value::Array(list) = node else {
            self.wrong_type(node, "a list of band sets");
            return Vec::new();
        };
        let mut ids = self.score_ids.iter().cloned().collect();
        let mut scores = HashSet::new();
        let reaches = check::reaches(decoded);
        let mut sets = Vec::with_capacity(list.elements.len());
        for element in &list.elements {
            let Some(set) = self.band_set(element, &mut ids, &mut scores) else { continue };
            // What a score can come to is known only if nothing of it is missing.
            if !self.findings.has_errors() {
                check::bands(&set, element, &reaches, &mut self.findings);
            }
            sets.push(set);
        }
        sets
    }

    fn band_set(
        &mut self,
        node: &Value<'_>,
        ids: &mut HashSet<String>,
        scores: &mut HashSet<usize>,
    ) -> Option<BandSet> {
        let (fields, kind) = Fields::of_kinds(node, &BAND_SET, &mut self.findings)?;
        match kind.map(|kind| kind.name) {
            Some(SCORE_BANDS) => {
                let bands = self.score_bands(&fields, SCORE_BANDS, Some(scores));
                Some(BandSet::Score(bands?))
            }
            Some(MATRIX) => {
                let id = self.unique_id(&fields, MATRIX, ids);
                let label = self.optional_text(fields.get("label"));
                let rows = self.side(&fields, "rows");
                let columns = self.side(&fields, "columns");
                Some(BandSet::Matrix { id, label, rows: rows?, columns: columns? })
            }
            _ => {
                fields.get("ranges").map(|node| self.ranges(node));
                self.side_if_any(&fields, "rows");
                self.side_if_any(&fields, "columns");
                None
            }
        }
    }

    fn side(&mut self, fields: &Fields<'_, '_>, key: &str) -> Option<ScoreBands> {
        fields.need(key, MATRIX, &mut self.findings)?;
        self.side_if_any(fields, key)
    }

    fn side_if_any(&mut self, fields: &Fields<'_, '_>, key: &str) -> Option<ScoreBands> {
        let side = Fields::of(fields.get(key)?, &MATRIX_SIDE, &mut self.findings)?;
        self.score_bands(&side, MATRIX_SIDE.name, None)
    }

    /// Of a score that has no other band set, where `taken` says which have one.
    fn score_bands(
        &mut self,
        fields: &Fields<'_, '_>,
        name: &str,
        taken: Option<&mut HashSet<usize>>,
    ) -> Option<ScoreBands> {
        let node = fields.need("score", name, &mut self.findings);
        let score = node.and_then(|node| self.score_index(node));
        if let (Some(node), Some(score), Some(taken)) = (node, score, taken)
            && !taken.insert(score)
        {
            let message = format!("expected one band set for the score {}, found another", found(node));
            let help = "put all its ranges into one band set".to_owned();
            self.findings.error(Code::DuplicateBands, at(node), message, Some(help));
        }
        let ranges = fields.need("ranges", name, &mut self.findings).and_then(|node| self.ranges(node));
        Some(ScoreBands { score: score?, ranges: ranges? })
    }

    /// The index of the score whose id stands there.
    pub(super) fn score_index(&mut self, node: &Value<'_>) -> Option<usize> {
        let id = self.text(node)?;
        self.score_called(&id, "the id of a score", node)
    }

    /// The index of the score with an id, which is part of a node.
    pub(super) fn score_called(&mut self, id: &str, expected: &str, node: &Value<'_>) -> Option<usize> {
        let index = self.score_ids.iter().position(|other| other == id && !id.is_empty());
        if index.is_none() {
            let ids = std::mem::take(&mut self.score_ids);
            self.unknown(Code::UnknownScore, node, id, expected, &ids);
            self.score_ids = ids;
        }
        index
    }

    fn ranges(&mut self, node: &Value<'_>) -> Option<Vec<BandRange>> {
        let Value::Array(list) = node else {
            self.wrong_type(node, "a list of ranges");
            return None;
        };
        if list.elements.is_empty() {
            self.findings.error(Code::EmptyList, at(node), "expected at least one range, found none", None);
            return None;
        }
        self.at_most(list.elements.len(), MOST_RANGES, "ranges", node)?;
        let ranges: Vec<Option<BandRange>> = list.elements.iter().map(|element| self.band_range(element)).collect();
        ranges.into_iter().collect()
    }

    fn band_range(&mut self, node: &Value<'_>) -> Option<BandRange> {
        let fields = Fields::of(node, &BAND_RANGE, &mut self.findings)?;
        let label = fields.need("label", BAND_RANGE.name, &mut self.findings).and_then(|node| self.name(node));
        let range = self.points_range(&fields);
        let when = fields.get("when").map(|node| self.filter(node, Scope::Band));
        let when = match when {
            Some(read) => Some(read?),
            None => None,
        };
        if let (Some(when), Some(node)) = (&when, fields.get("when")) {
            check::result_filter(when, node, &self.property_kinds, &mut self.findings);
        }
        Some(BandRange { label: label?, range: range?, when })
    }
}
