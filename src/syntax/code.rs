//! The codes of mistakes: a mistake that has no message, no page and no fixture cannot be made, since its code cannot be
//! written.

use serde::Serialize;
use std::fmt;

/// Declares the codes, each once, in the order of their ids.
macro_rules! codes {
    ($($code:ident = $id:literal,)*) => {
        /// What kind of mistake it is. The id, such as `unknown-name`, is also the id of the message in the catalogue:
        /// its attribute `label` stands at the place, `page` is what `explain` shows.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        pub enum Code {
            $(
                #[doc = concat!("`", $id, "`")]
                #[serde(rename = $id)]
                $code,
            )*
        }

        impl Code {
            /// Every code, in the order of the ids.
            pub const ALL: &'static [Code] = &[$(Code::$code,)*];

            /// The id, such as `unknown-name`; it is stable.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Code::$code => $id,)*
                }
            }
        }
    };
}

codes! {
    AcceptanceExpired = "acceptance-expired",
    AcceptanceOfOtherArticles = "acceptance-of-other-articles",
    AcceptanceTooNarrow = "acceptance-too-narrow",
    AcceptanceUnmatched = "acceptance-unmatched",
    AcceptsJusCogens = "accepts-jus-cogens",
    AdoptedAfterForce = "adopted-after-force",
    AfterNumber = "after-number",
    AndOrMixed = "and-or-mixed",
    ArticleOfSeveralLaws = "article-of-several-laws",
    ArticleSaysNothing = "article-says-nothing",
    ArticlesOpen = "articles-open",
    AuthorityWithoutKind = "authority-without-kind",
    BelongsInRules = "belongs-in-rules",
    BlockNotOpened = "block-not-opened",
    BraceTooMany = "brace-too-many",
    ClauseBesideAside = "clause-beside-aside",
    ConfigMissingKey = "config-missing-key",
    ConfigNotOneOf = "config-not-one-of",
    ConfigNotToml = "config-not-toml",
    ConfigOutOfRange = "config-out-of-range",
    ConfigPathRefused = "config-path-refused",
    ConfigUnknownKey = "config-unknown-key",
    ConfigWrongKind = "config-wrong-kind",
    ConfusableName = "confusable-name",
    Contradiction = "contradiction",
    ContradictoryAxioms = "contradictory-axioms",
    DeclaredTwice = "declared-twice",
    DefinitionCycle = "definition-cycle",
    DefinitionTooDeep = "definition-too-deep",
    EmptyFile = "empty-file",
    EmptyTerm = "empty-term",
    EndsTooEarly = "ends-too-early",
    EqualWithoutGround = "equal-without-ground",
    ExpectsNothing = "expects-nothing",
    FileTooLarge = "file-too-large",
    HiddenCharacter = "hidden-character",
    InstrumentWithoutKind = "instrument-without-kind",
    JoinedHow = "joined-how",
    LeadsNowhere = "leads-nowhere",
    LengthForSome = "length-for-some",
    LengthWithoutUnit = "length-without-unit",
    LengthsOverlap = "lengths-overlap",
    ListedTwice = "listed-twice",
    LoneCarriageReturn = "lone-carriage-return",
    LookAlike = "look-alike",
    LookAlikeDash = "look-alike-dash",
    LookAlikeNothing = "look-alike-nothing",
    LookAlikeQuotation = "look-alike-quotation",
    MissingUnit = "missing-unit",
    MissingWord = "missing-word",
    MixedScripts = "mixed-scripts",
    NameMissing = "name-missing",
    NamelessLaw = "nameless-law",
    NeedsNumber = "needs-number",
    NeedsValue = "needs-value",
    NestedTooDeep = "nested-too-deep",
    NeverApplies = "never-applies",
    NoDuration = "no-duration",
    NoGoverns = "no-governs",
    NoItem = "no-item",
    NoPolicy = "no-policy",
    NoPolicyMatches = "no-policy-matches",
    NoState = "no-state",
    NoSuchDay = "no-such-day",
    NotAClause = "not-a-clause",
    NotADate = "not-a-date",
    NotANumber = "not-a-number",
    NotReservable = "not-reservable",
    NotUtf8 = "not-utf8",
    NothingExamined = "nothing-examined",
    NothingOperative = "nothing-operative",
    OldWord = "old-word",
    OutOfRange = "out-of-range",
    OutsideArticle = "outside-article",
    OutsidePolicy = "outside-policy",
    OwnStep = "own-step",
    OwnThingOfNothing = "own-thing-of-nothing",
    PurposeLost = "purpose-lost",
    ReplacesEachOther = "replaces-each-other",
    ReplacesItself = "replaces-itself",
    ReplacesLaterLaw = "replaces-later-law",
    ReservationToNoTreaty = "reservation-to-no-treaty",
    ReservedWord = "reserved-word",
    RulesOnly = "rules-only",
    SaidOtherwise = "said-otherwise",
    SaidTwice = "said-twice",
    SaysNothing = "says-nothing",
    SearchedUnread = "searched-unread",
    SecondPolicy = "second-policy",
    ServesInPolicy = "serves-in-policy",
    ShadowsVocabulary = "shadows-vocabulary",
    SourceNotRead = "source-not-read",
    SourceUncovered = "source-uncovered",
    StandardWithoutBasis = "standard-without-basis",
    StandardWithoutForm = "standard-without-form",
    TailOfSeveral = "tail-of-several",
    TailWithoutClause = "tail-without-clause",
    TakenAway = "taken-away",
    TakesNoValue = "takes-no-value",
    TaxonomyCycle = "taxonomy-cycle",
    TaxonomyTooLarge = "taxonomy-too-large",
    TextDiffersFromSource = "text-differs-from-source",
    TextNotInSource = "text-not-in-source",
    TooManyConstants = "too-many-constants",
    TwoLengths = "two-lengths",
    TwoStates = "two-states",
    UnclosedBlock = "unclosed-block",
    UnclosedQuotation = "unclosed-quotation",
    Unexpected = "unexpected",
    UnknownArticle = "unknown-article",
    UnknownFramework = "unknown-framework",
    UnknownInstrument = "unknown-instrument",
    UnknownLanguage = "unknown-language",
    UnknownName = "unknown-name",
    UnknownOnly = "unknown-only",
    UnknownStandard = "unknown-standard",
    UnknownState = "unknown-state",
    UnknownSteps = "unknown-steps",
    UnknownValue = "unknown-value",
    Unused = "unused",
    WordOfAnotherLaw = "word-of-another-law",
    WordOfSeveralLaws = "word-of-several-laws",
    WrongKind = "wrong-kind",
    WrongUnit = "wrong-unit",
    WrongUsual = "wrong-usual",
    WrongValues = "wrong-values",
    ZeroLength = "zero-length",
}

impl Code {
    /// The code with this id.
    pub fn named(id: &str) -> Option<Code> {
        Code::ALL.iter().copied().find(|code| code.as_str() == id)
    }

    /// Whether a character was taken for another that looks like it.
    pub fn is_look_alike(self) -> bool {
        matches!(self, Code::LookAlike | Code::LookAlikeDash | Code::LookAlikeNothing | Code::LookAlikeQuotation)
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_written_by_its_id_and_found_by_it() {
        for (at, code) in Code::ALL.iter().enumerate() {
            assert_eq!(Code::named(code.as_str()), Some(*code));
            assert_eq!(serde_json::to_value(code).unwrap(), serde_json::json!(code.as_str()));
            assert_eq!(format!("{code}"), code.as_str());
            assert!(Code::ALL[at + 1..].iter().all(|later| later.as_str() > code.as_str()), "{code}");
            // The name in the source is the id, so that whoever looks for one finds the other.
            let name: String = format!("{code:?}").to_lowercase();
            assert_eq!(name, code.as_str().replace('-', ""));
        }
        assert_eq!(Code::named("no-such-code"), None);
    }
}
