#!/usr/bin/env python3
"""Two judges outside: random cases decided by Z3 and by clingo, beside what the checker says of them.

    IML_EXPORT=FOLDER IML_ORACLE_CASES=1000 cargo test --test it cases_for_judges_outside
    python3 tests/judges/judge.py FOLDER [--seconds N A FORM]

Both are written from docs/language.md and share nothing with the checker, nor with each other but the reading of the
cases. Z3 is given SMT-LIB text, a question between `push` and `pop`; clingo the rules of `judge.lp`, the cases as facts,
and asked which questions have a situation that says yes (its brave consequences). Cases are put to them a few hundred at
a time: each is nearly nothing beside starting a solver.
"""
import json
import multiprocessing
import pathlib
import re
import sys
import time

import clingo
import z3

HERE = pathlib.Path(__file__).parent
BATCH = 100
KINDS = range(5)
# Lower is harder; both judges count alike, from the language reference.
CUSTOM, TREATY, READING, SIGNED, SOFT, UNKNOWN, NONE = range(1, 8)


def proportionate(things, limit):
    """What proportionality asks for: where nothing is named, everything that serves it, which s2 and s3 do."""
    return (things if things or limit else [2, 3]), limit


class Law:
    """A case, its clauses apart."""

    def __init__(self, case):
        self.case = case
        (self.form, self.asked), = case["form"].items()
        self.powers, self.bans, self.gives, self.defines, self.establishes = [], [], [], [], []
        for article, clause in case["clauses"]:
            (kind, body), = clause.items()
            if kind == "Power":
                self.powers.append((article, body))
            elif kind == "Ban":
                self.bans.append((article, body))
            elif kind == "Give":
                self.gives.append(body)
            elif kind == "Define":
                self.defines.append(body)
            else:
                self.establishes.append(body)
        self.parents = case["vocabulary"]["parents"]
        self.authorities = case["vocabulary"]["authorities"]
        self.sizes = case["vocabulary"]["sizes"]

    def is_a(self, child, parent):
        return child == parent or any(self.is_a(p, parent) for p in self.parents[child])

    def authority_is_a(self, child, parent):
        return child == parent or any(self.authority_is_a(p, parent) for p in self.authorities[child])

    def kinds(self, parent):
        return [k for k in KINDS if self.is_a(k, parent)]


# ── Z3, by SMT-LIB text ──


class Smt:
    """Everything as text, for one person or two."""

    def __init__(self, law):
        self.law = law

    def var(self, fact, person):
        return f"x{fact}_{person}"

    def cond(self, c, p):
        if c == "Any":
            return "true"
        (kind, body), = c.items()
        if kind == "Yes":
            return f"(= {self.var(body, p)} 1)"
        if kind == "Is":
            return f"(= {self.var(3, p)} {body})"
        if kind == "Below":
            return f"(< {self.var(body[0], p)} {body[1]})"
        if kind == "Term":
            return self.cond(self.law.case["terms"][body], p)
        if kind == "Not":
            return f"(not {self.cond(body, p)})"
        parts = " ".join(self.cond(part, p) for part in body)
        return f"({'and' if kind == 'All' else 'or'} {parts} {'true' if kind == 'All' else 'false'})"

    @staticmethod
    def some(parts):
        return f"(or false {' '.join(parts)})"

    @staticmethod
    def all(parts):
        return f"(and true {' '.join(parts)})"

    def named(self, power, p):
        lasts = [self.all([f"(<= {self.var(5, p)} {n})" if n is not None else "true", self.cond(c, p)])
                 for n, c in power["limits"]]
        ground = self.cond(power["ground"], p) if power["ground"] is not None else "true"
        return self.all([self.cond(power["who"], p), ground, self.some(lasts) if lasts else "true"])

    def permits(self, article, power, kind, p):
        if not self.law.is_a(kind, power["measure"]):
            return "false"
        banned = []
        for ban_article, ban in self.law.bans:
            bound = ban["by"] is None or (power["by"] is not None and self.law.authority_is_a(power["by"], ban["by"]))
            under = not ban["only"] or article in ban["only"]
            yields = ban_article in power["over"] or article in ban["yields"]
            if self.law.is_a(kind, ban["measure"]) and bound and under and not yields:
                banned.append(self.cond(ban["guard"], p))
        return self.all([self.named(power, p), f"(not {self.some(banned)})"])

    def permits_some(self, article, power, measure, p):
        return self.some([self.permits(article, power, k, p) for k in self.law.kinds(measure)])

    def enough(self, give, thing, within, by):
        return (self.law.is_a(give["thing"], thing)
                and (by is None or (give["by"] is not None and self.law.authority_is_a(give["by"], by)))
                and (within is None or (give["within"] is not None and give["within"] <= within)))

    def without(self, article, power, measure, asked, p):
        """Some kind of the measure is permitted, and does not come with what is asked."""
        ways = []
        for kind in self.law.kinds(measure):
            given = [self.cond(g["guard"], p) for g in power["giving"] if self.enough(g, *asked)]
            given += [self.cond(g["guard"], p) for g in self.law.gives
                      if (g["whenever"] is None or self.law.is_a(kind, g["whenever"])) and self.enough(g, *asked)]
            ways.append(self.all([self.permits(article, power, kind, p), f"(not {self.some(given)})"]))
        return self.some(ways)

    def entitled(self, thing, within, by, p):
        return self.some([self.cond(g["guard"], p) for g in self.law.gives
                          if g["whenever"] is None and self.enough(g, thing, within, by)])

    def scope(self, p):
        parts = [] if self.law.form == "Before" else [self.cond(self.law.case["who"], p)]
        return self.all(parts + [self.cond(self.law.case["where_"], p), self.kept(p)])

    # Who is bound, and how hard.

    def come(self, day):
        return "true" if day is None else f"(<= {day} {self.law.case['agreed']['as_of']})"

    def treaty(self, i):
        left = [day for act, day in i["acts"] if act == "Left"]
        gone = lambda leaving, day: self.all([self.come(leaving), "true" if day is None else f"(<= {day} {leaving})"])
        stands = {act: self.some(
            self.all([self.come(day), *[f"(not {gone(leaving, day)})" for leaving in left if leaving is not None]])
            for own, day in i["acts"] if own == act) for act in ("Bound", "Signed")}
        party = self.come(i["party"]["from"]) if i["party"] else "false"
        absent = self.some(["true" if i["complete"] else "false", *[self.come(day) for day in left]])
        in_force = self.come(i["in_force"])
        region = i["region"]
        outside = "true" if region and not region["member"] else "false"
        joined = in_force if region and region["binds"] and i["in_force"] is not None else "false"
        ways = [(party, TREATY), ("true" if None in left else "false", UNKNOWN),
                (self.all([stands["Bound"], in_force]), TREATY), (stands["Bound"], SIGNED), (stands["Signed"], SIGNED),
                (outside, NONE), (joined, TREATY), (absent, NONE)]
        text = str(UNKNOWN)
        for condition, force in reversed(ways):
            text = f"(ite {condition} {force} {text})"
        return text

    def instrument(self, number):
        i = self.law.case["agreed"]["instruments"][number]
        if i["kind"] == "Interpretation":
            read = self.instrument(0)
            return f"(ite (<= {read} {TREATY}) {READING} {read})"
        return {"Custom": str(CUSTOM), "SoftLaw": str(SOFT)}.get(i["kind"]) or self.treaty(i)

    def reserving(self, basis):
        """The reservations that touch a basis."""
        lies = lambda place, whole: place == whole or (whole == 0 and place in (1, 2))
        number, place = basis
        agreed = self.law.case["agreed"]
        fixed = agreed["instruments"][number]["not_reservable"]
        if fixed is not None and lies(place, fixed):
            return []
        return [r for r in agreed["reservations"]
                if r["instrument"] == number and lies(place, r["place"]) and not r["mentions"]]

    def basis(self, basis):
        force = self.instrument(basis[0])
        whole = any(r["who"] is None for r in self.reserving(basis))
        return f"(ite (<= {force} {SIGNED}) {NONE} {force})" if whole else force

    def hardest(self):
        least = str(NONE)
        for basis in self.law.case["agreed"]["basis"]:
            force = self.basis(basis)
            least = f"(ite (< {force} {least}) {force} {least})"
        return least

    def judged(self):
        return "true" if self.law.case["agreed"]["even_if_not_binding"] else f"(< {self.hardest()} {NONE})"

    def kept(self, p):
        """Some basis that binds as hard as any does not leave this person out."""
        return self.some(
            self.all([f"(= {self.basis(basis)} {self.hardest()})",
                      f"(not {self.some(self.cond(r['who'], p) for r in self.reserving(basis) if r['who'] is not None)})"])
            for basis in self.law.case["agreed"]["basis"])

    def possible(self, p):
        return self.all([self.cond(a, p) for a in self.law.case["axioms"]])

    def sat(self, text, persons=(1,)):
        """The question as text; the answer comes when many have been asked."""
        known = "".join(f"(assert {self.possible(p)})" for p in persons)
        inside = "".join(f"(assert (< {self.var(fact, p)} {size}))" for p in persons
                         for fact, size in enumerate(self.law.sizes))
        return (yield f"(push){inside}{known}(assert {self.all([text, self.judged()])})(check-sat)(pop)\n")

    def violated(self):
        law, form, asked, case = self.law, self.law.form, self.law.asked, self.law.case
        if form == "Forbid":
            return (yield from self.sat(self.all([self.scope(1), self.some(self.permits_some(a, p, asked, 1) for a, p in law.powers)])))
        if form == "Limit":
            measure, to = asked
            longer = f"(> {self.var(5, 1)} {to})" if to is not None else f"(= {self.var(5, 1)} {law.sizes[5] - 1})"
            some = self.some(self.permits_some(a, p, measure, 1) for a, p in law.powers)
            return (yield from self.sat(self.all([self.scope(1), longer, some])))
        if form == "RequireWhenever":
            wanted = (asked["thing"], asked["within"], asked["by"])
            return (yield from self.sat(self.all([self.scope(1), self.some(
                self.without(a, p, asked["measure"], wanted, 1) for a, p in law.powers)])))
        if form == "RequireFor":
            missing = f"(not {self.entitled(asked['thing'], asked['within'], asked['by'], 1)})"
            return case["governed"] and (yield from self.sat(self.all([self.scope(1), missing])))
        if form == "RequireBan":
            by = asked["by"]
            unbanned = []
            for kind in self.law.kinds(asked["measure"]):
                banned = [self.cond(b["guard"], 1) for _, b in law.bans
                          if not b["only"] and self.law.is_a(kind, b["measure"])
                          and (b["by"] is None or (by is not None and self.law.authority_is_a(by, b["by"])))]
                unbanned.append(f"(not {self.some(banned)})")
            acts = [(a, p) for a, p in law.powers
                    if by is None or p["by"] is None or self.law.authority_is_a(p["by"], by) or self.law.authority_is_a(by, p["by"])]
            permitted = self.some(self.permits_some(a, p, asked["measure"], 1) for a, p in acts)
            if not (yield from self.sat(self.all([self.scope(1), self.some(unbanned + [permitted])]))):
                return False
            return case["governed"] or (yield from self.sat(self.all([self.scope(1), permitted])))
        if form == "Equal":
            return (yield from self.unequal())
        if form == "Before":
            return (yield from self.round())
        if form == "Define":
            reach, means = asked
            ways = []
            for own in law.defines:
                if reach != 1:
                    ways.append(self.all([self.cond(means, 1), f"(not {self.cond(own, 1)})"]))
                if reach != 0:
                    ways.append(self.all([self.cond(own, 1), f"(not {self.cond(means, 1)})"]))
            return (yield from self.sat(self.all([self.kept(1), self.some(ways)])))
        if form == "Justify":
            for a, p in law.powers:
                if (yield from self.unjustified(a, p)):
                    return True
            return False
        missing = case["governed"] and not any(law.is_a(i, asked) for i in law.establishes)
        return missing and (yield from self.sat("true"))

    def unjustified(self, article, power):
        asked = self.law.asked
        measure, missing = asked["measure"], []
        justified = power["justified"]
        if asked["legality"]:
            ground = power["ground"]
            stated = ground is not None and ground != "Any" and (yield from self.sat(
                self.all([self.scope(1), self.cond(power["who"], 1), f"(not {self.cond(ground, 1)})"])))
            missing.append("false" if stated else "true")
        if asked["aim"] is not None:
            given = justified["aims"] if justified else []
            stated = any(not asked["aim"] or a in asked["aim"] for a in given)
            missing.append("false" if stated else "true")
        if asked["necessity"] and not (justified and justified["necessary"]):
            missing.append(self.without(article, power, measure, (4, None, None), 1))
        if asked["proportionality"] is not None:
            things, limit = proportionate(*asked["proportionality"])
            missing += [self.without(article, power, measure, (t, None, None), 1) for t in things]
            if limit:
                endless = [self.cond(c, 1) for n, c in power["limits"] if n is None]
                missing.append(self.some(endless) if power["limits"] else "true")
        interference = self.permits_some(article, power, measure, 1)
        return (yield from self.sat(self.all([self.scope(1), interference, self.some(missing)])))

    def unequal(self):
        law, asked = self.law, self.law.asked
        thing, burden = asked["thing"], asked["burden"]
        if burden:
            treated = [(k, lambda p, a=a, w=w, k=k: self.permits(a, w, k, p))
                       for a, w in law.powers for k in self.law.kinds(thing) if self.law.is_a(k, w["measure"])]
        else:
            treated = [(0, lambda p, g=g: self.cond(g["guard"], p)) for g in law.gives if self.law.is_a(g["thing"], thing)]
        same = [f"(= {self.var(f, 1)} {self.var(f, 2)})" for f in range(6) if f not in asked["grounds"]]
        whom = asked["whom"]
        worse = "true" if whom is None else self.cond(whom, 1 if burden else 2)
        ways = []
        for kind, reaches in treated:
            other = self.some(r(2) for k, r in treated if k == kind)
            ways.append(self.all([reaches(1), f"(not {other})"]))
        return (yield from self.sat(self.all(same + [self.scope(1), self.scope(2), worse, self.some(ways)]), (1, 2)))

    def round(self):
        law, asked, case = self.law, self.law.asked, self.law.case
        steps = []
        for a, b, _ in case["edges"]:
            for s in (a, b):
                if s not in steps:
                    steps.append(s)
        ends = [s for s in steps if self.law.is_a(s, asked["step"])]
        if not ends:
            if asked["laid_down"] or not case["step_measure"]:
                return False
            return (yield from self.sat(self.all([self.scope(1), self.some(self.permits_some(a, p, 0, 1) for a, p in law.powers)])))
        stops = [s for s in steps if self.law.is_a(s, asked["pass"])]
        starts = [s for at, s in enumerate(steps) if at == 0 or not any(b == s for _, b, _ in case["edges"])]
        reach = {s: "true" if s in starts and s not in stops else "false" for s in steps}
        for _ in steps:
            after = dict(reach)
            for a, b, c in case["edges"]:
                if b not in stops:
                    after[b] = self.some([after[b], self.all([reach[a], self.cond(c, 1)])])
            reach = after
        return (yield from self.sat(self.all([self.scope(1), self.some(reach[s] for s in ends)])))


# ── clingo, by rules ──


class Asp:
    """The case as facts; the rules are in judge.lp."""

    def __init__(self, law, number):
        self.law = law
        self.number = number
        self.facts = []
        self.count = 0
        case = law.case
        say = self.facts.append
        for fact, size in enumerate(law.sizes):
            say(f"size({fact},{size}).")
        for child, parents in enumerate(law.parents):
            self.facts += [f"parent({child},{p})." for p in parents]
        for child, parents in enumerate(law.authorities):
            self.facts += [f"kind_of({child},{p})." for p in parents]
        self.agreed()
        for c in case["axioms"]:
            say(f"axiom({self.cond(c)}).")
        say(f"who({self.cond(case['who'])}). where({self.cond(case['where_'])}).")
        for number, (article, p) in enumerate(law.powers):
            say(f"power({number}). article({number},{article}). measure({number},{p['measure']}).")
            say(f"named({number},{self.cond(p['who'])}).")
            if p["ground"] is not None:
                say(f"ground({number},{self.cond(p['ground'])}).")
                if p["ground"] == "Any":
                    say(f"groundless({number}).")
            for n, c in p["limits"]:
                say(f"limit({number},{n if n is not None else 'none'},{self.cond(c)}).")
            if p["by"] is not None:
                say(f"actor({number},{p['by']}).")
            for over in p["over"]:
                say(f"over({number},{over}).")
            if p["justified"]:
                for a in p["justified"]["aims"]:
                    say(f"aim({number},{a}).")
                if p["justified"]["necessary"]:
                    say(f"necessary({number}).")
            for g in p["giving"]:
                self.give(g, number)
        for number, (article, b) in enumerate(law.bans):
            say(f"ban({number}). ban_article({number},{article}). bans({number},{b['measure']}).")
            say(f"ban_guard({number},{self.cond(b['guard'])}).")
            for a in b["only"]:
                say(f"only({number},{a}).")
            if b["by"] is not None:
                say(f"binds({number},{b['by']}).")
            for a in b["yields"]:
                say(f"yields({number},{a}).")
        for g in law.gives:
            self.give(g, "all")
        for d in law.defines:
            say(f"defines({self.cond(d)}).")
        for i in law.establishes:
            say(f"establishes({i}).")
        steps = []
        for at, (a, b, c) in enumerate(case["edges"]):
            say(f"edge({a},{b},{self.cond(c)}).")
            for s in (a, b):
                if s not in steps:
                    steps.append(s)
        if steps:
            say(f"first({steps[0]}).")
        if case["governed"]:
            say("governed.")
        if case["step_measure"]:
            say("step_measure.")
        self.asked()

    def agreed(self):
        say, agreed = self.facts.append, self.law.case["agreed"]
        say(f"as_of({agreed['as_of']}).")
        if agreed["even_if_not_binding"]:
            say("even_if_not_binding.")
        for number, i in enumerate(agreed["instruments"]):
            say(f"instrument({number},{i['kind'].lower()}).")
            if i["in_force"] is not None:
                say(f"in_force({number},{i['in_force']}).")
            for act, day in i["acts"]:
                say(f"act({number},{act.lower()},{'undated' if day is None else day}).")
            if i["complete"]:
                say(f"complete({number}).")
            if i["party"]:
                say(f"party({number},{'always' if i['party']['from'] is None else i['party']['from']}).")
            if i["region"]:
                say(f"region({number}).")
                if i["region"]["member"]:
                    say(f"member({number}).")
                if i["region"]["binds"]:
                    say(f"binds_members({number}).")
            if i["not_reservable"] is not None:
                say(f"not_reservable({number},{i['not_reservable']}).")
        for number, r in enumerate(agreed["reservations"]):
            if not r["mentions"]:
                say(f"reservation({number},{r['instrument']},{r['place']}).")
                if r["who"] is not None:
                    say(f"reserved_for({number},{self.cond(r['who'])}).")
        for number, (instrument, place) in enumerate(agreed["basis"]):
            say(f"basis({number},{instrument},{place}).")

    def give(self, g, power):
        self.count += 1
        i = self.count
        self.facts.append(f"give({i},{power},{g['thing']},{self.cond(g['guard'])}).")
        if g["whenever"] is not None:
            self.facts.append(f"whenever({i},{g['whenever']}).")
        if g["within"] is not None:
            self.facts.append(f"within({i},{g['within']}).")
        if g["by"] is not None:
            self.facts.append(f"given_by({i},{g['by']}).")

    def cond(self, c):
        self.count += 1
        i = self.count
        say = self.facts.append
        if c == "Any":
            say(f"any({i}).")
            return i
        (kind, body), = c.items()
        if kind == "Yes":
            say(f"is({i},{body},1).")
        elif kind == "Is":
            say(f"is({i},3,{body}).")
        elif kind == "Below":
            say(f"below({i},{body[0]},{body[1]}).")
        elif kind == "Term":
            say(f"all({i}). part({i},{self.cond(self.law.case['terms'][body])}).")
        elif kind == "Not":
            say(f"contrary({i},{self.cond(body)}).")
        else:
            say(f"{'all' if kind == 'All' else 'some'}({i}).")
            for part in body:
                say(f"part({i},{self.cond(part)}).")
        return i

    def asked(self):
        say, form, asked = self.facts.append, self.law.form, self.law.asked
        say(f"form({form.lower()}).")
        option = lambda name, value: value is not None and say(f"{name}({value}).")
        if form == "Forbid":
            say(f"about({asked}).")
        elif form == "Limit":
            say(f"about({asked[0]}).")
            option("at_most", asked[1])
        elif form in ("RequireWhenever", "RequireFor", "RequireBan"):
            option("about", asked.get("measure"))
            option("wanted", asked.get("thing"))
            option("in_time", asked.get("within"))
            option("by", asked.get("by"))
        elif form == "Equal":
            say(f"{'about' if asked['burden'] else 'wanted'}({asked['thing']}).")
            if asked["burden"]:
                say("burden.")
            for g in asked["grounds"]:
                say(f"distinction({g}).")
            if asked["whom"] is not None:
                say(f"whom({self.cond(asked['whom'])}).")
        elif form == "Before":
            say(f"step({asked['step']}). pass({asked['pass']}).")
            if asked["laid_down"]:
                say("laid_down.")
        elif form == "Define":
            say(f"reach({asked[0]}). means({self.cond(asked[1])}).")
        elif form == "Justify":
            say(f"about({asked['measure']}).")
            if asked["legality"]:
                say("leg(legality).")
            if asked["aim"] is not None:
                say("leg(aim).")
                for a in asked["aim"]:
                    say(f"accepted({a}).")
            if asked["necessity"]:
                say("leg(necessity).")
            if asked["proportionality"] is not None:
                things, limit = proportionate(*asked["proportionality"])
                for t in things:
                    say(f"leg(given,{t}).")
                if limit:
                    say("leg(limit).")
        else:
            say(f"institution({asked}).")

    def violated(self):
        form, case = self.law.form, self.law.case
        if form == "Justify" and self.law.asked["legality"]:
            # A ground is stated when somebody whom the power names is without it: a question of its own.
            found = yield self.said()
            self.facts += [f"stated({n})." for n in range(len(self.law.powers)) if f"without_ground({n})" in found]
        found = yield self.said()
        governed = form != "RequireBan" or case["governed"] or "permitted_at_all" in found
        return "violated" in found and governed

    def said(self):
        """The facts, each with the number of its case before all else."""
        return "".join(self.numbered(fact) + "\n" for fact in self.facts)

    def numbered(self, facts):
        """`p(1). q.` as `p(7,1). q(7).`"""
        return re.sub(r"(?:^|(?<=\. ))(\w+)(\(?)", lambda m: f"{m[1]}({self.number}{',' if m[2] else ')'}", facts)


def in_rounds(questions, answer):
    """What each of the questions comes to, when all that they ask in a round is answered together."""
    results, asked = {}, {}
    for number, question in enumerate(questions):
        step(number, question, None, results, asked)
    while asked:
        answers = answer({number: text for number, (_, text) in asked.items()})
        before, asked = asked, {}
        for number, (question, _) in before.items():
            step(number, question, answers[number], results, asked)
    return [results[number] for number in range(len(questions))]


def step(number, question, answer, results, asked):
    try:
        asked[number] = (question, question.send(answer))
    except StopIteration as done:
        results[number] = bool(done.value)


def ask_z3(texts):
    context = z3.Context()
    facts = "".join(f"(declare-const x{fact}_{p} Int)(assert (>= x{fact}_{p} 0))" for fact in range(6) for p in (1, 2))
    said = z3.Z3_eval_smtlib2_string(context.ref(), facts + "".join(texts.values())).split()
    assert len(said) == len(texts) and set(said) <= {"sat", "unsat"}, said[:5]
    return dict(zip(texts, (word == "sat" for word in said)))


def ask_clingo(texts):
    # Preferring what is asked for finds most of it in the first situations.
    control = clingo.Control(["--warn=none", "--enum-mode=brave", "--models=0",
                              "--heuristic=Domain", "--dom-mod=true,show"])
    control.load(str(HERE / "judge.lp"))
    control.add("base", [], "".join(texts.values()))
    control.ground([("base", [])])
    found = {number: set() for number in texts}
    last = []
    with control.solve(yield_=True) as models:
        for model in models:
            # Each is all that has been found so far.
            last = model.symbols(shown=True)
    for symbol in last:
        number, goal = symbol.arguments
        found[number.number].add(str(goal))
    return found


def judge(lines):
    """The cases on which the three are not of one mind, and how many are violated."""
    rows = [json.loads(line) for line in lines]
    laws = [Law(row["case"]) for row in rows]
    smt = in_rounds([Smt(law).violated() for law in laws], ask_z3)
    asp = in_rounds([Asp(law, number).violated() for number, law in enumerate(laws)], ask_clingo)
    disagreements, violated = [], 0
    for number, (row, law) in enumerate(zip(rows, laws)):
        ours = row["verdict"] in ("Breach", "Gap") or (law.form == "Equal" and row["verdict"] == "Review")
        violated += ours
        if not ours == smt[number] == asp[number]:
            disagreements.append((number, row, smt[number], asp[number]))
    return disagreements, violated


def first(path):
    """Prints the place of the first case of a file on which the three are not of one mind; nothing, when there is none."""
    lines = path.read_text().splitlines()
    for number, *_ in judge(lines)[0][:1] if lines else []:
        print(number)


def main():
    if sys.argv[1] == "--first":
        return first(pathlib.Path(sys.argv[2]))
    folder = pathlib.Path(sys.argv[1])
    seconds = float(sys.argv[sys.argv.index("--seconds") + 1]) if "--seconds" in sys.argv else 1e9
    total = 0
    with multiprocessing.Pool() as pool:
        files = sorted(folder.glob("*.jsonl"))
        assert len(files) == 10, f"ten forms were to be judged, and {len(files)} are in {folder}"
        for path in files:
            start, count, violated = time.time(), 0, 0
            lines = path.read_text().splitlines()
            batches = (lines[at:at + BATCH] for at in range(0, len(lines), BATCH) if time.time() - start < seconds)
            for disagreements, found in pool.imap(judge, batches):
                for number, row, smt, asp in disagreements:
                    print(f"{path.stem} case {count + number}: checker {row['verdict']}, Z3 {smt}, clingo {asp}")
                    print(row["case"]["agreed"], row["case"]["rules"], row["case"]["law"], sep="\n----\n")
                    with (folder / "disagreements").open("a") as named:
                        named.write(f"{path.stem} {count + number}\n")
                total += len(disagreements)
                if total > 5:
                    sys.exit(1)
                count += min(BATCH, len(lines) - count)
                violated += found
            print(f"{path.stem}: {count} cases, {violated} of them violated, {time.time() - start:.0f} s", flush=True)
            # A judge that always says the same would agree with one that does.
            assert count < 50 or 0 < violated < count, path.stem
    print("no disagreement" if total == 0 else f"{total} disagreements")
    sys.exit(total > 0)


if __name__ == "__main__":
    main()
