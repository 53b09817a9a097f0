//! Where on a page something is marked, now and later: the document, and the open shadow roots that come to notice.
//!
//! In: the page, and what is known of the visitor. Out: marked elements and fields in line with it, whenever either changes and before a
//! form is sent. It knows nothing of how the visitor is scored.

use super::elements::react;
use super::fields::{Known, complete, fill};
use super::json;
use super::reactions::{Surroundings, guarded};
use crate::Scorecard;
use gloo_events::{EventListener, EventListenerOptions};
use js_sys::{Array, Reflect};
use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, EventTarget, FormData, MutationObserver, MutationRecord, Node, NodeList, ShadowRoot};

const MARKED: &str = "[data-leadscore-show],[data-leadscore-hide],[data-leadscore-field]";
const FIELDS: &str = "[data-leadscore-field]";
const OBSERVED: &str = r#"{"childList":true,"subtree":true,
    "attributeFilter":["data-leadscore-show","data-leadscore-hide","data-leadscore-field"]}"#;

/// What a page has marked, kept in line with a scorecard.
pub(super) struct Watch {
    surroundings: Weak<dyn Surroundings>,
    card: RefCell<Option<Rc<Scorecard>>>,
    ledger: RefCell<Option<Rc<str>>>,
    /// A field for the ledger has been met.
    wants_ledger: Cell<bool>,
    document: Node,
    roots: RefCell<Vec<Root>>,
    listeners: RefCell<Vec<EventListener>>,
    observer: Option<MutationObserver>,
    _observing: Closure<dyn FnMut(JsValue)>,
}

/// An open shadow root with something to listen to: its forms tell nobody outside.
struct Root {
    root: ShadowRoot,
    _listeners: [EventListener; 2],
}

impl Watch {
    /// Begins to watch. Nothing is touched before there is a scorecard.
    pub(super) fn start(surroundings: Weak<dyn Surroundings>) -> Option<Rc<Watch>> {
        let window = web_sys::window()?;
        let document: Node = window.document()?.into();
        let watch = Rc::new_cyclic(|weak: &Weak<Watch>| {
            let (weak, asked) = (weak.clone(), surroundings.clone());
            let changed = move |records: JsValue| {
                guarded(&weak, &asked, move |watch, asked| watch.page_changed(asked, records.unchecked_ref()));
            };
            let observing = Closure::wrap(Box::new(changed) as Box<dyn FnMut(JsValue)>);
            Watch {
                surroundings,
                card: RefCell::default(),
                ledger: RefCell::default(),
                wants_ledger: Cell::new(false),
                document,
                roots: RefCell::default(),
                listeners: RefCell::default(),
                observer: MutationObserver::new(observing.as_ref().unchecked_ref()).ok(),
                _observing: observing,
            }
        });
        watch.observe(&watch.document);
        // On the window, which hears before the document: a page's own listener there finds the fields filled.
        let names = ["submit", "formdata", "focusin", "pointerdown"];
        *watch.listeners.borrow_mut() = names.map(|name| watch.listen(&window, name)).into();
        Some(watch)
    }

    /// Brings everything that is marked in line with a scorecard, or with nobody.
    pub(super) fn show(&self, card: Option<Rc<Scorecard>>) {
        if card.is_none() {
            self.ledger.take();
        }
        self.card.replace(card);
        self.refresh();
    }

    /// Hands over the ledger of the scorecard.
    pub(super) fn set_ledger(&self, text: &str) {
        self.ledger.replace(Some(text.into()));
        self.refresh();
    }

    /// Whether a field asks for the ledger.
    pub(super) fn wants_ledger(&self) -> bool {
        self.wants_ledger.get()
    }

    fn refresh(&self) {
        let Some(asked) = self.surroundings.upgrade() else { return };
        self.roots.borrow_mut().retain(|known| known.root.is_connected());
        self.visit(&*asked, &self.document);
        let roots: Vec<ShadowRoot> = self.roots.borrow().iter().map(|known| known.root.clone()).collect();
        for root in roots {
            self.visit(&*asked, &root);
        }
    }

    /// Everything below a node. No state is borrowed meanwhile: what is set may run the page's own code.
    fn visit(&self, asked: &dyn Surroundings, node: &Node) {
        let (card, ledger) = (self.card.borrow().clone(), self.ledger.borrow().clone());
        let property = |name: &str| asked.property(name);
        let ruleset = asked.ruleset();
        let known = Known { ruleset, card: card.as_deref(), ledger: ledger.as_deref(), property: &property };
        let Some(found) = select(node, MARKED) else { return };
        for node in (0..found.length()).filter_map(|index| found.item(index)) {
            let element: &Element = node.unchecked_ref();
            if let Err(condition) = react(element, ruleset, known.card) {
                let expected =
                    "data-leadscore-show and hide: expected band:LABEL, SET:LABEL or SCORE>=POINTS of the rules";
                asked.report(&[expected, ", found `", &condition, "`"].concat());
            }
            let Some(field) = element.get_attribute("data-leadscore-field") else { continue };
            match known.value(&field) {
                Some(value) => fill(element, &value),
                None => {
                    let expected =
                        "data-leadscore-field: expected score, band or another thing that is known of a visitor";
                    asked.report(&[expected, ", found `", &field, "`"].concat());
                }
            }
            if field == "ledger" && !self.wants_ledger.replace(true) {
                asked.ledger_wanted();
            }
        }
    }

    fn page_changed(&self, asked: &dyn Surroundings, records: &Array) {
        if self.card.borrow().is_none() {
            return;
        }
        let mut last = None;
        for record in records.iter() {
            let record: &MutationRecord = record.unchecked_ref();
            let Some(target) = record.target() else { continue };
            let is_attribute = record.type_() == "attributes";
            // An attribute is the element's own: what is below its parent has it too.
            let below = if is_attribute { target.parent_node().unwrap_or(target) } else { target };
            if (is_attribute || record.added_nodes().length() > 0) && last.as_ref() != Some(&below) {
                self.visit(asked, &below);
                last = Some(below);
            }
        }
    }

    fn heard(self: &Rc<Self>, asked: &dyn Surroundings, event: &Event) {
        let kind = event.type_();
        if kind != "submit" && kind != "formdata" {
            for node in event.composed_path().iter() {
                if let Some(root) = node.dyn_ref::<ShadowRoot>() {
                    self.notice(asked, root);
                }
            }
            return;
        }
        asked.catch_up();
        if self.card.borrow().is_none() {
            return;
        }
        self.refresh();
        let form = event.target();
        let root = form.as_ref().map(|form| form.unchecked_ref::<Node>().get_root_node());
        let data = Reflect::get(event, &"formData".into()).ok().and_then(|data| data.dyn_into::<FormData>().ok());
        if let (Some(fields), Some(data)) = (root.and_then(|root| select(&root, FIELDS)), data) {
            complete(&data, form, &fields);
        }
    }

    fn notice(self: &Rc<Self>, asked: &dyn Surroundings, root: &ShadowRoot) {
        if self.roots.borrow().iter().any(|known| known.root == *root) {
            return;
        }
        let listeners = [self.listen(root, "submit"), self.listen(root, "formdata")];
        self.roots.borrow_mut().push(Root { root: root.clone(), _listeners: listeners });
        self.observe(root);
        if self.card.borrow().is_some() {
            self.visit(asked, root);
        }
    }

    fn listen(self: &Rc<Self>, target: &EventTarget, name: &'static str) -> EventListener {
        let (weak, asked) = (Rc::downgrade(self), self.surroundings.clone());
        EventListener::new_with_options(target, name, EventListenerOptions::run_in_capture_phase(), move |event| {
            let event = event.clone();
            guarded(&weak, &asked, move |watch, asked| watch.heard(asked, &event));
        })
    }

    fn observe(&self, node: &Node) {
        // Where it cannot be, elements that come later are met with the next scorecard.
        if let Some(observer) = &self.observer {
            let _ = observer.observe_with_options(node, json::value(OBSERVED).unchecked_ref());
        }
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        if let Some(observer) = &self.observer {
            observer.disconnect();
        }
    }
}

/// A node that is not an element has the function too, or nothing is found.
fn select(node: &Node, selector: &str) -> Option<NodeList> {
    node.unchecked_ref::<Element>().query_selector_all(selector).ok()
}
