//! A word on standard error when work takes longer than a second, if somebody is looking.

use crate::checker::Input;
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
    pub(super) fn on(files: &[Input], words: &Words) -> Working {
        if !std::io::stderr().is_terminal() {
            return Working(None);
        }
        let names: Vec<String> = files.iter().map(|f| f.name.clone()).collect();
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

    /// It is done; the line is gone before anything else is printed.
    pub(super) fn done(self) {
        if let Some((done, thread)) = self.0 {
            drop(done);
            let _ = thread.join();
        }
    }
}
