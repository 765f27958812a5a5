//! What takes long has a thread and sessions of its own, so that nobody who types waits for it: judging, looking for mends,
//! trying acceptances. What nobody wants any more is stopped.

use super::plan::Plan;
use super::root::Key;
use crate::finding::Judgement;
use crate::session::{Input, Order, Outcome, Request, Session, Stop, Tested};
use crossbeam_channel::{Receiver, Sender};
use lsp_server::RequestId;
use std::any::Any;
use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

/// What becomes of an order, by judge and by scenarios.
#[derive(Debug)]
pub(super) struct Judged {
    pub(super) outcome: Outcome<Judgement>,
    pub(super) tested: Outcome<Vec<Tested>>,
}

/// Something to do with a session that may take long.
pub(super) type Errand = Box<dyn FnOnce(&Session, &Plan) + Send>;

/// What the thread is told to do.
pub(super) enum Work {
    /// Opens a folder, again if it was open.
    Open(Key, Box<Plan>),
    /// Sets the text of a law.
    Set(Key, Input),
    /// Judges orders, each with the number under which its answer is wanted.
    Judge { root: Key, orders: Vec<(u64, Order)>, stop: Stop },
    /// Anything else.
    Errand(Key, RequestId, Errand),
    /// Closes a folder.
    Close(Key),
}

/// What the thread says.
pub(super) enum Said {
    /// What became of an order.
    Judged { root: Key, number: u64, judged: Arc<Judged> },
    /// A request was answered.
    Answered(RequestId),
    /// An order was given up because the program failed, in these words.
    Failed { root: Key, number: Option<u64>, what: String },
}

struct Worker {
    sessions: BTreeMap<Key, (Box<Plan>, Session)>,
    /// Texts that were set and that nobody has asked about yet, in order.
    pending: BTreeMap<Key, Vec<Input>>,
    said: Sender<Said>,
    /// The order that is being judged.
    judging: Option<u64>,
}

/// Works until nobody can ask for anything any more.
pub(super) fn work(asked: &Receiver<Work>, said: Sender<Said>) {
    let mut worker = Worker { sessions: BTreeMap::new(), pending: BTreeMap::new(), said, judging: None };
    for work in asked {
        let (Work::Open(root, _)
        | Work::Set(root, _)
        | Work::Close(root)
        | Work::Errand(root, ..)
        | Work::Judge { root, .. }) = &work;
        let root = root.clone();
        worker.judging = None;
        if let Err(cause) = catch_unwind(AssertUnwindSafe(|| worker.one(work))) {
            // Whatever was half done is done anew from the texts.
            worker.pending.remove(&root);
            if let Some((plan, _)) = worker.sessions.remove(&root) {
                let opened = catch_unwind(AssertUnwindSafe(|| plan.open()));
                worker.sessions.extend(opened.ok().map(|session| (root.clone(), (plan, session))));
            }
            let number = worker.judging;
            let _ = worker.said.send(Said::Failed { root, number, what: told(cause.as_ref()) });
        }
    }
}

/// What a panic said.
pub(super) fn told(cause: &(dyn Any + Send)) -> String {
    let text = cause.downcast_ref::<&str>().map(|s| (*s).to_owned());
    text.or_else(|| cause.downcast_ref::<String>().cloned()).unwrap_or_default()
}

impl Worker {
    /// Reads what was set.
    fn settle(&mut self, root: &Key) {
        let pending = self.pending.remove(root).unwrap_or_default();
        if let Some((_, session)) = self.sessions.get_mut(root) {
            pending.into_iter().for_each(|input| {
                session.set(input);
            });
        }
    }

    fn one(&mut self, work: Work) {
        match work {
            Work::Open(root, plan) => {
                let session = plan.open();
                self.pending.remove(&root);
                self.sessions.insert(root, (plan, session));
            }
            Work::Set(root, input) => {
                if let Some((plan, _)) = self.sessions.get_mut(&root) {
                    plan.set(input.clone());
                    // Of several texts of a file only the last is read, in the place of the first: files are numbered in
                    // the order in which they come.
                    let pending = self.pending.entry(root).or_default();
                    match pending.iter_mut().find(|known| known.name == input.name) {
                        Some(known) => *known = input,
                        None => pending.push(input),
                    }
                }
            }
            Work::Judge { root, orders, stop } => {
                self.settle(&root);
                let Some((_, session)) = self.sessions.get(&root) else { return };
                for (number, order) in orders {
                    if stop.is_stopped() {
                        return;
                    }
                    self.judging = Some(number);
                    let judged = Arc::new(judge(session, &order, &stop));
                    // What was stopped half way is no answer.
                    if stop.is_stopped() {
                        return;
                    }
                    let _ = self.said.send(Said::Judged { root: root.clone(), number, judged });
                }
            }
            Work::Errand(root, id, errand) => {
                self.settle(&root);
                if let Some((plan, session)) = self.sessions.get(&root) {
                    errand(session, plan);
                }
                let _ = self.said.send(Said::Answered(id));
            }
            Work::Close(root) => {
                self.pending.remove(&root);
                self.sessions.remove(&root);
            }
        }
    }
}

/// Judges an order as the command does, and runs its scenarios where it can be judged.
fn judge(session: &Session, order: &Order, stop: &Stop) -> Judged {
    let request = Request { stop: stop.clone(), ..Request::default() };
    let checked = session.check(std::slice::from_ref(order), &request, |_| ());
    let outcome = checked.orders.into_iter().next();
    let outcome = outcome.unwrap_or_else(|| Outcome::mistaken(Vec::new()));
    let tested = match outcome.answer {
        Some(_) => session.scenarios_until(order, stop),
        None => Outcome::mistaken(Vec::new()),
    };
    Judged { outcome, tested }
}
