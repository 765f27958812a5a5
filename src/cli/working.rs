//! A word on standard error when work takes longer than a second, if somebody is looking.

use crate::words::{Words, args};
use indicatif::ProgressBar;
use std::io::IsTerminal as _;
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::thread::JoinHandle;
use std::time::Duration;

/// Work under way.
pub(super) struct Working(Option<(Sender<()>, JoinHandle<()>)>);

impl Working {
    /// Work on these files begins.
    pub(super) fn on<'a>(files: impl Iterator<Item = &'a str>, words: &Words) -> Working {
        if !std::io::stderr().is_terminal() {
            return Working(None);
        }
        let names: Vec<&str> = files.collect();
        let said = words.say("working", &args([("files", crate::text::harmless(&names.join(", ")).into_owned())]));
        let (done, wait) = channel();
        let thread = std::thread::spawn(move || {
            if let Err(RecvTimeoutError::Timeout) = wait.recv_timeout(Duration::from_secs(1)) {
                let bar = ProgressBar::new_spinner();
                bar.set_message(said);
                bar.enable_steady_tick(Duration::from_millis(120));
                let _ = wait.recv();
                bar.finish_and_clear();
            }
        });
        Working(Some((done, thread)))
    }
}

impl Drop for Working {
    /// The line is gone before anything else is printed.
    fn drop(&mut self) {
        if let Some((done, thread)) = self.0.take() {
            drop(done);
            let _ = thread.join();
        }
    }
}
