//! `lsp`: the language server, for editors; it speaks on standard input and output until the editor leaves.

use super::args::LspArgs;
use super::{Exit, say_error, setup};
use crate::lsp::{Asked, Options, serve};
use crate::words::{Lang, args};
use lsp_server::Connection;

pub(super) fn run(asked: &LspArgs) -> Exit {
    let words = setup::words(&asked.voice);
    // A day that is none is said now, and not to an editor.
    if let Err(exit) = setup::date(asked.today.as_deref(), &words) {
        return exit;
    }
    let today = asked.today.clone();
    let day = move || {
        let words = crate::words::Words::new(Lang::En);
        setup::date(today.as_deref(), &words).unwrap_or(crate::session::Date::from_packed(0))
    };
    let options = Options {
        asked: Asked {
            configuration: asked.config.config.clone().or_else(|| setup::variable("IML_CHECK_CONFIG").map(Into::into)),
            no_configuration: asked.config.no_config,
            rules: asked.rules.rules.clone(),
            no_built_in: asked.rules.no_builtin_rules,
            threads: setup::threads(),
        },
        lang: setup::is_asked(&asked.voice).then_some(words.lang),
        usual: words.lang,
        today: Box::new(day),
    };
    let (connection, threads) = Connection::stdio();
    let served = serve(&connection, options);
    // The writer ends when nobody can write any more.
    drop(connection);
    let written = threads.join();
    match served.map_err(|e| e.to_string()).and(written.map_err(|e| e.to_string())) {
        Ok(()) => Exit::Clean,
        Err(reason) => {
            say_error(&words.say("lsp-broken-off", &args([("reason", reason)])));
            Exit::NoVerdict
        }
    }
}
