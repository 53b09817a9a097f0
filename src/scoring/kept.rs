//! What has been found out about a table, kept by what was asked, so that a ruleset that changed in one place costs that place.

use super::report::Unreadable;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Findings about one table. Give the same one to every evaluation of that table, and to no other's.
///
/// It holds what the last two evaluations asked for: going back and forth between two rulesets finds everything.
#[derive(Clone, Debug, Default)]
pub struct Kept {
    /// Keeps nothing: for an evaluation that is the only one, of a single contact above all, keys cost more than they save.
    forgets: bool,
    /// Decisions per code or per row, and marks per row.
    pub(crate) decisions: Shelf<u8>,
    /// Hundredths of points per row.
    pub(crate) points: Shelf<i64>,
    /// What cannot be read as what is needed: one or none.
    pub(crate) unreadable: Shelf<Unreadable>,
}

/// What was asked; nothing where nothing is kept.
pub(crate) struct Key(Option<String>);

/// Findings of one kind. Several processors may look for them and put them here at once.
#[derive(Debug)]
pub(crate) struct Shelf<T> {
    evaluation: u64,
    findings: Mutex<Findings<T>>,
}

/// By what was asked, with the evaluation that asked last.
type Findings<T> = HashMap<String, (u64, Arc<[T]>)>;

impl<T> Clone for Shelf<T> {
    fn clone(&self) -> Self {
        Shelf { evaluation: self.evaluation, findings: Mutex::new(self.findings().clone()) }
    }
}

impl<T> Default for Shelf<T> {
    fn default() -> Self {
        Shelf { evaluation: 0, findings: Mutex::default() }
    }
}

impl Kept {
    /// For an evaluation that is the only one.
    pub(crate) fn nothing() -> Kept {
        Kept { forgets: true, ..Kept::default() }
    }

    /// What is asked, put into words only if something is kept.
    pub(crate) fn key(&self, question: impl FnOnce() -> String) -> Key {
        Key((!self.forgets).then(question))
    }

    /// Begins an evaluation: what neither this one nor the one before asks for is forgotten.
    pub(crate) fn begin(&mut self) {
        self.decisions.begin();
        self.points.begin();
        self.unreadable.begin();
    }
}

impl<T> Shelf<T> {
    fn begin(&mut self) {
        let last = self.evaluation;
        self.evaluation += 1;
        self.findings().retain(|_, (used, _)| *used >= last);
    }

    /// What another thread left behind half done is a map all the same.
    fn findings(&self) -> MutexGuard<'_, Findings<T>> {
        self.findings.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn find(&self, key: &Key) -> Option<Arc<[T]>> {
        let key = key.0.as_deref()?;
        let mut findings = self.findings();
        let (used, finding) = findings.get_mut(key)?;
        *used = self.evaluation;
        Some(Arc::clone(finding))
    }

    pub(crate) fn find_or(&self, key: Key, find_out: impl FnOnce() -> Vec<T>) -> Arc<[T]> {
        match self.find(&key) {
            Some(finding) => finding,
            None => self.keep(key, find_out()),
        }
    }

    pub(crate) fn keep(&self, key: Key, finding: impl Into<Arc<[T]>>) -> Arc<[T]> {
        let finding: Arc<[T]> = finding.into();
        if let Some(key) = key.0 {
            self.findings().insert(key, (self.evaluation, Arc::clone(&finding)));
        }
        finding
    }
}
