"""clingo: a demand as facts, its word from the brave consequences of `judge.lp`.

What asks about everybody (a ground that nobody is without, a guard that depends on who a person is) is asked in a round
before, and its answers are facts of the next.
"""
import itertools

from law import (BY_REASON, FACTS, INCOMPATIBLE, KINDS, NATIONALITY, NECESSITY, NOT_EXAMINED, NOT_FOUND, NOT_IN_FORCE,
                 PROVIDED, REVIEW, TO_ASSESS, WHOLE, of_combinations, of_demands, proportionate)

READINGS = {"kk": (True, True), "ks": (True, False), "sk": (False, True), "ss": (False, False)}


class Facts:
    """A demand of a case as facts."""

    def __init__(self, law, number, demand, known):
        self.law, self.number, self.demand, self.known = law, number, demand, known
        (self.form, self.asked), = demand["form"].items()
        self.lines, self.count = [], 0
        self.pairs = self.form == "Equal"
        self.readings = READINGS if self.pairs else {"kk": (True, True), "ss": (False, False)}

    def say(self, name, *arguments):
        self.lines.append(f"{name}({','.join(map(str, (self.number, *arguments)))}).")

    def text(self):
        return "\n".join(self.lines) + "\n"

    def cond(self, c):
        self.count += 1
        i = self.count
        if c == "Any":
            self.say("any", i)
            return i
        (kind, body), = c.items()
        if kind == "Yes":
            self.say("is", i, body, 1)
        elif kind == "Is":
            self.say("is", i, NATIONALITY, body)
        elif kind == "Below":
            self.say("below", i, *body)
        elif kind == "Term":
            self.say("all", i)
            self.say("part", i, self.cond(self.law.case["terms"][body]))
        elif kind == "Not":
            self.say("contrary", i, self.cond(body))
        else:
            self.say("all" if kind == "All" else "some", i)
            for part in body:
                self.say("part", i, self.cond(part))
        return i

    def base(self):
        """Who can be, who is bound, what a law does: the same for every demand but for what is asked."""
        law, words = self.law, self.law.words
        for fact, size in enumerate(law.sizes):
            self.say("size", fact, size)
        for name, (own, kind) in self.readings.items():
            self.say("reading", name)
            if own:
                self.say("own", name)
            if kind:
                self.say("kindly", name)
        ends = words["ends"][1] if words["ends"] else None
        speaks = lambda c: ends is not None and law.mentions(c, ends)
        for c in law.case["axioms"]:
            self.say("axiom", "all" if not speaks(c) else "ended", self.cond(c))
        for axiom in law.case["own"]:
            (kind, body), = axiom.items()
            of = "ended" if any(speaks(c) for c in (body if kind == "Implies" else [body])) or kind == "Fact" and ends == 0 else "all"
            c = {"Always": lambda: body, "Never": lambda: {"Not": body},
                 "Implies": lambda: {"Some": [{"Not": body[0]}, body[1]]},
                 "Fact": lambda: {"Some": [{"Not": {"Yes": 0}}, body]}}[kind]()
            self.say("own_axiom", of, self.cond(c))
        if words["ends"]:
            for k in KINDS:
                if law.is_a(k, words["ends"][0]):
                    self.say("ending", k)
        for child in KINDS:
            for parent in KINDS:
                if law.is_a(child, parent):
                    self.say("isa", child, parent)
        if law.reason:
            self.say("reason")
        if words["open"]:
            self.say("open")
        self.agreed()
        for n, text in enumerate(law.case["laws"]):
            self.say("text", n)
            if text["rank"] is not None:
                self.say("rank", n, text["rank"])
            if text["adopted"] is not None:
                self.say("adopted", n, text["adopted"])
            if law.whole(n):
                self.say("whole", n)
        for number, a in law.articles.items():
            self.say("stands", number, a["law"])
        for at in law.of("Power"):
            self.power(*at)
        for number, article, unseen, b in law.of("Ban"):
            self.say("is_ban", number, article, b["measure"], self.cond(b["guard"]))
            self.unseen(number, unseen)
            for a in b["only"]:
                self.say("only", number, a)
            self.priority(number, b["over"], b["yields"])
            for at in law.of("Power"):
                if law.by_whom(at[3]["by"], b["by"]):
                    self.say("bound", number, at[0])
            if law.by_whom(self.by(), b["by"]):
                self.say("bans_actor", number)
            if b["by"] is None:
                self.say("bans_all", number)
        self.gifts, self.refusals = [], []
        for number, article, unseen, p in law.of("Power"):
            for i, g in enumerate(p["giving"]):
                self.give(f"g({number},{i})", number, article, unseen, g)
            for i, w in enumerate(p["without"]):
                self.refusal(f"w({number},{i})", number, article, unseen, w["thing"], w["by"], w["guard"])
            if p["final"]:
                self.refusal(f"f({number})", number, article, unseen, REVIEW, None, "Any")
                self.say("final", f"f({number})")
        for number, article, unseen, g in law.of("Give"):
            self.give(f"g({number})", "none", article, unseen, g)
        for number, article, unseen, r in law.of("Refuse"):
            name = f"r({number})"
            self.refusal(name, "none", article, unseen, r["thing"], r["by"], r["guard"])
            if r["whenever"] is not None:
                self.say("whenever", name, r["whenever"])
            for a in r["only"]:
                self.say("only", name, a)
            self.priority(name, r["over"], r["yields"])
        for n, text in enumerate(law.case["laws"]):
            for t in KINDS:
                if text["exhaustive"][words["fields"][t]] and law.whole(n):
                    self.say("silent", f"s({n},{t})", n)
                    self.refusals.append((f"s({n},{t})", t, None, True))
                    for name, g in self.gifts:
                        if law.is_a(g["thing"], t):
                            self.say("breaks", name, f"s({n},{t})")
        for name, thing, by, exact in self.refusals:
            for gift, g in self.gifts:
                if g["thing"] == thing if exact else law.covers(g["thing"], g["by"], thing, by):
                    self.say("takes", name, gift)
        for kind in KINDS:
            for at in law.of("Power"):
                self.reach(kind, at)
        for at, (a, b, c) in enumerate(law.case["edges"]):
            if at == 0:
                self.say("first", a)
            self.say("edge", a, b, self.cond(c))
        open_, implied = words["open"], self.known.get("implies")
        for way, set_, also in (("way", "set", open_ or implied), ("own_way", "own_set", False),
                                ("kind_way", "kind_set", implied)):
            for at, reason in enumerate(self.ways(also)):
                self.say(way, at)
                for fact, value in reason:
                    self.say(set_, at, fact, value)
        if words["establishes"]:
            thing, fact = words["establishes"]
            self.say("established_fact", fact)
            for name, g in self.gifts:
                if any(law.is_a(t, thing) for t, _ in law.spellings(g["thing"], g["by"])):
                    self.say("establishing", name)
        for _, _, unseen, (thing, guard) in law.of("Principle"):
            if any(law.is_a(thing, s) for s in law.asks(self.form, self.asked)):
                self.say("principle", yes_no(unseen), self.cond(guard))
        for _, article, unseen, (saved, covers) in law.of("Saving"):
            if any(i in saved for i, _ in law.case["agreed"]["basis"]):
                for at in law.of("Power"):
                    same = law.text(article) == law.text(at[1])
                    if covers == "Order" or covers == "Law" and same or isinstance(covers, dict) and at[1] in covers["Articles"]:
                        self.say("saved", yes_no(unseen), at[0])

    def by(self):
        return self.asked.get("by") if isinstance(self.asked, dict) else None

    def unseen(self, name, unseen):
        if unseen:
            self.say("unseen", name)

    def priority(self, name, over, yields):
        for a in over:
            self.say("over", name, a)
        for a in yields:
            self.say("yields", name, a)

    def power(self, number, article, unseen, p):
        law, words = self.law, self.law.words
        self.say("is_power", number, article, p["measure"])
        self.unseen(number, unseen)
        self.priority(number, p["over"], p["under"])
        for c in (p["who"], p["ground"], p["read"]):
            if c is not None:
                self.say("guarded", number, self.cond(c))
        if not unseen:
            for n, c in p["limits"]:
                self.say("limit", number, "none" if n is None else n, self.cond(c))
        if p["must"] or law.whole(law.text(article)):
            self.say("says_all", number)
        if p["must"] or p["final"]:
            self.say("excludes", number)
        if self.known.get(("personal", number)) or unseen:
            self.say("personal", number)
        deciding = words["deciding"]
        if deciding and not unseen and p["by"] is not None and law.authority_is_a(p["by"], deciding[2]):
            self.say("decides", number, deciding[0])

    def give(self, name, of, article, unseen, g):
        self.gifts.append((name, g))
        self.say("is_give", name, of, article, self.cond(g["guard"]))
        self.unseen(name, unseen)
        if g["whenever"] is not None:
            self.say("whenever", name, g["whenever"])
        self.priority(name, g["over"], g["yields"])

    def refusal(self, name, of, article, unseen, thing, by, guard):
        self.say("is_refusal", name, of, article, self.cond("Any" if unseen else guard))
        self.unseen(name, unseen)
        self.refusals.append((name, thing, by, False))

    def reach(self, kind, at):
        law = self.law
        if law.reason and kind == BY_REASON and at[3]["measure"] != BY_REASON:
            if law.by_reason(kind, at[3]["measure"]) and (at[2] or self.known.get(("ever", at[0]))):
                self.say("reaches", at[0], kind)
                self.say("reaches_by_reason", at[0])
        elif law.is_first_a(kind, at[3]["measure"]):
            self.say("reaches", at[0], kind)
        if law.reason:
            wide, own = law.reason["wide"], at[3]["measure"]
            for measure in KINDS:
                if kind == BY_REASON and law.is_a(own, wide) and law.is_a(own, measure):
                    self.say("uses", measure, at[0], kind)
                elif measure == BY_REASON and law.is_a(kind, wide):
                    self.say("uses_for_reason", at[0], kind)
            if own == BY_REASON:
                self.say("names_reason", at[0])

    def ways(self, also):
        """What the facts of the reason, and the law's own with them if it is meant, are when they are set to no."""
        if not self.law.reason:
            return
        facts = {}
        for fact, value in self.law.reason["facts"]:
            facts.setdefault(fact, set()).add(1 if value is None else value)
        if also:
            facts.setdefault(0, {1})
        yield from itertools.product(*([(f, v) for v in range(self.law.sizes[f]) if v not in own] for f, own in facts.items()))

    def agreed(self):
        agreed = self.law.case["agreed"]
        self.say("as_of", agreed["as_of"])
        if agreed["even_if_not_binding"]:
            self.say("even_if_not_binding")
        for number, i in enumerate(agreed["instruments"]):
            self.say("instrument", number, i["kind"].lower())
            if i["in_force"] is not None:
                self.say("in_force", number, i["in_force"])
            for act, day in i["acts"]:
                self.say("act", number, act.lower(), "undated" if day is None else day)
            if i["complete"]:
                self.say("complete", number)
            if i["party"]:
                self.say("party", number, "always" if i["party"]["from"] is None else i["party"]["from"])
            if i["region"]:
                self.say("region", number)
                if i["region"]["member"]:
                    self.say("member", number)
                if i["region"]["binds"]:
                    self.say("binds_members", number)
            if i["not_reservable"] is not None:
                self.say("not_reservable", number, i["not_reservable"])
        for number, r in enumerate(agreed["reservations"]):
            if not r["mentions"]:
                self.say("reservation", number, r["instrument"], r["place"], "ours" if r["own"] else "known")
                if r["who"] is not None:
                    self.say("reserved_for", number, self.cond(r["who"]))
        for number, (instrument, place) in enumerate(agreed["basis"]):
            self.say("basis", number, instrument, place)

    # What is asked.

    def want(self, name, thing, within, by, every=None, late=False):
        """A demand for a thing: which gifts are enough, which refusals reach it."""
        law, (bound, beyond) = self.law, self.law.words["prompt"]
        self.say("want", name)
        for gift, g in self.gifts:
            time = bound if g["prompt"] else g["within"]
            if late:
                in_time = time is None or beyond is None or time <= beyond
            else:
                in_time = within is None or time is not None and time <= within
            often = every is None or g["every"] is not None and g["every"] <= every
            if in_time and often and law.covers(g["thing"], g["by"], thing, by):
                self.say("enough", name, gift)
        for ref, other, authority, exact in self.refusals:
            if thing == other if exact else law.covers(thing, by, other, authority):
                self.say("hits", name, ref)
        deciding = law.words["deciding"]
        if deciding and every is None and not late:
            for at in law.of("Power"):
                actor = at[3]["by"]
                own = any(law.is_a(t, thing) for t, _ in law.spellings(deciding[1], actor))
                if own and actor is not None and law.by_whom(actor, by):
                    self.say("enough_by_deciding", name, at[0])

    def about(self, measure):
        for name, (_, kind) in self.readings.items():
            for k in self.law.kinds(measure, not kind):
                self.say("about", name, k)

    def spoken(self, thing):
        law, same = self.law, self.law.words["same"]

        def of(one, wide):
            return law.is_a(one, wide) or bool(same) and (
                law.is_a(one, same[0]) and law.is_a(same[1], wide) or law.is_a(one, same[1]) and law.is_a(same[0], wide))
        for name, g in self.gifts:
            if of(g["thing"], thing):
                self.say("speaks", name)
        for name, other, _, exact in self.refusals:
            if thing == other if exact else of(thing, other):
                self.say("speaks", name)

    def fields(self, fields):
        law = self.law
        if any(text["governs"][f] for text in law.case["laws"] for f in fields):
            self.say("governed")
        for at in law.of("Power"):
            if law.words["fields"][at[3]["measure"]] in fields:
                self.say("in_field", at[0])

    def ask(self):
        self.base()
        law, form, asked, demand = self.law, self.form, self.asked, self.demand
        self.say("form", form.lower())
        if form not in ("Define", "Establish"):
            self.say("scoped", self.cond(demand["where_"]))
            if form != "Before":
                self.say("scoped", self.cond(demand["who"]))
        if demand["reason"]:
            self.say("asks_reason")
            for at in law.of("Power"):
                if at[2] or self.known.get(("ever", at[0])):
                    self.say("ever", at[0])
        getattr(self, form.lower())(asked)
        return self.text()

    def forbid(self, m):
        self.about(m)

    def limit(self, asked):
        m, to, beyond = asked
        self.about(m)
        self.say("too_long", self.law.sizes[5] - 2 if to is None else to)
        if beyond is not None:
            self.say("weighed_beyond", beyond)

    def requirewhenever(self, a):
        self.about(a["measure"])
        if a["every"] is not None:
            # Asked again and again, of what lasts longer than that.
            self.say("scoped", self.cond({"Not": {"Below": [5, a["every"] + 1]}}))
        if a["promptly"]:
            self.say("promptly")
            self.want("in_time", a["thing"], self.law.words["prompt"][0], a["by"], a["every"])
            self.want("late", a["thing"], None, a["by"], a["every"], late=True)
            self.want("plain", a["thing"], None, a["by"])
        else:
            self.want("in_time", a["thing"], a["within"], a["by"], a["every"])
            self.want("plain", a["thing"], a["within"], a["by"])

    def requirefor(self, a):
        self.want("plain", a["thing"], a["within"], a["by"])
        self.spoken(a["thing"])
        self.fields([self.law.words["fields"][a["thing"]]])

    def requireban(self, a):
        law, m, by = self.law, a["measure"], a["by"]
        self.about(m)
        for at in law.of("Power"):
            actor = at[3]["by"]
            if by is None or actor is None or law.authority_is_a(actor, by) or law.authority_is_a(by, actor):
                self.say("acts", at[0])
        for number, _, _, b in law.of("Ban"):
            if law.is_a(m, b["measure"]) or law.is_a(b["measure"], m):
                self.say("speaks", number)
        self.fields(law.measure_fields(m))

    def before(self, a):
        law = self.law
        of_safeguard = lambda s: law.case["step_safeguard"] and s == 4
        self.say("step", a["step"])
        self.say("pass", a["pass"])
        if law.case["step_measure"] and not of_safeguard(a["step"]):
            self.say("step_measure", 0)
            if not a["laid_down"]:
                self.about(0)
        if of_safeguard(a["pass"]):
            self.want("plain", 0, None, None)

    def define(self, asked):
        reach, means = asked
        self.say("means", self.cond(means))
        if reach != 1:
            self.say("at_least")
        if reach != 0:
            self.say("at_most")
        for number, _, unseen, own in self.law.of("Define"):
            self.say("defines", number, self.cond(own))
            self.unseen(number, unseen)

    def establish(self, i):
        for number, _, unseen, own in self.law.of("Establishes"):
            if self.law.is_a(own, i):
                self.say("establishes", number)
                self.unseen(number, unseen)
        self.fields([self.law.words["fields"][i]])

    def justify(self, a):
        law = self.law
        self.about(a["measure"])
        if law.marked["requires_weighing"]:
            self.say("requires_weighing")
        if a["legality"]:
            self.say("leg_legality")
            for at, value in self.known.get("groundless", []):
                self.say("groundless", at, value)
            for at, value, race in self.known.get("weak", []):
                self.say("weak", at, value, race)
        for at in law.of("Power"):
            reasons = None if at[2] else at[3]["justified"]
            if a["aim"] is not None:
                if not reasons:
                    self.say("no_aim", at[0])
                elif a["aim"] and not set(a["aim"]) & set(reasons["aims"]):
                    self.say("wrong_aim", at[0])
            if reasons and reasons["necessary"]:
                self.say("reasons", "necessity", at[0])
            if reasons and reasons["proportionate"]:
                self.say("reasons", "proportionality", at[0])
        if a["necessity"]:
            self.leg("necessity", a["necessity"], [NECESSITY])
        if a["proportionality"] is not None:
            things, limit, leg = a["proportionality"]
            if proportionate(things, limit):
                self.leg("proportionality", leg, proportionate(things, limit))
            if limit:
                self.say("leg_limit")

    def leg(self, name, leg, things):
        self.say("leg", name, leg.lower())
        serves, full = self.law.words["serves"], self.law.words["in_full"]
        if serves and serves[1] == (name == "necessity"):
            self.say("serves", name)
            self.say("serving", serves[0])
            if serves[2]:
                self.say("serves_in_full", name)
        for t in things:
            self.want(f"l({name},{t})", t, None, None)
            self.say("leg_asks", name, f"l({name},{t})")
            if t == full and (t == NECESSITY) == (name == "necessity"):
                self.say("in_full", name, f"l({name},{t})")

    def equal(self, a):
        law = self.law
        grounds = set(a["grounds"])
        never = grounds if a["never"] == [] else set(a["never"] or [])
        stands = law.words["stands_for"]
        marked = ({stands[0]} if stands and stands[1] in grounds else set()) | ({0} if law.words["open"] else set())
        for f in FACTS:
            if f in grounds | marked:
                self.say("distinction", f)
            if f not in never:
                self.say("may_justify", f)
        if a["whom"] is not None:
            self.say("whom", self.cond(a["whom"]))
        if a["burden"]:
            self.say("burden")
            if not a["any"]:
                self.about(a["thing"])
                for name in self.readings:
                    self.say("compared", name, a["thing"])
            # Of any measure, each that some power names and its kinds.
            for name, (_, kind) in self.readings.items():
                for at in law.of("Power"):
                    if a["any"] and not (at[2] and kind):
                        self.say("compared", name, at[3]["measure"])
                        for k in law.kinds(at[3]["measure"], not kind):
                            self.say("about", name, k)
                for m in KINDS:
                    for k in law.kinds(m, not kind):
                        self.say("kind", name, k, m)
            return
        for t in KINDS:
            self.want(f"x({t})", t, None, None)
            self.say("denying", t, "none")
            for _, _, _, r in law.of("Refuse"):
                if not r["only"] and r["whenever"] is not None and law.covers(t, None, r["thing"], r["by"]):
                    self.say("denying", t, r["whenever"])
            for name, g in self.gifts:
                if g["thing"] == t:
                    self.say("gift_of", name, t)
        if a["any"]:
            self.say("any_thing")
        else:
            for name in self.readings:
                self.say("compared", name, a["thing"])
        bound = law.words["prompt"][0]
        time = lambda g: bound if g["prompt"] else g["within"]
        for one, g in self.gifts:
            for other, h in self.gifts:
                whenever = h["whenever"] is None or g["whenever"] is not None and law.is_a(g["whenever"], h["whenever"])
                in_time = time(g) is None or time(h) is not None and time(h) <= time(g)
                often = g["every"] is None or h["every"] is not None and h["every"] <= g["every"]
                if whenever and in_time and often and law.covers(h["thing"], h["by"], g["thing"], g["by"]):
                    self.say("as_good", other, one)


def yes_no(truth):
    return "yes" if truth else "no"


def question(law, number):
    """The word of each demand, and of the standard."""
    words = []
    for demand in law.case["demands"]:
        known = {}
        learning = Facts(law, number, demand, known)
        if law.reason or "Justify" in demand["form"]:
            known = yield from learn(law, number, demand)
        facts = Facts(law, number, demand, known)
        found = yield facts.ask()
        if "not_in_force" in found:
            return [], NOT_IN_FORCE
        words.append(word(law, demand, facts, found))
    return words, of_demands(words)


def learn(law, number, demand):
    known = {}
    if law.reason:
        facts = Facts(law, number, demand, known)
        facts.base()
        facts.say("learning")
        own = [body for axiom in law.case["own"] for kind, body in axiom.items() if kind == "Fact"]
        if own and law.words["element"]:
            implied = facts.cond(own[0])
            for fact, value in law.reason["facts"]:
                facts.say("implied", implied, fact, 1 if value is None else value)
        for fact in FACTS:
            if law.words["personal"][fact]:
                facts.say("who", fact)
        found = yield facts.text()
        named = {(fact, 1 if value is None else value) for fact, value in law.reason["facts"]}
        if own and law.words["element"] and any(f"not_implied({f},{v})" not in found for f, v in named):
            known["implies"] = True
        for at in law.of("Power"):
            known["personal", at[0]] = f"differs({at[0]})" not in found
    # What a power ever does for a reason tells what it reaches, and that who shares a nationality.
    for _ in range(2 if law.reason and "Justify" in demand["form"] else 1):
        facts = Facts(law, number, demand, known)
        facts.base()
        facts.say("learning")
        form, = demand["form"]
        facts.say("form", form.lower())
        if form == "Justify":
            for k in law.kinds(demand["form"][form]["measure"], True):
                facts.say("measured", k)
        if form not in ("Define", "Establish"):
            facts.say("scoped", facts.cond(demand["where_"]))
            if form != "Before":
                facts.say("scoped", facts.cond(demand["who"]))
        found = yield facts.text()
        known["groundless"], known["weak"] = [], []
        for at in law.of("Power"):
            n = at[0]
            known["ever", n] = f"ever({n})" in found
            for value in range(law.sizes[NATIONALITY]):
                if f"ungrounded({n},{value})" not in found:
                    known["groundless"].append((n, value))
                known["weak"] += [(n, value, race) for race in range(2) if f"strong({n},{value},{race})" not in found]
    return known


def word(law, demand, facts, found):
    """Rows 1 to 5 of §2, of what was found."""
    (form, asked), = demand["form"].items()
    silent = INCOMPATIBLE if law.marked["laid_down_by_law"] and law.searched(form, asked) else NOT_FOUND
    raised = {}
    for name in facts.readings:
        of = lambda goal: f"{goal}({name})" in found
        somebody = lambda n: f"somebody_for({name},{n})" in found
        touched = any(f"touched({name},{at[0]})" in found and somebody(at[0]) for at in law.of("Power"))
        apart = any(f"over({name},{at[0]})" in found and f"joined({name},{at[0]})" not in found and somebody(at[0])
                    for at in law.of("Power"))
        spoken = touched or apart or of("spoken") or of("field") or of("compared_treatment")
        if form in ("Forbid", "Equal") and (form == "Forbid" or asked["burden"]):
            spoken = spoken and form == "Forbid" or touched or of("allowed")
            things = {f.split(",")[1].rstrip(")") for f in found if f.startswith(f"thing({name},")}
            if form == "Forbid":
                spoken = spoken or apart or not of("free")
            else:
                spoken = of("allowed") or any(f"free({name},{t})" not in found for t in things)
        duty = form in WHOLE and law.marked["duty_to_legislate"] and of("binds")
        raised[name] = law.operative and of("somebody") and (spoken or duty)
    left = lambda name, how, reached: law.operative and f"left({name},{how},{reached})" in found

    def row(kind, strict):
        hard = not demand["weighed"]
        hows = ("words", "no_exception", "silence")
        counts = lambda name, how: how != "silence" or raised[name]
        if hard and left(kind, "words", "no"):
            return INCOMPATIBLE
        if hard and any(left(kind, how, "no") for how in hows[1:] if counts(kind, how)):
            return silent
        for name in (kind, strict):
            if any(left(name, how, r) for how in (*hows, "weigh") for r in ("yes", "no") if counts(name, how)):
                return TO_ASSESS
        return PROVIDED if raised[strict] else NOT_EXAMINED
    if form != "Equal":
        return row("kk", "ss")
    return of_combinations([row(name, name) for name in facts.readings])
