### Everything iml-check says to a person, in English. One sentence, lower case, no full stop at the end of a message.

## Verdicts and forces

verdict-incompatible = incompatible
verdict-incompatible-interpretation = incompatible with the interpretation
verdict-not-found = not found
verdict-to-assess = for assessment
verdict-provided = provided for
verdict-not-examined = not examined
verdict-not-in-force = not in force for the State

force-jus-cogens = jus cogens
force-custom = custom
force-treaty = treaty in force
force-interpretation = authoritative interpretation
force-signed = signed, not ratified
force-soft-law = soft law
force-unknown = unknown whether binding
force-none = not binding on this State

level-error = error
level-warning = warning
level-advice = advice
level-note = note

## What is found. $who is people in the plural or one person.

subject-law = the law
finding-permits = { $law } permits { $measure } of { $who }
finding-requires = { $law } requires { $measure } of { $who }
finding-refuses = { $law } refuses { $thing }{ $within }{ $by } to { $who }
finding-refuses-safeguard = { $law } permits { $measure } of { $who }, and refuses { $safeguard }{ $within }{ $by }
finding-refuses-whenever = { $law } refuses { $safeguard }{ $within }{ $by } to { $who } whenever { $measure } is done to them
finding-lasts = { $law } permits { $measure } of { $who }, { $lasts }; the standard asks for { $limit }
finding-lasts-unlimited = { $law } permits { $measure } of { $who }, { $lasts }
finding-lasts-unlimited-required = { $law } requires { $measure } of { $who }, { $lasts }
finding-lasts-required = { $law } requires { $measure } of { $who }, { $lasts }; the standard asks for { $limit }
lasts-most = for up to { $length }
lasts-unlimited = with no maximum period
limit-at-most = at most { $length }
limit-any = a limit
finding-without-safeguard = { $law } permits { $measure } of { $who }, and no article read gives { $safeguard }{ $within }{ $by }
finding-not-entitled = no article read entitles { $who } to { $thing }{ $within }{ $by }
finding-not-prohibited = no article read prohibits { $measure }{ $by } of { $who }
finding-permits-privately = { $law } does not keep { $who } from { $measure }{ $by }
finding-treated-worse-service = { $who } is not entitled to { $thing }, and { $other } is: they differ only in { $grounds }
finding-treated-worse-burden = { $law } permits { $thing } of { $who }, and not of { $other }: they differ only in { $grounds }
finding-goes-round = { $who } can reach { $step } without { $pass }
finding-no-procedure = { $law } permits { $step } of { $who }, and no procedure makes it pass { $pass }
finding-left-out = { $law }'s definition of “{ $term }” leaves out { $who }
finding-taken-in = { $law }'s definition of “{ $term }” takes in { $who }
finding-unjustified = { $law } permits { $measure } of { $who }, and nothing read requires { $legs }
finding-unjustified-required = { $law } requires { $measure } of { $who }, and nothing read requires { $legs }
finding-weigh = { $law } permits { $measure } of { $who }: whether that is justified is to be weighed
finding-weigh-required = { $law } requires { $measure } of { $who }: whether that is justified is to be weighed
finding-not-established = no article read establishes { $institution }
within-time = { " " }within { $length }
by-authority = { " " }by { $authority }

## People

person = a person
people = people
person-with = { $noun } { $phrases }
people-with = { $noun } { $phrases }
list-separator = ,{ " " }
alternatives = , and either { $list }
alternative-separator = {" "}or{" "}
among-others = , among others
phrase-no = not { $label }
phrase-no-clause = not one { $label }
phrase-one-of = { $values }
phrase-not-said = { $fact }: { $value }
value-separator = {" "}or{" "}
range-exact = { $low }
range-two = { $low } or { $high }
range-between = { $low } to { $high }
range-below = under { $high }
range-from = { $low } or over
range-from-unit = at least { $low }
range-more = more than { $low }
range-most = at most { $high }
range-any = any
range-separator = {" "}or{" "}
phrase-number = { $fact } { $range }
length-hours = { $number ->
    [one] { $number } hour
   *[other] { $number } hours
}
length-days = { $number ->
    [one] { $number } day
   *[other] { $number } days
}
length-weeks = { $number ->
    [one] { $number } week
   *[other] { $number } weeks
}
length-months = { $number ->
    [one] { $number } month
   *[other] { $number } months
}
length-years = { $number ->
    [one] { $number } year
   *[other] { $number } years
}

## Marks in the source

mark-power = this power reaches them
mark-stops-short = this exemption stops short of them
mark-time-clause = this lets it last
mark-leaves-out = this guarantee leaves them out
mark-too-late = this comes too late, or without a time limit
mark-wrong-authority = this is not by that kind of authority
mark-weaker = this is something else or weaker
mark-distinction = this makes the difference
mark-definition = this is the definition
mark-refusal = this refuses it
mark-general = this general clause stands to it
mark-path = this leads round it
mark-protects = this protects
mark-standard = the standard
mark-quote = the text

## The opening of a report

states-with-article = ARE BHS CAF COD COM CZE DOM GBR GMB MDV MHL NLD PHL SLB SYC USA
state-with-article = the { $state }
opening-title = { $state } · { $law }{ $others ->
    [0] {""}
    [one] {" "}and one more text
   *[other] {" "}and { $others } more texts
} · as of { $date }
opening-news = { $count ->
    [0] Nothing is new since the baseline.
    [one] One thing is new since the baseline.
   *[other] { $count } things are new since the baseline.
}
news-people = now reaches { $people }; first, { $first }
news-known-before = weighs more on { $people }; first, { $first }
news-points = { $standing }: { $points }
opening-incomparable = { $count ->
    [one] one finding cannot be held against the baseline: whom it reaches cannot be said in full
   *[other] { $count } findings cannot be held against the baseline: whom they reach cannot be said in full
}
opening-outside = { $points ->
    [one] On one point the law, in its own words, leaves somebody outside what binds { $state }.
   *[other] On { $points } points the law, in its own words, leaves somebody outside what binds { $state }.
}
opening-nobody-not-found = Nobody was found whom the law, in its own words, leaves outside what binds { $state }; on { $points ->
    [one] one point
   *[other] { $points } points
} what is asked was not found in these texts.
opening-nobody = No incompatibility was found with what binds { $state } and was examined.
opening-read = Read: { $whole ->
    [0] {""}
    [one] one text whole
   *[other] { $whole } texts whole
}{ $part ->
    [0] {""}
   *[other] { $whole ->
        [0] {""}
       *[other] ,{" "}
    }{ $part ->
        [one] one text in part
       *[other] { $part } in part
    }
}, { $articles ->
    [one] one article
   *[other] { $articles } articles
}{ $open ->
    [0] {""}
   *[other] , { $open } still to be encoded
}.
opening-not-read = {" "}Not read: { $laws }{ $more ->
    [0] {""}
   *[other] {" "}and { $more } more
}.
opening-examined = {" "}Of { $binds } standards that bind, { $not } were not examined.
opening-known = { $known ->
    [0] {""}
   *[other] { $known } known from the baseline
}{ $accepted ->
    [0] {""}
   *[other] { $known ->
        [0] {""}
       *[other] ,{" "}
    }{ $accepted } accepted
}: not shown
points-not-found = { $count } not found
points-reading = { $count } by an interpretation or a signature only
points-to-assess = { $count } for assessment
points-known = { $count } known
points-provided = { $count } provided for
points-not-examined = { $count } not examined
points-advice = { $count } of soft law only
points-separator = {" · "}
law-separator = ;{" "}
people-separator = ;{" "}
number-separator = ,{" "}
people-and-more = { $people } …
people-alternatives-more = { $people }, or in { $more ->
    [one] one more way
   *[other] { $more } more ways
}
articles-of-main = art. { $numbers }
articles-of-other = { $law } { $numbers }
heading-outside = the law, in its own words, leaves somebody outside
heading-not-found = not found in these texts
heading-reading = by an authoritative interpretation, or a treaty only signed
heading-to-assess = for assessment
heading-known = known or accepted
heading-advice = soft law asks for more
heading-edits = first edits, each judged again
edit-removes = removes { $points }
line-place = place
not-examined-heading = not examined, and why
short-more = {" "}(and { $count } more)
standing-outside = incompatible
standing-not-found = not found
standing-reading = by an interpretation or a signature only
standing-to-assess = for assessment
standing-known = known or accepted
standing-not-examined = not examined
standing-provided = provided for
standing-advice = soft law only
standing-not-in-force = not in force for the State
github-more = { $count } more annotations of these kinds are not shown.
too-few-examined = { $examined } of the standards that bind were examined; { $required } are required
line-also = also against
screen-names = { $count } { $heading }: { $names }
screen-more-points = and { $count } more: --full
screen-hint = one in full: --only { $point } · all: --full · to print: --format docx=report.docx or html=report.html
screen-hint-none = all standards: --full · to print: --format docx=report.docx or html=report.html

## The report as a Word document and as a spreadsheet

format-not-for-screens = { $format } is no text and cannot be shown here; write --format { $format }=report.{ $extension }
word-law = { $law }{ $others ->
    [0] {""}
    [one] {" "}and one more text
   *[other] {" "}and { $others } more texts
}
word-as-of = the law as of { $date }
word-contents = Contents
word-new = what is new since the baseline
word-more-below = and { $count } more, on the pages that follow
word-points = Points
word-sheets = Point by point
word-about-sheets = The gravest first. Of each point what makes it stand so, the law's own words, and those of the treaty.
word-about-edits = The gravest first. Of each point what makes it stand so, the law's own words, and those of the treaty. An edit is a tracked change on the law as it is encoded, to be accepted or rejected; each was judged again, and removes what it is said to remove.
word-edit = edit { $count }
word-edit-elsewhere = edit { $number }, under “{ $point }”, removes this too
word-more-causes-by = { $count ->
    [one] and once more, by { $articles }
   *[other] and { $count } times more, by { $articles }
}
word-more-causes = { $count ->
    [one] and once more
   *[other] and { $count } times more
}
word-to-assess = For a person to assess
word-about-comments = Whether the law suffices here turns on what only a person can weigh. The comment beside each point says what is open.
word-also-to-assess = { $count ->
    [one] one more thing is for a person to assess
   *[other] { $count } more things are for a person to assess
}
word-comment = To be decided: { $point }
word-comment-more = and { $count } more
word-advice = Where only soft law asks for more
word-known = Known or accepted
word-provided = Provided for
word-not-examined = Not examined
word-not-examined-others = { $count ->
    [one] One more that does not bind as law was not examined either.
   *[other] { $count } more that do not bind as law were not examined either.
}
word-read = What was read
word-not-read = not read
word-method = Method
word-method-words = Incompatible: the law, in its own words, leaves somebody outside what binds. Not found: what is asked for does not stand in the texts read; it may stand elsewhere. For assessment: it turns on something that only a person can weigh. Provided for: nobody was found whom the texts read leave outside. Not examined: the texts read do not touch it.
word-method-standing = A point is as grave as the hardest standard that makes it so: peremptory norms, custom and treaties in force first, then authoritative interpretations and treaties that are only signed, then soft law. Within a point the order is that of the law.
word-method-limits = What was examined is the law as it is encoded, article by article, in the texts named above. Practice, other laws, and how courts read them were not examined.
law-read-whole = { $articles ->
    [one] whole: one article
   *[other] whole: { $articles } articles
}
law-read-part = { $articles ->
    [one] in part: one article
   *[other] in part: { $articles } articles
}{ $open ->
    [0] {""}
   *[other] , { $open } to be encoded
}
column-number = no.
column-point = point
column-standing = standing
column-whom = whom
column-articles = articles
column-basis = basis
column-force = force
column-sentence = what was found first
column-finding = what was found
column-place = place
column-state = State
column-standard = standard
column-identifier = identifier
column-verdict = verdict
column-by = by what
column-why = why
column-law = text
column-in-force = in force
column-read = read
column-article = article
column-heading = heading
column-encoding = encoded
column-remark = remark
column-count = points
column-touches = points it touches
column-protects = what it protects
column-known = known
column-file = file
column-line = line
column-fingerprint = fingerprint
article-encoded = encoded
article-noted = noted
article-set-aside = set aside
sheet-points = Concordance
sheet-articles = Articles
sheet-findings = Findings

## Lines under a finding

line-who = who
line-class = everyone like them
line-exactly = exactly: { $people }
line-among = among others: { $people }
line-readings = readings
readings-every = on every reading of the law's open terms
readings-some = only on one reading of the law's open terms: { $phrases }
readings-some-many = only on some readings: { $list }
readings-not-said = depends on more open terms than can be listed
line-nearly = nearly
nearly-articles = { $articles } come near
line-legs = legs
leg-legality = legality
leg-aim = an accepted aim
leg-necessity = necessity
leg-proportionality = proportionality in the strict sense
asks-legality = a ground stated by law
asks-aim = a legitimate aim
asks-necessity = that it be needed in the case
asks-proportionality = that it be in proportion
leg-stated = stated
leg-missing = missing
leg-to-weigh = stated, to be weighed
leg-excluded = excluded
leg-lacks = { $leg }: { $details }
leg-time-limit = a time limit
line-path = path
line-doubt = turns on
doubt-own = a statement of the law's own about what goes with what
doubt-unseen = the words of { $article }, which nobody has seen
doubt-rank = whether { $article }, which stands lower or is older, prevails: nothing says so
doubt-refused = whether { $article } refuses what another article gives: nothing says which prevails
doubt-reservation = whether the State made a reservation that only this file states: { $words }
doubt-declared = how far the State's declaration on the article goes: { $words }
doubt-may-be = whether { $thing } is one: that depends on how it is done
doubt-general = { $articles }, in general words
line-read = read
read-no-exception = no exception was found in the texts read; one may stand in what was not read
read-searched = after search
read-not = not read, and may speak of it: { $laws }
line-assumes = assumes
assumes-relies = “{ $on }”, not at hand, is relied on
assumes-calendar = a month is counted as 30 days and a year as 365
assumes-unconfirmed = the words of { $article } have not been seen
line-accepted = accepted
accepted-by-until = by { $by }, until { $until }: { $because }
accepted-by-any-article = whatever article it rests on, also one that is added later
accepted-until = until { $until }: { $because }
line-help = advice
line-more = more
more-explain = iml-check explain { $id }
line-standard = standard
line-basis = basis
line-interpreted = read by
line-complaints = complaints
line-note = note
line-articles = articles
basis-line = { $title }, { $place }{ $quote }
basis-quote = : “{ $quote }”
basis-unconfirmed = { " " }[words not seen]
place-art = art. { $place }
place-para = para. { $place }
article-cited = article { $number }
article-of = article { $number } of { $policy }
binds-since = binds { $state } since { $since } ({ $act }){ $mark }
binds-undated = binds { $state } ({ $act }){ $mark }
binds-custom = binds every State as custom
binds-jus-cogens = peremptory: binds every State, and no derogation is permitted
binds-interpretation = reading of a treaty in force for { $state } since { $since }{ $mark }
binds-assumed = assumed to bind { $state } for the sake of argument
binds-signed = signed by { $state }{ $since } and not ratified: VCLT art. 18 asks not to defeat its object and purpose{ $mark }
binds-reading-signed = reading of a treaty that { $state } has signed and not ratified
binds-signed-since = { " " }on { $since }
binds-soft = not legally binding
binds-unknown = unknown whether it binds { $state }: the data is not complete
binds-outside = does not bind { $state }: open only to members of { $region }{ $mark }
binds-none = does not bind { $state }
binds-none-to = does not bind { $state } (data complete to { $date })
binds-reserved = does not bind { $state }: { $note }
binds-mentioned = a declaration of { $state } mentions this article; its effect has not been established: { $note }
binds-everybody = treaty in force
mark-unconfirmed = , unconfirmed
act-ratification = ratification
act-membership = membership
act-accession = accession
act-succession = succession
act-acceptance = acceptance
act-approval = approval
act-signature = signature
act-formal-confirmation = formal confirmation
act-ratification-or-accession = ratification or accession
act-succession-to-signature = succession to signature
act-stated-in-policy = stated in the file
complaints-accepted = { $body }, under { $instrument }: accepted by { $state }
complaints-not-accepted = { $body }, under { $instrument }: not accepted by { $state }
complaints-unknown = { $body }, under { $instrument }: unknown whether { $state } accepts it
reason-articles = provided for by { $articles }
reason-reserved = reserved: { $words }
reason-in-part = { $count } of { $all } demands are provided for by { $articles }
unexamined-no-power = no such power was found in the texts read
unexamined-no-power-searched = no such power was found after search
unexamined-no-article = no article on the field was read
unexamined-nobody = there is nobody of whom it speaks
not-confirmed-mark = [unconfirmed]

## The last line

summary-encoded = articles: { $encoded } encoded, { $aside } set aside, { $open } still to be encoded
article-open = to be encoded
article-aside = set aside: { $why }
summary-assumed = assuming { $instruments } ratified
count-mistakes = { $count ->
    [one] { $count } mistake
   *[other] { $count } mistakes
}
count-warnings = { $count ->
    [one] { $count } warning about the text
   *[other] { $count } warnings about the text
}
no-verdict = no verdict was reached: the text has mistakes
no-verdict-undecided-order = no verdict was reached: not every question was decided
no-verdict-undecided = no verdict was reached: a question could not be decided within its budget (`limits.looks` in the configuration)
no-verdict-steps = no verdict was reached: what is asked takes more steps than a run may take (`limits.steps` in the configuration)
undecided-standards = undecided: { $standards }
undecided-text = undecided: whether the law contradicts itself, and whether each of its powers reaches anybody
no-verdict-fault = no verdict was reached: two ways of deciding disagree; this is a fault of iml-check, please report it
findings-heading = findings
provided-heading = provided for, and by what
hidden-heading = not shown

## Commands

test-passed = as expected
test-failed = not as expected
test-scenario = scenario “{ $name }”
test-example = { $standard }: example “{ $name }”, { $verdict }
test-found-permitted = permitted by { $articles }
test-found-not-permitted = no article permits it
test-found-entitled = entitled by { $articles }
test-found-not-entitled = no article entitles to it
test-found-verdict = the verdict for this person is { $verdict }
test-found-nobody = nobody can be like this
test-found-example = the verdict is { $verdict }
test-found-witness = the witness is { $who }
test-summary = { $passed } as expected, { $failed } not as expected
expected-line = expected: { $text }
nothing-to-test = nothing to test: no scenario and no example was found
explain-unknown = nothing is called `{ $name }`
explain-demands = what it demands
explain-forms = forms
reference-title = The standards of international migration law
reference-about = { $standards } standards and { $principles } principles on { $instruments } instruments, and what binds { $states } States. Of the { $rows } rows of the [catalogue](catalogue.md), { $encoded } are encoded. These pages are generated; `iml-check explain` prints the same.
reference-by-force = By force, for a State that is party to everything
reference-by-section = By section of the catalogue
reference-of = { $encoded } of { $all }
reference-by-form = By form
reference-by-theme = By theme
reference-by-instrument = By instrument
reference-by-state = By State
formats-title = Formats of a report
formats-about = `iml-check check --format FORMAT` prints a report in it, `--format FORMAT=FILE` writes it to a file; several may be asked for in one run. This page is generated; `iml-check explain FORMAT` says the same of one.
formats-columns = | format | what it is for | read by | file |
formats-reader = read by
formats-person = a person
formats-program = a program
formats-of-differences = `iml-check diff --format FORMAT` has its own:
explain-file = file
catalogue-title = The catalogue
catalogue-about = What is encoded, by what; what is not, and why. A norm whose words have not been seen stays out until they are.
catalogue-columns = | row | rests on | force | encoded by |
catalogue-missing = not yet: { $why }
organisation = { $id ->
    [EU] the European Union
    [COE] the Council of Europe
    [AU] the African Union
    [OAS] the Organization of American States
    [ASEAN] ASEAN
    [LAS] the League of Arab States
   *[other] { $id }
}
explain-member = member of
explain-complaint-procedures = where people can complain
language-tag = en
markdown-columns = | point | standing | whom | place |
what-protects = What protects: do not repeal without a replacement
html-title = Is there anyone whom this law leaves outside the standard?
html-scope = This report says which people a law leaves outside the standards that bind its State, by which articles, and what would change it. It examined the articles listed above, as they are encoded, and nothing else: not practice, not other laws, not how courts read them.
html-news = New since the baseline
html-subjects = By subject
html-contents = Contents
html-points = The points
html-point = Point
html-show = Show
html-show-all = everything
html-more = { $count } more
html-words = The law's own words
theme-asylum = asylum
theme-children = children
theme-co-operation = co-operation
theme-consular = consulate
theme-definitions = definitions
theme-displacement = displacement
theme-entry = entry
theme-equality = equality
theme-exit = exit
theme-expulsion = expulsion
theme-family = family
theme-justice = justice
theme-labour = work
theme-liberty = detention
theme-nationality = nationality
theme-sea = sea
theme-social = social rights
theme-trafficking = trafficking
such-a-person = such a person
html-more-print = { $count } more: on the page, and with --full
html-orders = Legal orders
html-comparison = Side by side
html-comparison-about = Sorted by name. Nothing here is a rank or a score.
html-standard = Standard
html-cover = What was examined
html-rank = rank
html-adopted = adopted
html-in-force = in force
html-source = source
html-url = address
html-mistakes = Remarks on the text
html-people = People
html-basis = Treaty article
html-articles = Articles of the law
html-left-outside = Who is left outside
html-advice = Advice
html-turned = The law, article by article
html-article = Article
html-found-here = Found here
html-sheets = Point by point
html-law = The law, as it is encoded
html-silence = Not examined, and not in force
html-accepted = Accepted
html-repeat = How to repeat this
html-file = file
html-data = The dates of ratification come from the data compiled into the program; `iml-check explain` with the State's three letters shows each with its source.
html-glossary = Glossary
html-not-advice = This is not legal advice. A finding is an argument, laid out so that a lawyer can check each step of it.
html-scale-age = Ages that are left outside
html-scale-time = Time beyond what the standard allows
html-scale-left-outside = The part that is left outside is shaded
html-three = { $a }: { $b } · { $c }
baseline-written = baseline written to { $path }
baseline-unsaid = { $count ->
    [one] { $count } finding stays new: whom it reaches cannot be said in full
   *[other] { $count } findings stay new: whom they reach cannot be said in full
}
baseline-old = the baseline { $path } is of version 1: it does not know how long a measure lasts, what comes with it, nor the laws' own words; write it anew
baseline-unreadable = the baseline { $path } cannot be read: { $reason }
line-baseline = baseline
baseline-new = not in the baseline
baseline-unchanged = known from the baseline: the same people
baseline-narrower = known from the baseline: fewer people than then
baseline-wider = in the baseline, but for others: it now reaches more people
baseline-harsher = in the baseline, for the same people, but it weighs more now:
baseline-changed = in the baseline, but what it rested on is no longer the same:
changed-found = it was for a person to weigh, and is found outright now
changed-lasts = it may last { $now } now, and { $then } then
changed-no-limit = without a limit
changed-must = it has to be done now, and could be left undone then
changed-lacks = the justification lacks { $missing } now
changed-given = all of them were given `{ $given }`, and no longer are
changed-reason = what the law said for it, it no longer says: “{ $reason }”
changed-word = the law's own `{ $word }` was { $then } and is { $now }
changed-word-declared = `{ $declared }`
changed-word-not-declared = not declared
baseline-gone = gone from the law, still in the baseline: { $standard }, articles { $articles }: { $who }; write the baseline anew
snapshot-held = the verdicts are those reviewed in { $path }
snapshot-accepted = the verdicts are written to { $path }
snapshot-how = read the difference as a lawyer would, then add --accept
explain-applied = applied
explain-basis = basis
explain-interpreted = interpreted by
explain-examples = examples
explain-mend = what mends it
explain-theme = theme
explain-catalogue = catalogue
explain-non-derogable = cannot be derogated from
explain-kind = kind
explain-adopted = adopted
explain-in-force = in force
explain-monitored = monitored by
explain-complaints = complaints under
explain-interprets = interprets
explain-not-reservable = no reservation may touch art.
explain-source = source
explain-note = note
explain-standards = standards that rest on it
explain-state = what binds { $state }, as of { $date }
explain-reservations = reservations and declarations
explain-means = means
explain-own-fact = a yes/no fact of its own
explain-is-a = is a kind of
explain-kinds = kinds of it
explain-also = also called
explain-label = called
explain-values = values
explain-usually = usually
explain-unit = unit
explain-axioms = always true of it
explain-subject = field
explain-severity = severity
explain-read-by = read by
explain-at-most = at most
explain-facts = the facts that make it
explain-beyond = and never beyond
explain-question = question
explain-laid-down = what it asks for has to be laid down by law
explain-duty = being bound by it is enough to raise it: a duty to legislate
explain-weighing = it asks that each case be weighed
explain-answered-by = standards that answer it
list-none = nothing to list
version-left-out = { $file } is another version of the law: not the one in force on { $day }
law-not-yet = { $file } is left out: it is not in force before { $from }; --as-of { $from } reads it
judged-as-framework = what was named is judged with the other files of `{ $name }`, of which it is a part; --no-config judges it alone
accept-without-reason = an acceptance says why: --reason is empty
accept-past = an acceptance that ended on { $until } covers nothing
two-reports-in-one-place = two reports cannot go to one place; write --format sarif=FILE
no-policy-found = no policy found at { $path }
unknown-instrument = no instrument is called `{ $name }`
    .label = unknown
    .page = An instrument is called by its identifier; `iml-check list instruments` shows all.
unknown-state = the treaty data knows no State `{ $name }`
    .label = unknown
    .page = A State is called by its three letters; `iml-check list states` shows all.
unknown-only = no standard, point or theme is called `{ $name }`
    .label = unknown
    .page = Standards, points and themes are called by their identifiers; `iml-check list standards` and `iml-check list points` show all.
not-a-date-flag = `{ $text }` is not a date; write it as 2026-07-01
unwritable = { $path } cannot be written: { $reason }
output-lost = standard output did not take the whole report: { $reason }
unreadable = { $path } cannot be read: { $reason }
language-unspoken = { $variable } asks for `{ $name }`; reports are written in { $known }
refused-not-a-file = it is no file but a folder, a pipe, a socket or a device
refused-too-large = it is larger than what is read
refused-outside = it lies outside the repository
refused-version-control = it lies in `.git`
refused-not-a-picture = it is no PNG, JPEG or SVG
refused-being-read = this run reads it, and would write over it
refused-broken-link = it is a link that leads nowhere
left-out-hidden = left out: { $path } is hidden; give its path to have it read
left-out-cache = left out: { $path } is a cache, as the CACHEDIR.TAG in it says; give its path to have it read
left-out-link = left out: { $path } is a link out of the repository
no-such-path = nothing is called { $path } here: no file, no folder, no framework of the configuration
written-to = written to { $path }
rules-have-mistakes = the rules have mistakes; nothing was judged
panic = iml-check { $version } has failed, and it is not your fault. No verdict was reached. Please report what you ran, together with this line: { $place }

## Grammar: what was expected

expected-list = { $list }
expected-or = {" "}or{" "}
grammar-name = a name
grammar-number = a number
grammar-date = a date (2026-07-01)
grammar-label = a label in quotation marks
grammar-text-quote = a text in quotation marks
grammar-text-inner = a text in quotation marks
grammar-condition = a condition
grammar-conjunction = a condition
grammar-negation = a condition
grammar-primary = a condition
grammar-comparison = a condition
grammar-group = a condition in parentheses
grammar-open-brace = {"`{`"}
grammar-close-brace = {"`}`"}
grammar-open-paren = `(`
grammar-close-paren = `)`
grammar-comma = `,`
grammar-semicolon = `;`
grammar-arrow = `->`
grammar-operator = a comparison such as `<`
grammar-at-most-op = `<=`
grammar-at-least-op = `>=`
grammar-less-op = `<`
grammar-more-op = `>`
grammar-equals-op = `=`
grammar-unit = a unit such as `days`
grammar-who = who is meant
grammar-extent = a length of time such as `30 days`
grammar-provision = the number of an article
grammar-instrument-id = an instrument such as `CRC`
grammar-state-code = a State in three capital letters
grammar-lang = a language such as `zh`
grammar-article-clause = a clause of an article
grammar-policy-clause = a clause of a policy
grammar-standard-clause = a clause of a standard
grammar-instrument-clause = a clause of an instrument
grammar-scenario-clause = `given` or `expect`
grammar-expect-may = `may`
grammar-expect-entitled = `entitled to`
grammar-expect-verdict = what is said of a law, such as `provided`
grammar-form = a form such as `forbid`
grammar-power-tail = a word that goes on with the clause, such as `where`
grammar-ban-tail = a word that goes on with the clause, such as `where`
grammar-give-tail = a word that goes on with the clause, such as `where`
grammar-form-tail = a word that goes on with the form, such as `where`
grammar-article-ref = an article, such as `article 5`
grammar-is-value = `is`
grammar-of-law = `of`
grammar-bound = a comparison such as `<`
grammar-leg = a leg such as `necessity`
grammar-verdict-word = what is said of a law, such as `provided`
grammar-point-clause = a clause of a point, such as `question`
grammar-refuse-tail = a word that goes on with the clause, such as `where`
grammar-searched-thing = what was searched
grammar-reason-fact = a fact
grammar-weighed-beyond = `weighed beyond`
grammar-item = an item such as `article`
grammar-EOI = the end
grammar-other = something else

kind-fact = fact
    .stands = in a condition, after `where`
kind-condition = fact or term
    .stands = in a condition, after `where`
kind-term = term
    .stands = in a condition, or for those whom a clause concerns: `may detain …`
kind-time = named time
    .stands = where a length of time stands: after `for up to` or `within`
kind-measure = measure
    .stands = after `may` or `must not`
kind-safeguard = safeguard
    .stands = after `giving`, or after `entitled … to`
kind-service = service
    .stands = after `entitled … to`
kind-institution = institution
    .stands = after `establishes`
kind-authority = kind of authority
    .stands = after `by`
kind-step = step
    .stands = in a procedure: `… -> …`
kind-aim = aim
    .stands = after `justified by aim`
kind-subject = subject
    .stands = after `governs`
kind-rank = rank
    .stands = after `rank`
kind-reason = reason
kind-point = point
kind-instrument = instrument
kind-standard = standard
kind-policy = policy

unit-hours = hours
unit-days = days
unit-weeks = weeks
unit-months = months
unit-years = years
unit-none = no unit

did-you-mean = did you mean { $names }?
means-here = `{ $word }` is called { $names } here
means-elsewhere = `{ $word }` is called { $names } here, which stands { $where }
name-and-kind = `{ $name }` ({ $kind })

## Mistakes. `label` stands under the place, `help` says what to do, `page` is what `explain` prints.

unexpected = `{ $found }` is not expected here
    .label = expected { $expected }
    .page = The text does not fit the grammar at this word. The label says what could stand there. Other clauses of the same article, and all other articles, are still read.
said-otherwise = the language says `{ $found }` otherwise
    .label = here
    .help = write: { $clauses }
    .page = Each thing is said in one way, so that nobody has to ask whether two ways mean the same. What seems to be meant is shown in the words that were written, as a clause that can be read; whether it is what the law means is for the writer to say.
missing-word = `{ $word }` is missing
    .label = before this
    .help = write: `{ $clause }`
    .page = With the word that is shown the text can be read. Whether that is what the law means is for the writer to say.
name-missing = a name is missing
    .label = before this
    .help = such as: `{ $clause }`
    .page = What is declared has a name of one word, by which it is named elsewhere, and then a label for people.
joined-how = how do these two go together?
    .label = write `and` or `or` before this
    .help = `and` if both have to be so, `or` if one is enough; a value is named with `is`
    .page = Two conditions are joined by `and` or `or`; nothing is joined by standing side by side.
after-number = `{ $found }` cannot follow the number { $number }
    .label = `{ $found }` is no unit of the language
    .help = write hours, days, weeks, months, years or no unit; what is another condition is joined with `and` or `or`
    .page = A number is counted in a unit of time or in none. There are no units of money, distance or anything else yet: a sum is named by a fact of the law's own, such as `fact below-income-threshold`.
length-without-unit = { $number } of what?
    .label = write the unit after this
    .help = hours, days, weeks, months or years
    .page = A length of time is a number with its unit, such as `30 days`, or a named time.
not-a-clause = no clause begins with `{ $found }`
    .label = a clause was expected here
    .help = a clause says what the State may, must or must not do (`may detain foreigner where …`, `must not detain child`), what it gives (`must give … to …`), or to what somebody is entitled (`entitled child to …`)
    .page = An article holds clauses, its own words (`text "…"`) and notes. What has no word in the vocabulary becomes a ground of the law's own, declared with `fact`.
no-item = nothing begins with `{ $found }`
    .label = an article, a fact or another item was expected here
    .help = a file holds a `policy`, then `authority`, `fact`, `term`, `article`, `procedure`, `scenario` and the like, each at the beginning of a line
    .page = Outside braces stand items, each with its word at the beginning of a line.
outside-article = a clause stands in no article
    .label = `{ $found }` begins a clause
    .help = put it into the braces of an article, such as article 1 {"{ … }"}; see that no brace closes too early
    .page = Everything a law does is done by one of its articles, so that it can be cited.
outside-policy = this belongs into the head of the law
    .label = `{ $found }` stands outside it
    .help = put it between the braces of `policy`; see that no brace closes too early
    .page = What is said of the law as a whole stands in its head: policy my-law "My Law" {"{ … }"}.
brace-too-many = this brace closes nothing
    .label = no block is open here
    .help = take it out, or open the block it was to close
    .page = Every closing brace has an opening one before it.
block-not-opened = the brace that opens this `{ $item }` is missing
    .label = write {"`{`"} after this
    .page = The clauses of a block stand between braces.
ends-too-early = this ends too early
    .label = expected { $expected } after this
    .page = Something is begun here and not finished.
unclosed-block = a closing brace is missing
    .label = expected {"`}`"} after this
    .opened = the block opened here
    .next = something new seems to begin here
    .help = write {"`}`"} where the block ends
    .page = Every block that opens with a brace has to be closed before the next item begins at the start of a line.
reserved-word = `{ $found }` is a word of the language and cannot be a name
    .label = a name is expected here
    .help = choose another name, such as `{ $found }-1`
    .page = Words such as where, by and for hold the language together, so nothing can be called by them.
look-alike = `{ $found }` looks like `{ $plain }` but is not
    .label = write `{ $plain }`
    .help = Chinese input methods type full-width punctuation; switch to half-width, or replace `{ $found }` by `{ $plain }`
    .page = Full-width punctuation is a different character from the punctuation of the language. Inside quotation marks it is welcome.
look-alike-quotation = `{ $found }` is a curly quotation mark, and a quotation stands between `"`
    .label = write `"`
    .help = Word, and other programs that correct while one types, make quotation marks curly; write `"`, or let `iml-check fmt` make all of them plain
    .page = Curly and angled quotation marks are different characters from the plain one. They are read as it, and `iml-check fmt` writes it for them. Inside a quotation they are welcome.
look-alike-dash = `{ $found }` is a dash, and names and arrows are written with the hyphen `-`
    .label = write `-`
    .help = Word, and other programs that correct while one types, make dashes of hyphens; write `-`
    .page = A dash is a different character from the hyphen. Inside a quotation it is welcome.
look-alike-nothing = `{ $found }` is not punctuation of the language
    .label = leave it out
    .page = The language has no colon, full stop or blank of another width. Inside quotation marks they are welcome.
hidden-character = a hidden character ({ $code }) stands here
    .label = remove it
    .help = hidden characters can make a text look different from what it says
    .page = Control characters, direction marks and characters of no width are not allowed outside quotation marks and comments; within, they are remarked on, but for those that are spelling where writing joins its letters or runs from right to left. A NUL is allowed nowhere.
confusable-name = `{ $name }` looks like `{ $other }` and is another name: { $points }
    .label = write another name, or the same letters
    .first = the name it looks like
    .help = type the name with the keyboard of its language, or choose a name that cannot be taken for the other
    .page = Some letters of different scripts look the same, as the Latin o and the Cyrillic о, or a capital I and a small l. Whoever reads the law would take the one name for the other; nothing is judged.
mixed-scripts = `{ $name }` mixes letters of different scripts: { $points }
    .label = written in several scripts
    .help = write a name in one script; Latin letters may stand beside Chinese, Japanese and Korean ones
    .page = A name that mixes scripts can look like another one.
lone-carriage-return = a carriage return without a line feed
    .label = end the line with a line feed
    .page = Lines end with a line feed, or with carriage return and line feed.
unclosed-quotation = a quotation is not closed
    .label = it opens here
    .help = close it with `"`
    .page = A quotation runs to the next quotation mark. Inside it, write \" for a quotation mark.
nested-too-deep = more than { $most } brackets inside each other
    .label = this one is too deep
    .help = name parts of the condition with `term`
    .page = Brackets are limited so that no text can exhaust the machine.
not-utf8 = the file is not UTF-8 from byte { $byte } on
    .label = here
    .help = save the file as UTF-8
    .page = Files are read as UTF-8, with or without a byte order mark.
empty-file = the file says nothing
    .label = here
    .help = begin with a policy block; an example is in the language reference
    .page = A file that says nothing is never compliant. It is reported, and no verdict is reached.
file-too-large = the files are too large to be read together; the limit is { $most } bytes
    .label = here
    .page = All files of a run together may have two gigabytes.
declared-twice = `{ $name }` is declared twice
    .label = again here
    .first = first here
    .page = A name stands for one thing, and a number for one article, whatever form its figures have.
shadows-vocabulary = `{ $name }` is a word of the vocabulary and cannot be this law's own
    .label = here
    .known = the word of the vocabulary
    .help = { $is ->
        [term] choose another name; what the law itself means by `{ $name }` is said in an article: define { $name } means …
       *[other] choose another name; if the same is meant, take this declaration out
    }
    .page = Standards speak in the words of the vocabulary. A law that gave one of them a meaning of its own would no longer be asked what they ask.
serves-in-policy = a law cannot say of its own fact that it justifies
    .label = `serves` belongs to the vocabulary
    .help = leave `serves` out, or write a safeguard of the vocabulary that carries this leg: `iml-check list terms`
    .page = What carries a leg of a justification is said by the rules and not by the law that is to be justified.
said-twice = `{ $what }` is said twice
    .label = again here
    .first = first here
    .help = leave one of them out; only one could count
    .page = What can be said once is said once: of two dates, two authorities or two time limits of one guarantee, nobody could say which the law means.
adopted-after-force = this law is in force from { $force }, and adopted on { $adopted }
    .label = adopted later
    .help = see which of the two days is right
    .page = A law that reaches back before the day on which it was adopted is rare; a slip in one of the two days is not.
article-says-nothing = article { $number } says nothing
    .label = neither words nor a clause
    .help = write its clauses, or `to be encoded`, or `set aside because "…"`
    .page = An article without a clause counts as read. What has still to be written is marked, and what is left out says why.
expects-nothing = this scenario expects nothing
    .label = nothing can come out otherwise
    .help = write what is to hold: `expect may …`, `expect not may …`, `expect entitled to …`
    .page = A scenario is a test of the law. One that expects nothing holds whatever the law says.
leads-nowhere = `{ $name }` leads nowhere
    .label = here
    .help = write `… -> …` from one step to another
    .page = A procedure is made of steps that lead to other steps. One without any, and a step that leads to itself, say nothing of the way.
listed-twice = `{ $name }` is named twice
    .label = the second time
    .first = the first time
    .help = leave one out, or write what was meant beside it
    .page = What is named twice counts once. It is often a slip for something else.
zero-length = a measure of no length at all
    .label = nothing lasts so short
    .help = write the length, or leave the clause out; what is not allowed is `must not …`
    .page = A power that may last for no time at all is no power. A number is often missing where this is written.
says-nothing = an empty quotation says nothing
    .label = here
    .help = write what belongs there
    .page = A reason, a law that is relied on, the words of an article: each answers for something, so it has to be written. Dots and blanks alone say nothing.
and-or-mixed = `and` and `or` stand together without brackets
    .label = which of them belong together?
    .help = write `{ $one }`, or `{ $other }`
    .page = Without brackets one reader joins what stands at `and` first, another reads from the left. The two ways of setting the brackets are shown; choose the one that the law means.
tail-without-clause = `{ $found }` goes on with a clause, and none comes before it
    .label = behind what?
    .help = it stands behind what is done or given: `may detain foreigner where … giving court-review within 48 hours`
    .page = Conditions, lengths of time, guarantees and who acts stand behind the clause that they belong to.
tail-of-several = `{ $tail }` follows several things that are given
    .label = of all of them, or of the last alone?
    .help = repeat `giving`: { $each }
    .page = `giving a, b` names several things. What is said of when, by whom or where they are given is said of each on its own.
two-lengths = two lengths of time for the same people
    .label = again, without saying for whom
    .first = first here
    .help = leave one out, or say with `where` for whom the other one holds
    .page = Of several `for` clauses each holds for those it names, and the longest decides. Two that name nobody hold for everybody, so the shorter one would say nothing.
clause-beside-aside = a clause stands in an article that is left out
    .label = does this hold?
    .aside = here the article is said to be left out
    .help = take out what says so, or the clauses; what is repealed goes with its article
    .page = `set aside` and `to be encoded` say that nothing is said of the article. A clause beside them would both hold and not hold: beside `set aside` it does nothing, and beside `to be encoded` the law is not read.
unknown-name = no { $kind } is called `{ $name }`
    .label = unknown
    .help = `iml-check list terms` shows what there is
    .help-condition = `iml-check list terms` shows what there is; a ground that the vocabulary has no word for becomes the law's own `fact`
    .help-measure = a measure is what is done to somebody, and `iml-check list terms` shows each; what somebody is given is a safeguard or a service: `entitled … to …`
    .help-safeguard = `iml-check list terms` shows every safeguard and service; what none of them is can stand in a `note`
    .help-authority = `iml-check list terms` shows the kinds of authority; one of the law's own is declared: `authority … kind …`
    .page = The name is neither in the vocabulary nor declared in this file. A near name is suggested when there is one.
unknown-value = `{ $fact }` cannot be `{ $name }`
    .label = one of { $values }
    .page = The fact can only have the values it was declared with.
unknown-article = there is no article { $name }
    .label = unknown
    .page = The article is not in this file. An article of another law of the same order is written `article 5 of its-name`.
wrong-kind = `{ $name }` is a { $is }, and a { $expected } is expected here
    .label = a { $is }
    .declared = declared here
    .page = The name is known, and stands for something of another kind.
wrong-usual = what `{ $name }` usually is does not fit its values
    .label = here
    .page = A number is usual within its range, a value is one of those declared, and a yes/no fact is usually yes or no.
wrong-values = the values of `{ $name }` do not make sense
    .label = here
    .page = A range runs from the smaller to the larger number, and a fact has between two and a hundred values.
needs-value = `{ $name }` has several values: say which
    .label = write `{ $name } is …`, one of { $values }
    .page = A fact with several values is compared with `is` or `is not`.
needs-number = `{ $name }` is a number: compare it
    .label = write `{ $name } < …`
    .page = A number is compared with a constant.
takes-no-value = `{ $name }` is a yes/no fact and takes no value
    .label = leave this out
    .page = Write the fact alone, or `not` and the fact.
not-a-number = `{ $name }` is not a number
    .label = this cannot be compared
    .page = Only facts declared with a unit or a range can be compared with numbers.
missing-unit = a number of what?
    .label = `{ $name }` is counted in { $unit }: write the unit
    .page = Where hours and days could be confused, the unit is written.
wrong-unit = `{ $name }` is counted in { $unit }, not in { $found }
    .label = wrong unit
    .page = Ages are counted in years or months, lengths of time in hours, days, weeks, months or years. In a finer unit than the fact's own a comparison holds from a whole number of its own: `age < 216 months` is under eighteen; what begins in between cannot be said.
out-of-range = `{ $name }` lies between { $from } and { $to }
    .label = this comparison never decides anything
    .page = The constant lies outside the range of the fact, so everybody falls on the same side.
taxonomy-too-large = the things of this vocabulary are kinds of each other in more ways than can be followed
    .label = the last of them
    .help = leave out what is no kind of anything that a law or a standard names
    .page = A taxonomy is closed under *is a*; the pairs are bounded, far above what law needs.
definition-too-deep = `{ $name }` rests on definitions that rest on definitions, more than { $most } deep
    .label = too deep
    .help = say what it means in fewer steps
    .page = Definitions are followed to the bottom; how deep is bounded, far above what law needs.
taxonomy-cycle = a thing cannot be a kind of itself: { $cycle }
    .label = the cycle starts here
    .also = and runs through here
    .page = A taxonomy has no cycles.
definition-cycle = a term cannot mean itself: { $cycle }
    .label = the cycle starts here
    .also = and runs through here
    .page = The meaning of a term may use other terms, but never come back to itself.
authority-without-kind = it is not said what kind of authority `{ $name }` is
    .label = its kind decides here
    .help = declare it with `kind`, such as `authority { $name } kind police`
    .page = Whether a guarantee is given by the right kind of authority depends on the kind.
instrument-without-kind = it is not said what kind of instrument `{ $name }` is
    .label = here
    .help = add `kind treaty`, `regional`, `custom`, `jus-cogens`, `interpretation` or `soft-law`
    .page = The kind decides how hard its standards bind.
standard-without-basis = `{ $name }` rests on nothing
    .label = a basis is missing
    .help = add `basis CRC art "…"`
    .page = A standard without an instrument is an opinion.
standard-without-form = `{ $name }` asks for nothing
    .label = a form is missing
    .help = add one of forbid, limit, require, equal, before, define, justify, establish
    .page = A standard holds at least one form.
equal-without-ground = on which grounds?
    .label = add `regardless of …`
    .page = Equality is always equality regardless of something.
no-duration = there is no fact called `duration`
    .label = needed here
    .help = declare `fact duration "held for {"{}"}" unit hours`
    .page = Time limits are limits on the fact called duration.
no-policy = the file does not say which law this is
    .label = begin with `policy`
    .help = write: policy my-law "My Law" {"{ state CHN governs detention }"}
    .page = Articles belong to a policy, and a policy to a State.
no-state = it is not said whose law `{ $name }` is
    .label = add `state …`
    .page = Which standards bind depends on the State, named by its three letters.
two-states = one legal order has two States: { $first } and { $second }
    .label = { $second }
    .first = { $first }
    .help = put the laws of each State into a folder or a framework of their own
    .page = A legal order is the law of one State. Laws that lie side by side in one folder, or that one framework names, are one order; a folder above them may hold the orders of many States.
replaces-itself = a law cannot replace itself
    .label = its own name
    .help = name the law whose place it takes
    .page = `replaces` names another law, in whose place this one stands from its entry into force.
replaces-each-other = two laws replace each other: neither could be in force
    .label = replaces `{ $name }`
    .other = which replaces this one
    .help = let only the later law replace the other
    .page = Of two versions of a law the later one replaces the earlier one, and not the other way round.
replaces-later-law = this law is from { $from } and cannot replace `{ $name }`, which is from { $later }
    .label = the later law
    .help = see which of the two dates is right
    .page = A law takes the place only of one that is not younger than itself.
no-governs = it is not said which fields of law `{ $name }` governs
    .label = add `governs …`
    .help = its own clauses speak of: governs { $fields }
    .page = A law answers for its silence in the fields it governs, and nowhere else. Where it names none, no silence of it is found.
nothing-operative = nothing in `{ $name }` does anything
    .label = this law
    .help = write what at least one article does, such as `may …`, `must …`, `entitled … to …` or `define …`
    .page = A law whose articles are all still to be encoded, left out or mere notes has not been read. There is no verdict on it.
nothing-examined = nothing in `{ $name }` raises any of the questions that were asked
    .label = this law
    .help = say with `governs` what the law is about, or ask more with `--only` and `--all-standards`
    .page = A run in which no standard was examined says nothing about the law, and is no verdict. A standard is examined where a power, a guarantee, a prohibition or a refusal raises its question, or where the law governs its field.
second-policy = a file holds one law
    .label = second policy
    .first = first policy
    .page = Write each law into its own file; a folder of files is one legal order.
not-reservable = no reservation can be made to art. { $article } of { $instrument }
    .label = without effect
    .page = The instrument itself excludes reservations to this article, so the reservation does not count.
reservation-to-no-treaty = a reservation is made to a treaty, and `{ $name }` is none
    .label = no reservation can be made to this
    .known = declared here
    .help = leave it out; custom and peremptory norms bind every State
    .page = A reservation is a statement made when signing, ratifying or acceding to a treaty (VCLT art. 2(1)(d)). Nothing can be reserved against a peremptory norm, custom or a reading of a treaty.
belongs-in-rules = `{ $name }` belongs in a rule file
    .label = not in a policy
    .help = move it to a file ending in .iml and name its folder with --rules
    .page = Policies say what a law says; standards, instruments and measures are rules.
old-word = `{ $word }` is a word of the first edition of the language
    .label = now `{ $new }`
    .help = `iml-check fmt --edition 2 FILE` writes every old word anew
    .page = What is said of a law and a standard has six words: `incompatible`, `not-found`, `to-assess`, `provided`, `not-examined` and `not-in-force`. The older words claimed more than they rested on: a law is incompatible, and States breach; that texts say nothing is no breach; that no power was found protects nobody.
nameless-law = a law without a name
    .label = which law?
    .help = write the name under which the law is published
    .page = What was searched and what was not read is signed for, and others go and look: a law without a name cannot be found.
own-thing-of-nothing = `{ $name }` is a kind of nothing that the standards know
    .label = what is it?
    .help = say of what it is a kind: `is a detain`; where that is in doubt: `may be deprive-of-liberty`
    .page = Standards speak of the measures and safeguards of the vocabulary. What a law calls by a name of its own is reached by them as a kind of one of these; with `may be`, whether it is one is for assessment.
rules-only = a law cannot say `{ $what }` of its own `{ $name }`
    .label = `{ $what }` belongs to the vocabulary
    .help = leave it out; what the law's own words do to a person is said by its articles
    .page = What carries a leg of a justification, establishes or ends a fact, bars a measure, or is another thing by another name is said by the rules and not by the law that is held against them. A law's own thing is a kind of one thing, by its first face.
searched-unread = `{ $thing }` cannot be searched in “{ $law }”
    .label = { $why ->
        [excerpt] only an excerpt of this law is at hand
        [open] articles of this law that may touch it are still to be encoded
       *[unread] this law is said not to have been read for it
    }
    .said = said here
    .help = search what is published as a whole, or take this law out of what was searched
    .page = *Searched for* is what a lawyer would sign: everything that the named texts say of it is in the law at hand. Of an excerpt, of articles that are still to be encoded and may touch it, and of a law that was not read, nobody can sign that. An article that is open in other fields only says so: `to be encoded, in labour`.
own-step = the step `{ $name }` is known only to this procedure
    .label = is it a slip?
    .page = A step with nearly the name of a step of the vocabulary is probably that step.
unknown-steps = no standard knows { $names }
    .label = known only to this procedure
    .also = and this
    .help = `iml-check list terms` shows the steps there are; what a standard is to find has to be called by its name
    .page = A standard asks whether one step is reached without another, by the names of the vocabulary. A step with a name of its own is passed over: what is called removal by another name is not found.
unused = the { $kind } `{ $name }` is not used
    .label = declared here
    .help = remove it, or use it
    .page = What is declared and not used is often a slip in a name.
empty-term = nobody can be `{ $name }`
    .label = its meaning contradicts itself or what is always so
    .page = No situation satisfies the meaning together with the axioms.
contradictory-axioms = these cannot all hold
    .label = this
    .also = and this
    .page = Axioms that contradict each other would make every law compliant. The smallest set that contradicts itself is shown.
never-applies = article { $article } can never apply
    .label = nobody is in this situation
    .page = The condition contradicts itself or what is always so.
taken-away = what article { $article } permits is wholly taken away again
    .label = this power reaches nobody
    .ban = prohibited here
    .page = Prohibitions cover everyone the power names.
length-for-some = the time limits in article { $article } do not say how long for everybody it reaches
    .label = for these people only
    .also = and for these
    .help = say how long for the others too; as it stands there is no limit for them
    .page = `for up to … where …` says how long for those it names. Those left over have no limit.
lengths-overlap = two time limits in article { $article } hold for the same people, and the longer one decides
    .label = says nothing for those who are in both
    .longer = the longer one
    .help = say with `where` whom each is for, so that nobody is in both
    .page = Several `for` clauses are alternatives. A longer one for a few beside a general one is an exception; a shorter one for a few changes nothing for them.
contradiction = article { $must } demands what article { $mustnot } prohibits
    .label = must
    .ban = must not
    .help = say which prevails, with `notwithstanding` or `subject to`
    .page = A duty and a prohibition meet in the same person, and the law does not say which yields. Until it does, the prohibition is taken to prevail.
purpose-lost = the law no longer allows what it is for: { $purpose }
    .label = this is possible for nobody
    .page = A purpose says what must stay possible.
accepts-jus-cogens = a breach of jus cogens cannot be accepted
    .label = `{ $standard }`
    .help = a treaty or an act against a peremptory norm is void: VCLT art. 53
    .page = A State can answer for a breach and say until when, but not of a peremptory norm.
acceptance-expired = this acceptance ended on { $until }
    .label = `{ $standard }` counts again
    .page = An acceptance names its end. After it the finding counts again.
acceptance-unmatched = nothing is found that this accepts
    .label = `{ $standard }`
    .help = remove it
    .page = An acceptance that matches nothing hides what may come.
acceptance-of-other-articles = what is found rests on articles that this does not name: { $articles }
    .label = `{ $standard }` counts again
    .help = weigh what is found now, and accept it anew with `iml-check accept { $standard }`
    .page = An acceptance that names articles covers what these make of the law, and nothing that another article adds.
article-of-several-laws = several of these laws have an article { $number }
    .label = of which?
    .help = name the law: `{ $number } of LAW`
    .page = An acceptance is for an article of one law.
acceptance-too-narrow = no finding lies wholly inside what is accepted
    .label = `{ $standard }` concerns more people
    .page = A finding is covered exactly when everyone it concerns is among those accepted.
not-a-date = `{ $found }` is not a date
    .label = write it as 2026-07-01
    .page = Dates are written as year, month and day.
no-such-day = there is no day { $found }
    .label = { $days ->
        [none] a year has twelve months
       *[other] this month has { $days } days
    }
    .page = A day has to be in the calendar: a law that begins on a day that never comes would never be asked.
too-many-constants = `{ $name }` is compared with too many numbers
    .label = more than { $most }
    .page = A number is cut at every constant it is compared with, and the pieces are limited.

## The editor

lsp-finding = { $verdict } [{ $standard }]: { $sentence }
lsp-more-findings = { $count ->
    [one] and one more
   *[other] and { $count } more
}
lsp-other-points = { $count ->
    [one] one more is found on: { $points }
   *[other] { $count } more are found on: { $points }
}
lsp-no-article = { $count ->
    [one] one demand to which no article of the texts read answers: { $points }
   *[other] { $count } demands to which no article of the texts read answers: { $points }
}
lsp-more-points = { $count ->
    [one] one more point
   *[other] { $count } more points
}
lsp-findings = { $count ->
    [0] nothing was found
    [one] one finding
   *[other] { $count } findings
}
lsp-verdict-here = In this law: { $verdict } ({ $findings })
lsp-protects = { $count ->
    [one] protects 1
   *[other] protects { $count }
}
lsp-nothing-said = nothing is said of it
lsp-still-open = still to be encoded
lsp-own-word = of this law
lsp-asked-by = Asked by: { $standards }
lsp-hint-requires = requires
lsp-hint-not-asked = not asked by any standard
lsp-scenario-holds = holds
lsp-scenario-fails = does not hold: { $expected }
lsp-no-name-here = no name stands here
lsp-name-built-in = `{ $name }` is declared in the built-in rules and keeps its name
lsp-name-undeclared = no text that is open declares `{ $name }`
lsp-not-a-name = `{ $name }` cannot be a name
lsp-name-taken = something is called `{ $name }` already
lsp-not-laid-out = a text with mistakes cannot be laid out
lsp-action-write = Write `{ $name }`
lsp-action-plain = Write plain punctuation for `{ $found }`
lsp-action-all-plain = Write plain punctuation everywhere
lsp-action-element = Declare `{ $name }` as an element of the law
lsp-action-open = Declare `{ $name }` as an open term, left to the authority
lsp-action-measure = Declare `{ $name }` as a measure of the law
lsp-action-safeguard = Declare `{ $name }` as a safeguard of the law
lsp-action-service = Declare `{ $name }` as a service of the law
lsp-action-mend = Look for the smallest edit that removes this, judged again: { $standard }
lsp-action-scenario = Write this person as a scenario: { $standard }
lsp-action-accept = Answer for this with a reason and an end: { $standard }
lsp-accept-reason = to be written: why this is answered for
lsp-failed = the program has failed at this order, and there is no verdict; the log says more
lsp-broken-off = the editor has left without a word: { $reason }

## The configuration

config-not-toml = the configuration is not TOML: { $reason }
    .label = here
    .page = The configuration is written in TOML. Nothing of it is used until all of it can be read.
config-unknown-key = no setting is called `{ $name }`
    .label = unknown
    .page = A setting that nobody reads would be a gate that is not there.
config-missing-key = `{ $name }` is missing
    .label = in this table
    .page = What is answered for or left out needs its reason, and an acceptance needs its end.
config-wrong-kind = `{ $name }` has to be { $wanted }
    .label = this is something else
    .page = Each setting holds one kind of value.
config-out-of-range = `{ $name }` has to be a whole number from 1 to { $most }
    .label = outside
    .page = A limit keeps what is read within what the program can hold; some can be lowered and not raised.
config-not-one-of = `{ $found }` is none of { $names }
    .label = unknown
    .page = The setting takes one of a few words.
config-path-refused = `{ $path }` is neither read nor written: { $reason }
    .label = set here
    .help = a configuration names files of its own repository; give other files on the command line
    .page = A configuration comes with its repository and reads and writes there alone: below the folder that holds `.git`, but not in `.git`; without one, below its own folder. Links that lead out of it count as what they lead to. A logo is a PNG, JPEG or SVG of at most two megabytes.
config-text = a text
config-state = the three letters of a State
config-number = a whole number from 1 to { $most }
config-one-of = one of { $names }
config-flag = `true` or `false`
config-date = a day, as 2026-07-01
config-texts = a text, or a list of texts
config-table = a table
config-tables = a list of tables
config-never-fails = { $place } says fail-on = "never": what was found does not fail the gate
config-no-builtin-rules = { $place } says builtin-rules = false: the built-in rules are not used
config-skips = { $place } says skip: { $standard } is not asked: { $reason }
config-has-mistakes = the configuration has mistakes; nothing was judged
config-read-from = settings of { $file }
config-none = no { $file }; settings by default
config-default = default
config-locale = the locale
config-environment = the environment, { $name }
unknown-standard = no standard is called `{ $name }`
    .label = unknown
    .page = A standard is called by its identifier; `iml-check list standards` shows all.
unknown-framework = no framework is called `{ $name }`
    .label = unknown
    .page = An acceptance names a framework of the same file, or none: then it is for all.
unknown-language = the reports speak no `{ $name }`
    .label = en or zh
    .page = Reports are written in English and in Chinese.
no-policy-matches = no policy matches `{ $pattern }`
    .label = nothing is there
    .page = A framework whose laws cannot be found would pass every gate.
word-of-several-laws = `{ $name }` means different things in these laws
    .label = which of them?
    .help = name the law: `{ $name } of LAW`
    .page = Outside the laws a word has to mean one thing in all of them, or be named with its law.
word-of-another-law = inside a law no other law's word can be named
    .label = leave this out
    .help = a law speaks in its own words and in those of the vocabulary; `of { $law }` is for `ask` and the configuration
    .page = Each law declares the words it uses. Where no law speaks, in a configuration or in a question, a word that two laws use is named with its law.
no-baseline-named = no baseline is named: write --baseline FILE, or set gate.baseline
skipped = not asked: { $id }
skipped-because = not asked: { $id }: { $reason }
working = judging { $files }
init-exists = { $path } is already there
init-written = { $path } written
settings-title = The configuration
settings-about = A repository of laws settles once, in `iml-check.toml`, what would else be typed at every run. Paths are relative to the file. This page is generated; `iml-check explain gate.fail-on` says the same of one setting, `iml-check config` what is in effect and where it comes from, `iml-check config --schema` what an editor needs.
settings-about-file = What a repository of laws has settled once. Paths are relative to the file.
settings-columns = | setting | what it says | holds | by default |
settings-needed = has to be there
settings-file = The file that `iml-check init` writes where there are no laws:
settings-holds = holds
settings-example = example
settings-head =
    The settings of iml-check for this folder. Paths are relative to this file.
    `iml-check config` shows what is in effect, and where it comes from. For completion in an editor:
    `iml-check config --schema > iml-check.schema.json`, and the line  #:schema ./iml-check.schema.json  at the top.
    A setting behind `#` without a blank is switched off.
setting-language = Languages of reports, en or zh; a page in several says things side by side. Else the language of the system.
setting-rules = Folders of standards (*.iml) of one's own, beside the built-in ones.
setting-builtin-rules = Whether the built-in standards are used.
setting-framework = Several laws that are read as one legal order: a name, and the files.
setting-framework-policies = Its files: files, folders, or patterns such as policies/chn/*.pol.
setting-framework-state = The State, when it is not the policies' own.
setting-framework-as-of = The date of the check; today when it is left out.
setting-framework-assume-ratified = Instruments that are treated as ratified for the sake of argument.
setting-gate = The gate: what makes a check exit with 1.
setting-gate-fail-on = From which word on a finding makes a check exit with 1.
setting-gate-force = How hard that has to bind which the finding is against.
setting-gate-strict = Whether a remark on the text makes it exit with 1 too.
setting-gate-baseline = A file of what was found before and is known: it does not count.
setting-standards = Which standards are asked.
setting-standards-skip = Standards or themes that are not asked, each with its reason. Reports say so.
setting-standards-skip-id = The standard or theme.
setting-standards-skip-reason = Why it is not asked.
setting-accept =
    What is found and answered for. It changes the gate, never the verdict; a breach of jus cogens cannot be accepted.
    `iml-check accept` writes these.
setting-accept-standard = Against which standard it is found.
setting-accept-in = The framework; every one when it is left out.
setting-accept-who = The people, as a condition of the language; everybody when it is left out.
setting-accept-articles = The articles that it rests on, `10 of entry-law`, and no others; any, also one that is added later, when it is left out.
setting-accept-reason = Why it is accepted.
setting-accept-by = Who answers for it.
setting-accept-until = Until when: the last day.
setting-limits = How much is read and how far it is followed before the answer is that there is no verdict.
setting-limits-bytes = Bytes of all files of a run.
setting-limits-nesting = Brackets inside each other.
setting-limits-definitions = Definitions resting on each other, conditions inside them counted.
setting-limits-kinds = Pairs of a thing and what it is a kind of.
setting-limits-looks = Looks of the second engine at one question.
setting-limits-steps = Steps in one run for all questions that the first engine does not decide.
setting-report = Reports, by their format.
setting-report-html = The page for people.
setting-report-html-output = The file that the page is written to.
setting-report-html-logo = A picture for its cover: svg, png or jpg.
setting-report-html-classification = Who may read it, in the words that stand on the cover.
accept-nothing = nothing is found against { $standard } that is not yet accepted
accept-cannot-be-said = the people of a finding cannot be said in full as a condition; write the acceptance by hand
accept-not-covered = the acceptance would not cover what is found; nothing was written
accept-count = { $count ->
    [one] { $count } finding
   *[other] { $count } findings
}
accept-written = { $count } accepted in { $path }
html-procedure = The procedure
html-procedure-about = The procedure: the safeguard in green, what must not come without it in red, and the way that goes round as a thick line.
html-mend = A mend
html-matrix = Points by articles
html-matrix-about = ● leaves people outside what binds as law · ◌ what binds was not found · ◆ by an interpretation or a signature only · ○ for assessment · ✓ protects. The table of points says the same in words.

fmt-nothing = no law and no rule is there
fmt-would = { $changed } would change, { $unchanged } would not
fmt-done = { $changed } changed, { $unchanged } unchanged

# What changes between two versions of a law
diff-title = { $before } → { $after } · { $state } · as of { $date }
diff-several-states = { $path } holds the laws of several States; name those of one
diff-none = no change in meaning
diff-losers = Who loses
diff-gainers = Who gains
diff-neither = What is neither
diff-verdicts = Verdicts that change
diff-before = before
diff-now = now
diff-nothing = no article
diff-coded = coded
diff-counts = { $worse } for the worse, { $better } for the better, { $verdicts ->
    [one] one verdict changes
   *[other] { $verdicts } verdicts change
}
diff-newly = newly outside
diff-no-longer = no longer outside
diff-verdict = { $before } → { $after }
diff-verdict-fewer = { $after }, for fewer people
diff-verdict-more = { $after }, for more people
diff-verdict-same = { $after }, for other people
change-permitted-more = { $who } may now be subjected to { $measure }
change-permitted-less = { $who } may no longer be subjected to { $measure }
change-lasting-more = { $measure } of { $who } may now last longer: { $after }, before { $before }
change-lasting-less = { $measure } of { $who } may no longer last as long: { $after }, before { $before }
change-lasts-most = up to { $length }
change-lasts-unlimited = without any limit of time
change-safeguard-more = { $measure } of { $who } now comes with { $thing }{ $within }{ $by }
change-safeguard-less = { $measure } of { $who } no longer comes with { $thing }{ $within }{ $by }
change-entitlement-more = { $who } is now entitled to { $thing }{ $within }{ $by }
change-entitlement-less = { $who } is no longer entitled to { $thing }{ $within }{ $by }
change-prohibition-more = { $measure } of { $who } is now prohibited
change-prohibition-less = { $measure } of { $who } is no longer prohibited
change-definition-more = the law's definition of “{ $term }” now takes in { $who }
change-definition-less = the law's definition of “{ $term }” now leaves out { $who }
change-institution-more = { $institution } is established
change-institution-less = { $institution } is no longer established
change-step-more = { $who } can now reach { $step } in the procedure
change-step-less = { $who } can no longer reach { $step } in the procedure

# How data on policy changes codes a change, after the codebook of DEMIG POLICY; its labels were not at hand and are to be checked
code-line = { $area } · { $tool } · { $group } · { $restrictive }
code-more-restrictive = more restrictive
code-less-restrictive = less restrictive
code-not-coded = not coded
code-area-border-and-land-control = border and land control
code-area-legal-entry-and-stay = legal entry and stay
code-area-integration = integration
code-area-exit = exit
code-tool-surveillance-technology-or-control-powers = surveillance technology or control powers
code-tool-identification-documents = identification documents
code-tool-detention = detention
code-tool-carrier-liabilities = carrier liabilities
code-tool-employer-liabilities = employer liabilities
code-tool-other-sanctions = other sanctions
code-tool-travel-visa-or-permit = travel visa or permit
code-tool-work-visa-or-permit = work visa or permit
code-tool-entry-visa-or-stay-permit = entry visa or stay permit
code-tool-entry-ban = entry ban
code-tool-access-to-social-benefits-and-socio-economic-rights = access to social benefits and socio-economic rights
code-tool-access-to-justice-and-political-rights = access to justice and political rights
code-tool-access-to-citizenship = access to citizenship
code-tool-return-programmes = return programmes
code-tool-readmission-agreements = readmission agreements
code-tool-expulsion = expulsion
code-tool-exit-visa-or-exit-ban = exit visa or exit ban
code-tool-institutional-capacity = institutional capacity
code-group-all-migrants = all migrants
code-group-all-migrant-workers = all migrant workers
code-group-family-members = family members
code-group-irregular-migrants = irregular migrants
code-group-refugees-and-people-in-need-of-protection = refugees and people in need of protection
code-group-specific-categories = specific categories
code-group-nationals = nationals

# Mends
mend-wider-exemption = an exemption that is there reaches further (checked: removes it, makes nothing worse, takes no power from anybody else)
mend-exception = the power has an exception (checked: removes it, makes nothing worse, takes no power from anybody else)
mend-limit = the time is limited (checked: removes it, makes nothing worse, takes no power from anybody else)
mend-guarantee = a guarantee is given (checked: removes it, makes nothing worse, takes no power from anybody else)
mend-prohibition = a prohibition is added (checked: removes it, makes nothing worse, takes no power from anybody else)
mend-step = the procedure passes the step (checked: removes it, makes nothing worse, takes no power from anybody else)
mend-definition = the definition says whom the standard means (checked: removes it, makes nothing worse, takes no power from anybody else)
mend-institution = it is established (checked: removes it, makes nothing worse, takes no power from anybody else)
mend-leg = what the justification lacks is supplied (checked: removes it, makes nothing worse, takes no power from anybody else)
no-mend-weigh = no mend: this is for a person to weigh
no-mend-length = no mend: how long is for the legislature to say
no-mend-reason = no mend: the ground, the aim or the reason is for the legislature to give
no-mend-no-edit = no mend: no edit of the kinds tried removes it without taking more away or making something else worse
mend-counts = { $mended ->
    [one] one mend
   *[other] { $mended } mends
}, { $none } without
mend-written = { $mended ->
    [one] one mend written
   *[other] { $mended } mends written
}, { $none } without a mend

# Questions
ask-somebody = yes: { $who }
ask-nobody-can-be = no: nobody can be like this
ask-nobody-no-article = no: no article does or gives it
ask-nobody-excluded = no: these articles exclude it; leave one of them out and there is somebody

# Statutes and skeletons
articles-open = { $open } of { $of } articles of this law are still to be encoded: { $numbers }
    .label = this law
    .help = nothing is said of what they may hold; encode them, or `set aside because "…"`
    .page = What is not encoded is not judged: no verdict rests on it. `to be encoded` marks an article of which this is so.
text-differs-from-source = the text of article { $article } does not stand in the source file
    .label = the source says: { $nearest }
    .help = quote what stands there; white space and punctuation do not count, and `…` leaves something out
    .page = Where a policy names its `source file`, every `text` is looked up in it.
text-not-in-source = the text of article { $article } stands nowhere in the source file, and nothing like it
    .label = not found
    .help = quote what stands there; white space and punctuation do not count, and `…` leaves something out
    .page = Where a policy names its `source file`, every `text` is looked up in it.
source-not-read = the source file { $file } could not be read: { $reason }
    .label = named here
    .help = name a file beside the law or below the root of its repository
    .page = A law may name the file that holds its words: a file beside the law or below the root of its repository. What lies outside, or in `.git`, or is no file, is not read, and there is no verdict.
statute-too-large = { $path } is larger than what is read
statute-too-deep = { $path } nests elements deeper than is read: more than 512 inside each other
new-no-name = `{ $name }` cannot be the name of a law: a name begins with a letter, goes on with letters, figures and hyphens, and is no word of the language
new-exists = { $path } is there already; nothing was written
new-written = written to { $path }
new-scenario-nobody = nobody is found left outside by it
new-policy-remarks =
    { $count } articles, each with the words of the source. Nothing is encoded yet. For each, write what it does in the
    language and take `to be encoded` out, or say why it is left out: set aside because "…".
new-policy-skeleton =
    # A law. `iml-check explain policy` says what each line means; `iml-check list terms` what can be said.
    policy { $name } "The title of the law" {"{"}
      state { $state }
      # constitution, act, regulation, circular, practice
      rank act
      # silence outside these fields is no gap of this law: `iml-check list terms`
      governs detention, removal
    {"}"}

    article 1 "Its heading" {"{"}
      # text "the law's own words"
      # may MEASURE of WHO where GROUND for up to 30 days giving SAFEGUARD
      # must not MEASURE of WHO where CONDITION
      # must give SAFEGUARD to WHO whenever MEASURE within 3 days by court
      # entitled WHO to SERVICE
      to be encoded
    {"}"}
new-standard-skeleton =
    # A standard. It is its own test: `iml-check test --rules FOLDER --only { $id }`.
    standard { $id } "Nobody is subjected to torture" {"{"}
      title zh "任何人不得受酷刑"
      theme { $theme }
      # The instrument and the place; a quotation of at most 40 words that you have seen, else `unconfirmed`.
      basis CAT art "2(1)" unconfirmed
      # forbid, limit, require, require ban, equal, before, define, justify, establish: see docs/forms
      forbid torture of any
      help "What to do about it." {"{"} zh "如何补救。" {"}"}
      example provided "prohibited" {"{"} article 1 {"{"} must not torture any {"}"} {"}"}
      example not-examined "no such power" {"{"} article 1 {"{"} may question any {"}"} {"}"}
      example incompatible "in an emergency" {"{"} article 1 {"{"} may torture any where emergency {"}"} {"}"} showing emergency
    {"}"}
new-scenario-skeleton =
    # A person, and what the law is to say. `iml-check test LAW` runs it. What is not given is as ordinary as can be.
    scenario "An adult foreigner of whom nothing else is known" {"{"}
      given age 30, nationality foreign
      expect not may torture
    {"}"}

# Reading statutes: the receipt, and what is not read.
statute-not-well-formed = { $path } cannot be read as it stands: { $reason }
statute-no-articles = no numbered article was found in { $path }, read as { $form }: nothing in it is headed like `Article 1`, `Section 1`, `§ 1`, `1.` or 第一条. If it is a scan, a table of contents or only part of a page, take the whole text; if its articles are called otherwise, put `Article N` at the beginning of the line that each begins with and read the text again
statute-form-rtf = { $path } is Rich Text Format, which is not read: open it in a word processor and save it as .docx or .txt
statute-form-mht = { $path } is a page saved with everything in it, which is not read: save it as HTML only, or as .docx
statute-form-old-office = { $path } is a document of Word before 2007, or of another program of that time, which is not read: save it as .docx
statute-form-open-document = { $path } is an OpenDocument file, which is not read: save it as .docx or .txt
statute-form-office = { $path } is a spreadsheet or slides: no law is read from them; take the text of the law itself
statute-form-epub = { $path } is an electronic book, which is not read: take the HTML or the text that is in it
statute-form-archive = { $path } is an archive: take the file out of it and read that
statute-form-picture = { $path } is a picture: have its text recognised, look it through, and read the text
statute-form-scan = { $path } is a PDF without text in it, as a scan is: have its text recognised, look it through, and read the text
statute-form-locked-pdf = { $path } is a locked PDF: save an unlocked copy of it, or take another form
statute-form-json = { $path } is JSON, whose parts everybody names otherwise: write each article as `## Article 1` and its words to a Markdown file, and read that
statute-form-binary = { $path } is no text in any known character set, and no form that is read: statutes are read from Akoma Ntoso and other national XML, HTML, Markdown, text, .docx and PDF
statute-form-xml = { $path } is XML of a kind that is not read: it is read from Akoma Ntoso, legislation.gov.uk, USLM, Justice Canada, gesetze-im-internet, Formex and e-Gov; else take the publisher's HTML or text
receipt-read = read as { $form }: { $found ->
    [one] one article
   *[other] { $found } articles
  }{ $ends }, { $share } of { $letters } letters in { $found ->
    [one] it
   *[other] them
  }; headed as in `{ $heading }`
receipt-ends = , { $first } to { $last }
receipt-charset = it is written in { $charset }{ $unreadable ->
    [0] {""}
   *[other] ; { $unreadable } signs in it mean nothing there
  }
receipt-missing = numbers that are skipped: { $numbers }
receipt-doubled = numbers that stand twice: { $numbers }
receipt-disordered = numbers out of their order: { $numbers }
receipt-longest = article { $number } has { $letters } letters, far more than the others: look whether it has taken in what follows it
receipt-left = not in an article: { $what }, { $letters } letters{ $place }: { $begins }
receipt-line = , line { $line }
receipt-more = not in an article: { $count } more such places, { $letters } letters
receipt-words = line { $line } looks like a heading and was read as words of article { $article }: { $begins }
receipt-words-more = { $count } more such lines
receipt-reading = it could also be read by `{ $heading }`: { $found } articles, { $share } of the letters
receipt-little = less than half of what should be law stands in an article
receipt-order = the order of the articles is broken
receipt-gaps = more numbers are skipped than found
receipt-signs = too many signs in it cannot be read
receipt-refused = nothing was written: { $why }. Look at the receipt above, mend the source, or write it as it is with --anyway
receipt-anyway = written although { $why }
left-title = the title
left-before = what stands before the articles
left-contents = a table of contents
left-part = headings of parts
left-between = what stands between the articles
left-annex = schedules, annexes, additional and final provisions
left-note = notes
left-frame = the frame of the page
left-quoted = quoted law
source-uncovered = { $letters } letters of the source, { $share } in a hundred, stand in no article of this law: { $where }
    .label = this source
    .help = make articles of it, set aside what is no rule on people, or say in a note why it is left out
    .page = What stands in the source and in no article of the law was not judged. Articles that are missing are named by their numbers; annexes, additional and transitional provisions by how they begin. Titles, headings of parts, contents and notes are not counted, nor is a part of an article that its quotation leaves out.
words-none = nothing in the vocabulary is called `{ $words }`, or anything near it: try another word, or `iml-check list terms`; a law may make a word of its own with `fact` or `term`
words-called = also called
words-standards = asked by
words-points = points
words-example = as in
words-more = and { $count } more
update-not-a-law = { $path } has mistakes, or is no text: mend it first, so that nothing of it is lost
update-reworded = reworded: { $count }, of which { $encoded } encoded ([gone] {"{"}come{"}"})
update-gone = gone: { $count }, of which { $encoded } encoded
update-renumbered = the same words under another number: { $count }, of which { $encoded } encoded
update-new = new: { $count }
update-same = the same: { $count }
update-untold = without words in the law, so nothing is told: { $count }
update-clauses = { $clauses ->
    [one] one clause
   *[other] { $clauses } clauses
  }
update-remark-reworded = reworded in the newer text: look at what is encoded below
update-remark-excerpt = what is quoted here does not stand in the newer text: look at its words, and at what is encoded below
update-remark-renumbered = in the newer text this is article
update-remark-gone = gone from the newer text: repeal it, or take it out
