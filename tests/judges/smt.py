"""Z3: the tables as SMT-LIB text, each question between `push` and `pop`.

A set of situations is a formula over one person (two for `equal`); whether it is empty is a question. What asks questions
is a generator: it yields texts and is sent answers, so that the questions of many cases are put together.
"""
import itertools

from law import (BY_REASON, CUSTOM, DURATION, FACTS, INCOMPATIBLE, KINDS, NATIONALITY, NECESSITY, NONE, NOT_EXAMINED,
                 NOT_FOUND, NOT_IN_FORCE, OWN_MEASURE, PROVIDED, RACE, READING, REVIEW, SIGNED, SOFT, TO_ASSESS, TREATY,
                 UNKNOWN, WHOLE, of_combinations, of_demands, proportionate)


def any_of(parts):
    parts = [p for p in parts if p != "false"]
    if "true" in parts:
        return "true"
    return f"(or {' '.join(parts)})" if len(parts) > 1 else parts[0] if parts else "false"


def all_of(parts):
    parts = [p for p in parts if p != "true"]
    if "false" in parts:
        return "false"
    return f"(and {' '.join(parts)})" if len(parts) > 1 else parts[0] if parts else "true"


def no(part):
    return {"true": "false", "false": "true"}.get(part, f"(not {part})")


def yes(truth):
    return "true" if truth else "false"


def person(number):
    return tuple(f"x{fact}_{number}" for fact in FACTS)


def but(p, fact, value):
    return p[:fact] + (value,) + p[fact + 1:]


ONE, TWO = person(1), person(2)


class World:
    """A case: who can be, who is bound."""

    def __init__(self, law):
        self.law, self.case = law, law.case

    def cond(self, c, p):
        if c == "Any":
            return "true"
        (kind, body), = c.items()
        if kind == "Yes":
            return f"(= {p[body]} 1)"
        if kind == "Is":
            return f"(= {p[NATIONALITY]} {body})"
        if kind == "Below":
            return f"(< {p[body[0]]} {body[1]})"
        if kind == "Term":
            return self.cond(self.case["terms"][body], p)
        if kind == "Not":
            return no(self.cond(body, p))
        parts = [self.cond(part, p) for part in body]
        return all_of(parts) if kind == "All" else any_of(parts)

    def sat(self, formula, persons=(ONE,)):
        if formula == "false":
            return False
        inside = "".join(f"(assert (< {p[fact]} {size}))" for p in persons for fact, size in enumerate(self.law.sizes))
        return (yield f"(push){inside}(assert {formula})(check-sat)(pop)\n")

    # Who is bound, and how hard.

    def come(self, day):
        return day is None or day <= self.case["agreed"]["as_of"]

    def treaty(self, i):
        left = [day for act, day in i["acts"] if act == "Left"]
        gone = lambda day: any(l is not None and self.come(l) and (day is None or day <= l) for l in left)
        stands = lambda wanted: any(act == wanted and self.come(day) and not gone(day) for act, day in i["acts"])
        region = i["region"]
        if i["party"] and self.come(i["party"]["from"]):
            return TREATY
        if None in left:
            return UNKNOWN
        if stands("Bound"):
            return TREATY if self.come(i["in_force"]) else SIGNED
        if stands("Signed"):
            return SIGNED
        if region and not region["member"]:
            return NONE
        if region and region["binds"] and i["in_force"] is not None and self.come(i["in_force"]):
            return TREATY
        return NONE if i["complete"] or any(self.come(l) for l in left) else UNKNOWN

    def instrument(self, number):
        i = self.case["agreed"]["instruments"][number]
        if i["kind"] == "Interpretation":
            read = self.instrument(0)
            return READING if read <= TREATY else read
        return {"Custom": CUSTOM, "SoftLaw": SOFT}.get(i["kind"]) or self.treaty(i)

    def reserving(self, basis, own):
        """The reservations that touch a basis; those that only the law's file states if asked."""
        lies = lambda place, whole: place == whole or whole == 0 and place in (1, 2)
        number, place = basis
        agreed = self.case["agreed"]
        fixed = agreed["instruments"][number]["not_reservable"]
        if fixed is not None and lies(place, fixed):
            return []
        return [r for r in agreed["reservations"] if r["instrument"] == number and lies(place, r["place"])
                and not r["mentions"] and (own or not r["own"])]

    def basis(self, basis, own):
        force = self.instrument(basis[0])
        whole = any(r["who"] is None for r in self.reserving(basis, own))
        return NONE if whole and force <= SIGNED else force

    def force(self, own):
        return min(self.basis(b, own) for b in self.case["agreed"]["basis"])

    def kept(self, p, own):
        """Some basis that binds as hard as any does not leave this person out."""
        agreed = self.case["agreed"]
        hardest = self.force(own)
        if hardest == NONE and not agreed["even_if_not_binding"]:
            return "false"
        out = lambda b: any_of(self.cond(r["who"], p) for r in self.reserving(b, own) if r["who"] is not None)
        return any_of([no(out(b)) for b in agreed["basis"] if self.basis(b, own) == hardest])

    def axioms(self, p, but_for=None):
        skip = lambda c: but_for is not None and self.law.mentions(c, but_for)
        return all_of([self.cond(a, p) for a in self.case["axioms"] if not skip(a)])

    def own_axioms(self, p, but_for=None):
        parts = []
        skip = lambda c: but_for is not None and self.law.mentions(c, but_for)
        for axiom in self.case["own"]:
            (kind, body), = axiom.items()
            if kind == "Always" and not skip(body):
                parts.append(self.cond(body, p))
            elif kind == "Never" and not skip(body):
                parts.append(no(self.cond(body, p)))
            elif kind == "Implies" and not skip(body[0]) and not skip(body[1]):
                parts.append(any_of([no(self.cond(body[0], p)), self.cond(body[1], p)]))
            elif kind == "Fact" and not skip(body) and but_for != 0:
                parts.append(any_of([f"(= {p[0]} 0)", self.cond(body, p)]))
        return all_of(parts)


class Read:
    """A law with its doubtful statements taken one way: its own axioms, and everything else (§5)."""

    def __init__(self, world, own, kind, known):
        self.world, self.law, self.cond = world, world.law, world.cond
        self.own, self.kind, self.known = own, kind, known
        helps = lambda unseen: kind or not unseen
        harms = lambda unseen: not kind or not unseen
        law = self.law
        self.powers = [at for at in law.of("Power") if harms(at[2])]
        self.bans = [at for at in law.of("Ban") if helps(at[2])]
        self.gives = [(n, at[1], g) for at in law.of("Power") if helps(at[2]) for n in [at[0]] for g in at[3]["giving"]]
        self.gives += [(None, at[1], at[3]) for at in law.of("Give") if helps(at[2])]
        # Power, article, thing, authority, condition, clause that stands alone, final, law that is silent.
        self.refusals = []
        for number, article, unseen, body in law.of("Power"):
            if harms(unseen):
                for w in body["without"]:
                    self.refusals.append((number, article, w["thing"], w["by"], "Any" if unseen else w["guard"], None, False, None))
                if body["final"]:
                    self.refusals.append((number, article, REVIEW, None, "Any", None, True, None))
        for _, article, unseen, r in law.of("Refuse"):
            if harms(unseen):
                self.refusals.append((None, article, r["thing"], r["by"], "Any" if unseen else r["guard"], r, False, None))
        for number, text in enumerate(law.case["laws"]):
            for t in KINDS:
                if law.whole(number) and text["exhaustive"][law.words["fields"][t]]:
                    self.refusals.append((None, None, t, None, "Any", None, False, number))

    def possible(self, p):
        return all_of([self.world.axioms(p), self.world.own_axioms(p) if self.own else "true"])

    def possible_for(self, kind, p):
        ends = self.law.words["ends"]
        if not ends or not self.law.is_a(kind, ends[0]):
            return self.possible(p)
        return all_of([self.world.axioms(p, ends[1]), self.world.own_axioms(p, ends[1]) if self.own else "true"])

    # Powers.

    def guard(self, at, p):
        if at[2]:
            return "true"
        return all_of([self.cond(c, p) for c in (at[3]["who"], at[3]["ground"], at[3]["read"]) if c is not None])

    def without_reason(self, p, open_=True, implied=True):
        """The situation with the facts of the reason, and the law's own with them if it is meant, set to no: each way."""
        facts = {}
        for fact, value in self.law.reason["facts"]:
            facts.setdefault(fact, set()).add(1 if value is None else value)
        if open_ and self.law.words["open"] or implied and self.known.get("implies"):
            facts.setdefault(0, {1})
        ways = [[(f, v) for v in range(self.law.sizes[f]) if v not in values] for f, values in facts.items()]
        for way in itertools.product(*ways):
            q = p
            for fact, value in way:
                q = but(q, fact, str(value))
            yield q

    def for_reason(self, at, p):
        if not self.law.reason:
            return "false"
        guard = self.guard(at, p)
        if at[3]["measure"] == BY_REASON or at[2] or self.known.get(("personal", at[0])):
            return guard
        return all_of([guard, no(any_of([self.guard(at, q) for q in self.without_reason(p)]))])

    def only_for_reason(self, at, p):
        """For the reason and no other: a power without a ground is used for others too, one whose ground is open may be;
        that an own fact implies it is doubtful."""
        guard = self.guard(at, p)
        return all_of([guard, no(any_of([self.guard(at, q) for q in self.without_reason(p, False, self.own)]))])

    def by_reason(self, at, kind):
        return self.law.reason and kind == BY_REASON and at[3]["measure"] != BY_REASON

    def admits(self, at, kind, p):
        if self.by_reason(at, kind):
            return self.for_reason(at, p) if self.law.by_reason(kind, at[3]["measure"]) else "false"
        return self.guard(at, p) if self.law.is_first_a(kind, at[3]["measure"]) else "false"

    def reaches(self, at, kind):
        if self.by_reason(at, kind):
            return self.law.by_reason(kind, at[3]["measure"]) and (at[2] or self.known[("ever", at[0])])
        return self.law.is_first_a(kind, at[3]["measure"])

    def covering(self, at, p):
        return [] if at[2] else [(n, self.cond(c, p)) for n, c in at[3]["limits"]]

    def within_limit(self, at, p):
        return any_of([all_of([c, "true" if n is None else f"(<= {p[DURATION]} {n})"]) for n, c in self.covering(at, p)])

    def uncovered(self, at, p):
        return no(any_of([c for _, c in self.covering(at, p)]))

    def use_of(self, measure, at, kind, p):
        law = self.law
        if law.is_a(kind, measure):
            return "true"
        if not law.reason or at is None:
            return "false"
        wide, own = law.reason["wide"], at[3]["measure"]
        if kind == BY_REASON and law.is_a(own, wide) and law.is_a(own, measure):
            return "true"
        return self.only_for_reason(at, p) if measure == BY_REASON and law.is_a(kind, wide) else "false"

    def ban_prevails(self, ban, at):
        _, article, _, b = ban
        if article in at[3]["over"] or at[1] in b["yields"]:
            return False
        if at[1] in b["over"] or article in at[3]["under"]:
            return True
        one, other = (self.law.case["laws"][self.law.text(a)] for a in (article, at[1]))
        if None not in (one["rank"], other["rank"]) and one["rank"] != other["rank"]:
            doubt = one["rank"] > other["rank"]
        else:
            doubt = None not in (one["adopted"], other["adopted"]) and one["adopted"] < other["adopted"]
        return self.kind or not doubt

    def permits(self, at, kind, p):
        banned = [all_of([self.use_of(b[3]["measure"], at, kind, p), self.cond(b[3]["guard"], p)]) for b in self.bans
                  if (not b[3]["only"] or at[1] in b[3]["only"]) and self.law.by_whom(at[3]["by"], b[3]["by"])
                  and self.ban_prevails(b, at)]
        return all_of([self.admits(at, kind, p), any_of([self.within_limit(at, p), self.uncovered(at, p)]),
                       self.as_established(at, kind, p), no(any_of(banned))])

    def as_established(self, at, kind, p):
        if not self.law.words["establishes"]:
            return "true"
        thing, fact = self.law.words["establishes"]
        gives = [c for g, c in self.surviving(at, kind, p)
                 if any(self.law.is_a(t, thing) for t, _ in self.law.spellings(g[2]["thing"], g[2]["by"]))]
        return any_of([no(any_of(gives)), f"(= {p[fact]} 1)"])

    def prohibited(self, kind, to, p):
        return any_of([self.cond(b["guard"], p) for _, _, _, b in self.bans
                       if not b["only"] and self.law.by_whom(to, b["by"]) and self.law.is_a(kind, b["measure"])])

    # What is given and refused.

    def comes_with(self, of, whenever, at, kind, p):
        if of is not None:
            return yes(at is not None and at[0] == of)
        if whenever is None:
            return "true"
        return "false" if kind is None else self.use_of(whenever, at, kind, p)

    def giving(self, at, kind, p):
        out = []
        for g in self.gives:
            c = all_of([self.comes_with(g[0], g[2]["whenever"], at, kind, p), self.cond(g[2]["guard"], p)])
            if c != "false":
                out.append((g, c))
        return out

    def refusing(self, at, kind, p):
        out = []
        for r in self.refusals:
            of, _, thing, _, guard, alone, _, silent = r
            if alone and alone["only"] and (at is None or at[1] not in alone["only"]):
                continue
            c = [self.comes_with(of, alone["whenever"] if alone else None, at, kind, p), self.cond(guard, p)]
            if silent is not None:
                given = [c for g, c in self.giving(at, kind, p)
                         if self.law.text(g[1]) == silent and self.law.is_a(g[2]["thing"], thing)]
                c.append(no(any_of(given)))
            out.append((r, all_of(c)))
        return out

    def hits(self, r, thing, by):
        if r[7] is not None:
            return thing == r[2]
        return self.law.covers(thing, by, r[2], r[3])

    def overcomes(self, r, g):
        of, article, _, _, _, alone, final, silent = r
        if g[0] is not None:
            return False
        if of is not None:
            return not (final and article == g[1])
        rank = lambda law: self.law.case["laws"][law]["rank"]
        own = rank(self.law.text(g[1]))
        other = rank(silent if silent is not None else self.law.text(article))
        if alone is not None:
            if alone["only"]:
                return True
            gives = article in g[2]["over"] or g[1] in alone["yields"]
            refuses = g[1] in alone["over"] or article in g[2]["yields"]
            if gives != refuses:
                return refuses
            if gives:
                return not self.kind
        if None not in (own, other) and own != other:
            return other < own
        return not self.kind

    def surviving(self, at, kind, p):
        refusing = self.refusing(at, kind, p)
        out = []
        for g, c in self.giving(at, kind, p):
            taken = [d for r, d in refusing if self.hits(r, g[2]["thing"], g[2]["by"]) and self.overcomes(r, g)]
            out.append((g, all_of([c, no(any_of(taken))])))
        return out

    def within(self, g):
        return self.law.words["prompt"][0] if g["prompt"] else g["within"]

    def enough(self, g, thing, within, by):
        in_time = within is None or self.within(g) is not None and self.within(g) <= within
        return in_time and self.law.covers(g["thing"], g["by"], thing, by)

    def deciding(self, thing, by, at, kind, p):
        if not self.law.words["deciding"] or at is None or kind is None or at[2]:
            return "false"
        measure, given, authority = self.law.words["deciding"]
        actor = at[3]["by"]
        own = any(self.law.is_a(t, thing) for t, _ in self.law.spellings(given, actor))
        if not own or actor is None or not self.law.authority_is_a(actor, authority) or not self.law.by_whom(actor, by):
            return "false"
        return self.use_of(measure, at, kind, p)

    def given(self, asked, at, kind, p, every=None):
        often = lambda g: every is None or g["every"] is not None and g["every"] <= every
        own = [c for g, c in self.surviving(at, kind, p) if self.enough(g[2], *asked) and often(g[2])]
        if every is None:
            own.append(self.deciding(asked[0], asked[2], at, kind, p))
        return any_of(own)

    def refused(self, asked, at, kind, p):
        own = [c for r, c in self.refusing(at, kind, p) if self.hits(r, asked[0], asked[2])]
        return all_of([any_of(own), no(self.given(asked, at, kind, p))])

    def says_all(self, at):
        return at[3]["must"] or self.law.whole(self.law.text(at[1]))

    def in_field(self, fields):
        return (any(text["governs"][f] for text in self.law.case["laws"] for f in fields)
                or any(self.law.words["fields"][at[3]["measure"]] in fields for at in self.powers))

    def reach(self, p, stops):
        """For each step, where somebody comes to it without passing a stop."""
        edges = self.law.case["edges"]
        steps = list(dict.fromkeys(s for a, b, _ in edges for s in (a, b)))
        starts = [s for at, s in enumerate(steps) if at == 0 or not any(b == s for _, b, _ in edges)]
        reach = {s: yes(s in starts and s not in stops) for s in steps}
        for _ in steps:
            after = dict(reach)
            for a, b, c in edges:
                if b not in stops:
                    after[b] = any_of([after[b], all_of([reach[a], self.cond(c, p)])])
            if after == reach:
                break
            reach = after
        return reach


WORDS, NO_EXCEPTION, SILENCE, WEIGH = range(4)


class Held:
    """A demand in one reading: by what it leaves whom outside, and whether it is raised."""

    def __init__(self, read, demand):
        self.read, self.law, self.cond, self.demand = read, read.law, read.cond, demand
        (self.form, self.asked), = demand["form"].items()

    def scope(self, p):
        parts = [self.read.world.kept(p, self.read.kind)]
        if self.form not in ("Define", "Establish"):
            parts.append(self.cond(self.demand["where_"], p))
            if self.form != "Before":
                parts.append(self.cond(self.demand["who"], p))
            # What is asked again and again is asked of what lasts longer than that.
            if self.form == "RequireWhenever" and self.asked["every"] is not None:
                parts.append(f"(> {p[DURATION]} {self.asked['every']})")
        return all_of(parts)

    def in_scope(self, p):
        return all_of([self.read.possible(p), self.scope(p)])

    def somebody(self, formula="true"):
        return self.read.world.sat(all_of([self.in_scope(ONE), formula]))

    def speaks_of_somebody(self, kinds):
        """Of whom one of these kinds ends a fact, without the axioms on it."""
        ended = all_of([self.scope(ONE), any_of([self.read.possible_for(k, ONE) for k in kinds])])
        return (yield from self.somebody()) or (yield from self.read.world.sat(ended))

    def reached_kinds(self):
        """The kinds of what it asks about that some power reaches."""
        a, law = self.asked, self.law
        measure = {"Forbid": lambda: a, "Limit": lambda: a[0], "RequireBan": lambda: a["measure"],
                   "RequireWhenever": lambda: a["measure"], "Justify": lambda: a["measure"],
                   "Before": lambda: self.step_measure() if not a["laid_down"] else None}.get(self.form, lambda: None)()
        if measure is None:
            return []
        return [k for k in law.kinds(measure, not self.read.kind) if any(self.read.reaches(at, k) for at in self.read.powers)]

    def step_measure(self):
        law = self.law
        return 0 if law.case["step_measure"] and not (law.case["step_safeguard"] and self.asked["step"] == 4) else None

    def asked_of(self, at, p):
        return self.read.for_reason(at, p) if self.demand["reason"] else "true"

    def over(self, measure):
        r = self.read
        reached = lambda at: any(r.reaches(at, k) for k in self.law.kinds(measure, not r.kind))
        ever = lambda at: not self.demand["reason"] or at[2] or r.known[("ever", at[0])]
        return [at for at in r.powers if reached(at) and ever(at)]

    def touches(self, at, measure):
        r = self.read
        kinds = [k for k in self.law.kinds(measure, not r.kind) if r.reaches(at, k)]
        admitted = {k: all_of([self.scope(ONE), self.asked_of(at, ONE), r.admits(at, k, ONE)]) for k in kinds}
        if not (yield from self.speaks_of_somebody(kinds)):
            return False
        meets = any_of([all_of([r.possible_for(k, ONE), a]) for k, a in admitted.items()])
        if (yield from r.world.sat(meets)):
            return True
        return not (yield from r.world.sat(all_of([self.scope(ONE), r.guard(at, ONE)])))

    def some_touches(self, measure):
        for at in self.over(measure):
            if (yield from self.touches(at, measure)):
                return True
        return False

    def done(self, at, measure, p):
        """For each kind, where the power lets it be done to somebody in scope who can exist then."""
        r = self.read
        return {k: all_of([self.scope(p), r.possible_for(k, p), self.asked_of(at, p), r.permits(at, k, p)])
                for k in self.law.kinds(measure, not r.kind)}

    def reached(self, at, p):
        law, parts = self.law, []
        asks = law.asks(self.form, self.asked)
        for _, _, unseen, (thing, guard) in law.of("Principle"):
            if (self.read.kind or not unseen) and any(law.is_a(thing, s) for s in asks):
                parts.append(self.cond(guard, p))
        for _, article, unseen, (saved, covers) in law.of("Saving"):
            rests = any(i in saved for i, _ in law.case["agreed"]["basis"])
            if at is not None and rests and (self.read.kind or not unseen):
                own = law.text(article) == law.text(at[1])
                parts.append(yes(covers == "Order" or covers == "Law" and own
                                 or isinstance(covers, dict) and at[1] in covers["Articles"]))
        return any_of(parts)

    def permitted(self, at):
        return WORDS if self.read.says_all(at) else NO_EXCEPTION

    def outside(self):
        """(power, how, where) and whether it is raised; both kinds of what is to be weighed as a whole are weighed."""
        left, raised = yield from getattr(self, self.form.lower())()
        law = self.law
        duty = self.form in WHOLE and law.marked["duty_to_legislate"] and self.read.world.force(self.read.kind) < NONE
        raised = law.operative and (raised or duty) and (yield from self.speaks_of_somebody(self.reached_kinds()))
        if self.demand["weighed"]:
            left = [(at, WEIGH if how != SILENCE or raised else how, f) for at, how, f in left]
        return [l for l in left if law.operative and (l[1] != SILENCE or raised)], raised

    def forbid(self):
        m = self.asked
        left = [(at, self.permitted(at), any_of(self.done(at, m, ONE).values())) for at in self.over(m)]
        kinds = self.law.kinds(m, not self.read.kind)
        free = any_of([no(self.read.prohibited(k, None, ONE)) for k in kinds])
        raised = (yield from self.some_touches(m)) or not (yield from self.somebody(free))
        return left, raised

    def limit(self):
        m, to, beyond = self.asked
        left = []
        for at in self.over(m):
            done = any_of(self.done(at, m, ONE).values())
            long = f"(> {ONE[DURATION]} {to})" if to is not None else f"(= {ONE[DURATION]} {self.law.sizes[DURATION] - 1})"
            stated = self.read.within_limit(at, ONE)
            left.append((at, WORDS, all_of([done, long, stated])))
            left.append((at, self.permitted(at), all_of([done, long, no(stated)])))
            if beyond is not None:
                left.append((at, WEIGH, all_of([done, no(long), f"(> {ONE[DURATION]} {beyond})"])))
        return left, (yield from self.some_touches(m))

    def short(self, at, kind, p):
        """Where it is refused, missing, late."""
        a, r = self.asked, self.read
        plain = (a["thing"], a["within"], a["by"])
        if not a["promptly"]:
            given = r.given(plain, at, kind, p, a["every"])
            refused = any_of([c for ref, c in r.refusing(at, kind, p) if r.hits(ref, a["thing"], a["by"])])
            return all_of([refused, no(given)]), no(given), "false"
        bound, beyond = self.law.words["prompt"]
        given = r.given((a["thing"], bound, a["by"]), at, kind, p, a["every"])
        often = lambda g: a["every"] is None or g["every"] is not None and g["every"] <= a["every"]
        late = any_of([c for g, c in r.surviving(at, kind, p) if r.enough(g[2], a["thing"], None, a["by"]) and often(g[2])
                       and (r.within(g[2]) is None or beyond is None or r.within(g[2]) <= beyond)])
        refused = any_of([c for ref, c in r.refusing(at, kind, p) if r.hits(ref, a["thing"], a["by"])])
        return all_of([refused, no(given), no(late)]), all_of([no(given), no(late)]), no(given)

    def requirewhenever(self):
        a, r = self.asked, self.read
        powers = self.over(a["measure"])
        left = []
        if powers:
            for at in powers:
                done = {k: d for k, d in self.done(at, a["measure"], ONE).items() if d != "false"}
                short = {k: self.short(at, k, ONE) for k in done}
                words, missing, late = (any_of([all_of([done[k], short[k][i]]) for k in done]) for i in range(3))
                left += [(at, WORDS, words), (at, SILENCE, all_of([missing, no(words)])),
                         (at, WEIGH, all_of([late, no(missing), no(words)]))]
            return left, (yield from self.some_touches(a["measure"]))
        kinds = self.law.kinds(a["measure"], not r.kind)
        faces = [all_of([self.short(None, k, ONE)[0], no(r.prohibited(k, None, ONE))]) for k in kinds]
        spoken = any_of([c for k in kinds for ref, c in r.refusing(None, k, ONE)
                         if r.hits(ref, a["thing"], a["by"])])
        return [(None, WORDS, all_of([self.in_scope(ONE), any_of(faces)]))], (yield from self.somebody(spoken))

    def requirefor(self):
        a, r = self.asked, self.read
        asked = (a["thing"], a["within"], a["by"])
        refused, given = r.refused(asked, None, None, ONE), r.given(asked, None, None, ONE)
        scope = self.in_scope(ONE)
        left = [(None, WORDS, all_of([scope, refused])), (None, SILENCE, all_of([scope, no(given), no(refused)]))]
        raised = r.in_field([self.law.words["fields"][a["thing"]]]) or (yield from self.somebody(self.spoken(a["thing"])))
        return left, raised

    def spoken(self, thing):
        """Where it or a kind of it is given, or it or what it is a kind of refused; what is in a power, to whom it names."""
        r, law = self.read, self.law
        named = lambda of: "true" if of is None else any_of([r.guard(at, ONE) for at in r.powers if at[0] == of])
        same = law.words["same"]

        def of(one, wide):
            if law.is_a(one, wide):
                return True
            return bool(same) and (law.is_a(one, same[0]) and law.is_a(same[1], wide)
                                   or law.is_a(one, same[1]) and law.is_a(same[0], wide))
        parts = [all_of([named(g[0]), self.cond(g[2]["guard"], ONE)]) for g in r.gives if of(g[2]["thing"], thing)]
        for ref in r.refusals:
            if ref[7] is None and of(thing, ref[2]):
                parts.append(all_of([named(ref[0]), self.cond(ref[4], ONE)]))
            elif ref[7] is not None and ref[2] == thing:
                parts += [c for other, c in r.refusing(None, None, ONE) if other is ref]
        return any_of(parts)

    def requireban(self):
        a, r, law = self.asked, self.read, self.law
        m, by = a["measure"], a["by"]
        acts = lambda at: by is None or at[3]["by"] is None or law.authority_is_a(at[3]["by"], by) or law.authority_is_a(by, at[3]["by"])
        actors = {at[0]: (at, any_of(self.done(at, m, ONE).values())) for at in self.over(m) if acts(at)}
        left = [(at, self.permitted(at), done) for at, done in actors.values()]
        words = any_of([done for _, done in actors.values()])
        free = any_of([no(r.prohibited(k, by, ONE)) for k in law.kinds(m, not r.kind)])
        left.append((None, SILENCE, all_of([self.in_scope(ONE), free, no(words)])))
        spoken = any(law.is_a(m, b["measure"]) or law.is_a(b["measure"], m) for _, _, _, b in r.bans)
        return left, spoken or r.in_field(law.measure_fields(m)) or (yield from r.world.sat(words))

    def before(self):
        a, r, law = self.asked, self.read, self.law
        steps = list(dict.fromkeys(s for x, y, _ in law.case["edges"] for s in (x, y)))
        ends = [s for s in steps if law.is_a(s, a["step"])]
        stops = [s for s in steps if law.is_a(s, a["pass"])]
        round_ = any_of([r.reach(ONE, stops)[s] for s in ends])
        arrives = any_of([r.reach(ONE, [])[s] for s in ends])
        of_safeguard = lambda s: law.case["step_safeguard"] and s == 4
        measure = 0 if law.case["step_measure"] and not of_safeguard(a["step"]) else None
        prohibited = "false" if measure is None else r.prohibited(measure, None, ONE)
        left = [(None, WORDS, all_of([self.in_scope(ONE), round_, no(prohibited)]))]
        raised = yield from self.somebody(arrives)
        if measure is not None and not a["laid_down"]:
            for at in self.over(measure):
                given = lambda k: r.given((0, None, None), at, k, ONE) if of_safeguard(a["pass"]) else "false"
                done = any_of([all_of([d, no(given(k))]) for k, d in self.done(at, measure, ONE).items() if d != "false"])
                left.append((at, SILENCE, all_of([done, no(arrives)])))
            raised = raised or (yield from self.some_touches(measure))
        return left, raised

    def define(self):
        reach, means = self.asked
        left = []
        for _, _, unseen, own in self.law.of("Define"):
            if not unseen or not self.read.kind:
                asked, meant = self.cond(means, ONE), self.cond(own, ONE)
                ways = [all_of([asked, no(meant)])] * (reach != 1) + [all_of([meant, no(asked)])] * (reach != 0)
                left.append((None, WORDS, all_of([self.in_scope(ONE), any_of(ways)])))
        return left, bool(left)
        yield

    def establish(self):
        there = any(self.law.is_a(i, self.asked) and (self.read.kind or not unseen) for _, _, unseen, i in self.law.of("Establishes"))
        left = [] if there else [(None, SILENCE, self.in_scope(ONE))]
        return left, there or self.read.in_field([self.law.words["fields"][self.asked]])
        yield

    # Legs.

    def justify(self):
        a = self.asked
        left = []
        for at in self.over(a["measure"]):
            legality = (yield from self.legality(at)) if a["legality"] else []
            ways = {how: [] for how in range(4)}
            for k, done in self.done(at, a["measure"], ONE).items():
                if done != "false":
                    for how, where in legality + self.legs(at, k):
                        ways[how].append(all_of([done, where]))
            worse = "false"
            for how in range(4):
                own = any_of(ways[how])
                left.append((at, how, all_of([own, no(worse)])))
                worse = any_of([worse, own])
        return left, (yield from self.some_touches(a["measure"]))

    def legality(self, at):
        """Each nationality of which everybody in scope satisfies the guard, and each further facts shared."""
        strict = Held(Read(self.read.world, False, False, self.read.known), self.demand)
        out, open_ = [], self.law.words["open"]
        # Of whom what the power reaches ends a fact, without the axioms on it.
        kinds = [k for k in self.law.kinds(self.asked["measure"], not self.read.kind) if self.read.reaches(at, k)]
        exists = any_of([strict.read.possible(ONE), *[strict.read.possible_for(k, ONE) for k in kinds]])
        sharing = all_of([strict.scope(ONE), exists])
        for value in range(self.law.sizes[NATIONALITY]):
            share = f"(= {ONE[NATIONALITY]} {value})"
            outside = all_of([sharing, share, no(self.read.guard(at, ONE))])
            if not (yield from self.read.world.sat(outside)):
                out.append((self.permitted(at), share))
                continue
            for race in range(self.law.sizes[RACE]):
                both = all_of([share, f"(= {ONE[RACE]} {race})"])
                somehow = [self.read.guard(at, but(ONE, 0, v)) for v in "01"] if open_ else []
                outside = all_of([sharing, both, no(any_of([self.read.guard(at, ONE), *somehow]))])
                if not (yield from self.read.world.sat(outside)):
                    out.append((WEIGH, both))
        return out

    def legs(self, at, kind):
        a = self.asked
        out = []
        reasons = None if at[2] else at[3]["justified"]
        if a["aim"] is not None:
            if not reasons:
                out.append((SILENCE, "true"))
            elif a["aim"] and not any(aim in a["aim"] for aim in reasons["aims"]):
                out.append((WORDS, "true"))
        if a["necessity"]:
            out += self.leg(a["necessity"], [NECESSITY], True, reasons and reasons["necessary"], at, kind)
        if a["proportionality"] is not None:
            things, limit, leg = a["proportionality"]
            asked = proportionate(things, limit)
            if asked:
                out += self.leg(leg, asked, False, reasons and reasons["proportionate"], at, kind)
            if limit:
                stated = any_of([c for n, c in self.read.covering(at, ONE) if n is None])
                out += [(WORDS, stated), (self.permitted(at), all_of([self.read.uncovered(at, ONE), no(stated)]))]
        return out

    def condition(self, at, necessity, full):
        serves = self.law.words["serves"]
        if not serves or serves[1] != necessity or full and not serves[2]:
            return "false"
        return all_of([self.read.guard(at, ONE), no(self.read.guard(at, but(ONE, serves[0], "0")))])

    def leg(self, leg, things, necessity, reasons, at, kind):
        given = {t: self.read.given((t, None, None), at, kind, ONE) for t in things}
        refused = any_of([self.read.refused((t, None, None), at, kind, ONE) for t in things])
        condition = self.condition(at, necessity, False)
        if leg == "Plain":
            rest = all_of([no(condition), no(refused), no(all_of(list(given.values())))])
            return [(WORDS, all_of([no(condition), refused])), (WEIGH if reasons else SILENCE, rest)]
        full = self.law.words["in_full"]
        # The word of the treaty's own test serves its own leg.
        full = full if (full == NECESSITY) == necessity else None
        in_full = any_of([self.condition(at, necessity, True), given.get(full, "false")])
        stated = any_of([condition, *given.values()])
        excluded = "true" if at[3]["must"] or at[3]["final"] else refused
        silent = all_of([no(in_full), no(stated)])
        return [(WEIGH, all_of([no(in_full), stated])),
                (WORDS if self.law.marked["requires_weighing"] else WEIGH, all_of([silent, excluded])),
                (WEIGH if reasons else SILENCE, all_of([silent, no(excluded)]))]

    # Pairs.

    def things(self):
        a, r = self.asked, self.read
        if not a["any"]:
            return [a["thing"]]
        return sorted({at[3]["measure"] for at in r.powers} if a["burden"] else {g[2]["thing"] for g in r.gives if g[0] is None})

    def treatments(self, thing, p):
        """What is given, whatever raises it, and where."""
        out = []
        for kind in [None, *KINDS]:
            out += [(g, c) for g, c in self.read.surviving(None, kind, p)
                    if g[0] is None and g[2]["whenever"] == kind and self.read.enough(g[2], thing, None, None)]
        return out

    def refusing(self, thing, p):
        return any_of([c for kind in [None, *KINDS] for ref, c in self.read.refusing(None, kind, p)
                       if ref[0] is None and self.read.hits(ref, thing, None)])

    def as_good(self, h, g):
        whenever = h["whenever"] is None or g["whenever"] is not None and self.law.is_a(g["whenever"], h["whenever"])
        often = g["every"] is None or h["every"] is not None and h["every"] <= g["every"]
        return whenever and often and self.read.enough(h, g["thing"], self.read.within(g), g["by"])

    def worse(self, thing):
        """(power, how, where the first is treated worse than the second; of a service, where the second is)."""
        r, out = self.read, []
        if self.asked["burden"]:
            for kind in self.law.kinds(thing, not r.kind):
                free = no(any_of([r.permits(at, kind, TWO) for at in r.powers]))
                out += [(at, self.permitted(at), all_of([r.permits(at, kind, ONE), free])) for at in r.powers]
            return out
        one, two = self.treatments(thing, ONE), self.treatments(thing, TWO)
        # Always, and whenever a measure is taken of which a refusal speaks, one by one.
        kinds = {None} | {c["whenever"] for _, _, _, c in self.law.of("Refuse")
                          if not c["only"] and self.law.covers(thing, None, c["thing"], c["by"])}
        refused = lambda k, p: r.refused((thing, None, None), None, k, p)
        refused = any_of([all_of([refused(k, TWO), no(refused(k, ONE))]) for k in kinds])
        out.append((None, WORDS, refused))
        for g, c in one:
            missing = all_of([no(refused), c, no(any_of([d for h, d in two if self.as_good(h[2], g[2])]))])
            out.append((None, WORDS if self.law.whole(self.law.text(g[1])) else SILENCE, missing))
        return out

    def equal_raised(self, thing):
        r = self.read
        if self.asked["burden"]:
            kinds = self.law.kinds(thing, not r.kind)
            allowed = any_of([r.guard(at, ONE) for at in self.over(thing)])
            free = any_of([no(r.prohibited(k, None, ONE)) for k in kinds])
            return (yield from self.somebody(allowed)) or not (yield from self.somebody(free))
        given = [self.cond(g[2]["guard"], ONE) for g in r.gives if g[0] is None and r.enough(g[2], thing, None, None)]
        return (yield from self.somebody(any_of([*given, self.refusing(thing, ONE)])))

    def pairs(self):
        """Whether some pair is left by words, by words or silence that are not words everywhere, or to be weighed; without
        what a general clause reaches; and whether something it reaches is left."""
        a, law, r = self.asked, self.law, self.read
        grounds = set(a["grounds"])
        never = grounds if a["never"] == [] else set(a["never"] or [])
        marked = {law.words["stands_for"][0]} if law.words["stands_for"] and law.words["stands_for"][1] in grounds else set()
        differ = grounds | marked | ({0} if law.words["open"] else set())
        same = lambda facts: all_of([f"(= {ONE[f]} {TWO[f]})" for f in FACTS if f not in facts])
        off = ONE if a["burden"] else TWO
        pair = [self.in_scope(ONE), self.in_scope(TWO), same(differ), no(same(set())),
                "true" if a["whom"] is None else self.cond(a["whom"], off)]
        hard = same(never)
        raised = False
        for t in self.things():
            raised = raised or (yield from self.equal_raised(t))
        raised = law.operative and raised and (yield from self.somebody())
        ways = {"hard": [], "soft": [], "weigh": []}
        for thing in self.things() if law.operative else []:
            for at, how, where in self.worse(thing):
                where = all_of([*pair, where])
                if how == SILENCE and not raised:
                    ways["weigh"].append(all_of([where, no(hard)]))
                    continue
                if self.demand["weighed"]:
                    ways["weigh"].append(where)
                    continue
                reached = self.reached(at, off)
                ways["weigh"] += [all_of([where, no(hard)]), all_of([where, hard, reached])]
                ways["hard" if how == WORDS else "soft"].append(all_of([where, hard, no(reached)]))
        sat = {}
        for name, parts in ways.items():
            sat[name] = yield from r.world.sat(any_of(parts), (ONE, TWO))
        return sat, raised


class Judge:
    def __init__(self, law):
        self.law, self.world = law, World(law)

    def learn(self):
        """What has to be known before formulas can be written: about the reason, and each power whose words are seen."""
        known, law, world = {}, self.law, self.world
        if not law.reason:
            return known
        own = [body for axiom in law.case["own"] for kind, body in axiom.items() if kind == "Fact"]
        if own and law.words["element"]:
            for fact, value in law.reason["facts"]:
                is_ = f"(= {ONE[fact]} {1 if value is None else value})"
                if not (yield from world.sat(all_of([world.axioms(ONE), world.cond(own[0], ONE), no(is_)]))):
                    known["implies"] = True
        read = Read(world, False, False, known)
        for at in law.of("Power"):
            if not at[2]:
                # Two who are alike in what they are, and of whom the guard holds of one alone.
                alike = all_of([f"(= {ONE[f]} {TWO[f]})" for f in FACTS if law.words["personal"][f]])
                apart = all_of([alike, read.guard(at, ONE), no(read.guard(at, TWO))])
                known[("personal", at[0])] = not (yield from world.sat(apart, (ONE, TWO)))
                known[("ever", at[0])] = yield from world.sat(read.for_reason(at, ONE))
        return known

    def words(self):
        """The word of each demand, and of the standard."""
        if not self.law.case["agreed"]["even_if_not_binding"] and self.world.force(False) == NONE:
            return [], NOT_IN_FORCE
        known = yield from self.learn()
        words = []
        for demand in self.law.case["demands"]:
            words.append((yield from self.demand(demand, known)))
        return words, of_demands(words)

    def silent(self, demand):
        (form, asked), = demand["form"].items()
        return INCOMPATIBLE if self.law.marked["laid_down_by_law"] and self.law.searched(form, asked) else NOT_FOUND

    def demand(self, demand, known):
        if "Equal" in demand["form"]:
            words = []
            for own in (True, False):
                for kind in (True, False):
                    sat, raised = yield from Held(Read(self.world, own, kind, known), demand).pairs()
                    words.append(INCOMPATIBLE if sat["hard"] else self.silent(demand) if sat["soft"] else TO_ASSESS
                              if sat["weigh"] else PROVIDED if raised else NOT_EXAMINED)
            return of_combinations(words)
        kind, strict = (Held(Read(self.world, side, side, known), demand) for side in (True, False))
        left, _ = yield from kind.outside()
        strictly, raised = yield from strict.outside()
        unreached = lambda hows: any_of([all_of([f, no(kind.reached(at, ONE))]) for at, how, f in left if how in hows])
        if (yield from self.world.sat(unreached([WORDS]))):
            return INCOMPATIBLE
        if (yield from self.world.sat(unreached([NO_EXCEPTION, SILENCE]))):
            return self.silent(demand)
        # In the strict reading anybody; in the other whoever is to be weighed or a general clause reaches.
        if (yield from self.world.sat(any_of([f for _, _, f in [*left, *strictly]]))):
            return TO_ASSESS
        return PROVIDED if raised else NOT_EXAMINED


def question(law):
    return Judge(law).words()
