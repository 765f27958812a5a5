#!/usr/bin/env python3
"""Two judges outside: random cases decided by Z3 and by clingo, beside what the checker says of them.

    IML_EXPORT=FOLDER IML_ORACLE_CASES=1000 cargo test --test it cases_for_judges_outside
    python3 tests/judges/judge.py FOLDER [--seconds N]

Both are written from docs/language.md and share nothing with the checker, nor with each other but the reading of the
cases. Z3 is given SMT-LIB text, one question a case; clingo the rules of `judge.lp` and the case as facts.
"""
import json
import pathlib
import sys
import time

import clingo
import z3

HERE = pathlib.Path(__file__).parent
SIZES = [2, 2, 2, 3, 5, 6]
KINDS = range(5)


def is_a(child, parent):
    """1 and 2 are kinds of 0, 3 of 1 and 2; 4 stands alone."""
    return child == parent or (parent == 0 and child < 4) or (child == 3 and parent in (1, 2))


def authority_is_a(child, parent):
    return child == parent or (child == 1 and parent == 0)


def kinds(parent):
    return [k for k in KINDS if is_a(k, parent)]


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
        if not is_a(kind, power["measure"]):
            return "false"
        banned = []
        for ban_article, ban in self.law.bans:
            bound = ban["by"] is None or (power["by"] is not None and authority_is_a(power["by"], ban["by"]))
            under = not ban["only"] or article in ban["only"]
            yields = ban_article in power["over"] or article in ban["yields"]
            if is_a(kind, ban["measure"]) and bound and under and not yields:
                banned.append(self.cond(ban["guard"], p))
        return self.all([self.named(power, p), f"(not {self.some(banned)})"])

    def permits_some(self, article, power, measure, p):
        return self.some([self.permits(article, power, k, p) for k in kinds(measure)])

    @staticmethod
    def enough(give, thing, within, by):
        return (is_a(give["thing"], thing)
                and (by is None or (give["by"] is not None and authority_is_a(give["by"], by)))
                and (within is None or (give["within"] is not None and give["within"] <= within)))

    def without(self, article, power, measure, asked, p):
        """Some kind of the measure is permitted, and does not come with what is asked."""
        ways = []
        for kind in kinds(measure):
            given = [self.cond(g["guard"], p) for g in power["giving"] if self.enough(g, *asked)]
            given += [self.cond(g["guard"], p) for g in self.law.gives
                      if (g["whenever"] is None or is_a(kind, g["whenever"])) and self.enough(g, *asked)]
            ways.append(self.all([self.permits(article, power, kind, p), f"(not {self.some(given)})"]))
        return self.some(ways)

    def entitled(self, thing, within, by, p):
        return self.some([self.cond(g["guard"], p) for g in self.law.gives
                          if g["whenever"] is None and self.enough(g, thing, within, by)])

    def scope(self, p):
        parts = [] if self.law.form == "Before" else [self.cond(self.law.case["who"], p)]
        return self.all(parts + [self.cond(self.law.case["where_"], p)])

    def possible(self, p):
        return self.all([self.cond(a, p) for a in self.law.case["axioms"]])

    def sat(self, text, persons=(1,)):
        lines = []
        for p in persons:
            for fact, size in enumerate(SIZES):
                v = self.var(fact, p)
                lines.append(f"(declare-const {v} Int)(assert (and (>= {v} 0) (< {v} {size})))")
            lines.append(f"(assert {self.possible(p)})")
        lines.append(f"(assert {text})")
        solver = z3.SolverFor("QF_LIA")
        solver.from_string("\n".join(lines))
        answer = solver.check()
        assert answer != z3.unknown
        return answer == z3.sat

    def violated(self):
        law, form, asked, case = self.law, self.law.form, self.law.asked, self.law.case
        if form == "Forbid":
            return self.sat(self.all([self.scope(1), self.some(self.permits_some(a, p, asked, 1) for a, p in law.powers)]))
        if form == "Limit":
            measure, to = asked
            longer = f"(> {self.var(5, 1)} {to})" if to is not None else f"(= {self.var(5, 1)} 5)"
            some = self.some(self.permits_some(a, p, measure, 1) for a, p in law.powers)
            return self.sat(self.all([self.scope(1), longer, some]))
        if form == "RequireWhenever":
            wanted = (asked["thing"], asked["within"], asked["by"])
            return self.sat(self.all([self.scope(1), self.some(
                self.without(a, p, asked["measure"], wanted, 1) for a, p in law.powers)]))
        if form == "RequireFor":
            missing = f"(not {self.entitled(asked['thing'], asked['within'], asked['by'], 1)})"
            return case["governed"] and self.sat(self.all([self.scope(1), missing]))
        if form == "RequireBan":
            by = asked["by"]
            unbanned = []
            for kind in kinds(asked["measure"]):
                banned = [self.cond(b["guard"], 1) for _, b in law.bans
                          if not b["only"] and is_a(kind, b["measure"])
                          and (b["by"] is None or (by is not None and authority_is_a(by, b["by"])))]
                unbanned.append(f"(not {self.some(banned)})")
            acts = [(a, p) for a, p in law.powers
                    if by is None or p["by"] is None or authority_is_a(p["by"], by) or authority_is_a(by, p["by"])]
            permitted = self.some(self.permits_some(a, p, asked["measure"], 1) for a, p in acts)
            if not self.sat(self.all([self.scope(1), self.some(unbanned + [permitted])])):
                return False
            return case["governed"] or self.sat(self.all([self.scope(1), permitted]))
        if form == "Equal":
            return self.unequal()
        if form == "Before":
            return self.round()
        if form == "Define":
            reach, means = asked
            ways = []
            for own in law.defines:
                if reach != 1:
                    ways.append(self.all([self.cond(means, 1), f"(not {self.cond(own, 1)})"]))
                if reach != 0:
                    ways.append(self.all([self.cond(own, 1), f"(not {self.cond(means, 1)})"]))
            return self.sat(self.some(ways))
        if form == "Justify":
            return any(self.unjustified(a, p) for a, p in law.powers)
        return case["governed"] and not any(is_a(i, asked) for i in law.establishes)

    def unjustified(self, article, power):
        asked = self.law.asked
        measure, missing = asked["measure"], []
        justified = power["justified"]
        if asked["legality"]:
            ground = power["ground"]
            stated = ground is not None and ground != "Any" and self.sat(
                self.all([self.scope(1), self.cond(power["who"], 1), f"(not {self.cond(ground, 1)})"]))
            missing.append("false" if stated else "true")
        if asked["aim"] is not None:
            given = justified["aims"] if justified else []
            stated = any(not asked["aim"] or a in asked["aim"] for a in given)
            missing.append("false" if stated else "true")
        if asked["necessity"] and not (justified and justified["necessary"]):
            missing.append(self.without(article, power, measure, (4, None, None), 1))
        if asked["proportionality"] is not None:
            things, limit = asked["proportionality"]
            missing += [self.without(article, power, measure, (t, None, None), 1) for t in things]
            if limit:
                endless = [self.cond(c, 1) for n, c in power["limits"] if n is None]
                missing.append(self.some(endless) if power["limits"] else "true")
        interference = self.permits_some(article, power, measure, 1)
        return self.sat(self.all([self.scope(1), interference, self.some(missing)]))

    def unequal(self):
        law, asked = self.law, self.law.asked
        thing, burden = asked["thing"], asked["burden"]
        if burden:
            treated = [(k, lambda p, a=a, w=w, k=k: self.permits(a, w, k, p))
                       for a, w in law.powers for k in kinds(thing) if is_a(k, w["measure"])]
        else:
            treated = [(0, lambda p, g=g: self.cond(g["guard"], p)) for g in law.gives if is_a(g["thing"], thing)]
        same = [f"(= {self.var(f, 1)} {self.var(f, 2)})" for f in range(6) if f not in asked["grounds"]]
        whom = asked["whom"]
        worse = "true" if whom is None else self.cond(whom, 1 if burden else 2)
        ways = []
        for kind, reaches in treated:
            other = self.some(r(2) for k, r in treated if k == kind)
            ways.append(self.all([reaches(1), f"(not {other})"]))
        return self.sat(self.all(same + [self.scope(1), self.scope(2), worse, self.some(ways)]), (1, 2))

    def round(self):
        law, asked, case = self.law, self.law.asked, self.law.case
        steps = []
        for a, b, _ in case["edges"]:
            for s in (a, b):
                if s not in steps:
                    steps.append(s)
        ends = [s for s in steps if is_a(s, asked["step"])]
        if not ends:
            if asked["laid_down"] or not case["step_measure"]:
                return False
            return self.sat(self.all([self.scope(1), self.some(self.permits_some(a, p, 0, 1) for a, p in law.powers)]))
        stops = [s for s in steps if is_a(s, asked["pass"])]
        starts = [s for at, s in enumerate(steps) if at == 0 or not any(b == s for _, b, _ in case["edges"])]
        reach = {s: "true" if s in starts and s not in stops else "false" for s in steps}
        for _ in steps:
            after = dict(reach)
            for a, b, c in case["edges"]:
                if b not in stops:
                    after[b] = self.some([after[b], self.all([reach[a], self.cond(c, 1)])])
            reach = after
        return self.sat(self.all([self.scope(1), self.some(reach[s] for s in ends)]))


# ── clingo, by rules ──


class Asp:
    """The case as facts; the rules are in judge.lp."""

    def __init__(self, law):
        self.law = law
        self.facts = []
        self.count = 0
        case = law.case
        say = self.facts.append
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
                things, limit = asked["proportionality"]
                for t in things:
                    say(f"leg(given,{t}).")
                if limit:
                    say("leg(limit).")
        else:
            say(f"institution({asked}).")

    def sat(self, goal, more=()):
        control = clingo.Control(["--warn=none"])
        control.load(str(HERE / "judge.lp"))
        control.add("base", [], "\n".join([*self.facts, *more, f":- not {goal}."]))
        control.ground([("base", [])])
        return bool(control.solve().satisfiable)

    def violated(self):
        form, case = self.law.form, self.law.case
        if form == "Justify" and self.law.asked["legality"]:
            # A ground is stated when somebody whom the power names is without it: a question of its own.
            stated = [f"stated({n})." for n in range(len(self.law.powers)) if self.sat(f"without_ground({n})")]
            return self.sat("violated", stated)
        if form == "RequireBan" and not case["governed"]:
            return self.sat("violated") and self.sat("permitted_at_all")
        return self.sat("violated")


def main():
    folder = pathlib.Path(sys.argv[1])
    seconds = float(sys.argv[sys.argv.index("--seconds") + 1]) if "--seconds" in sys.argv else 1e9
    disagreements = 0
    for path in sorted(folder.glob("*.jsonl")):
        start, count, violated = time.time(), 0, 0
        for line in path.read_text().splitlines():
            if time.time() - start > seconds:
                break
            row = json.loads(line)
            law = Law(row["case"])
            ours = row["verdict"] in ("Breach", "Gap") or (law.form == "Equal" and row["verdict"] == "Review")
            smt, asp = Smt(law).violated(), Asp(law).violated()
            count += 1
            violated += ours
            if not ours == smt == asp:
                disagreements += 1
                print(f"{path.stem} case {count - 1}: checker {row['verdict']}, Z3 {smt}, clingo {asp}")
                print(row["case"]["rules"], row["case"]["law"], sep="\n----\n")
                if disagreements > 5:
                    sys.exit(1)
        print(f"{path.stem}: {count} cases, {violated} of them violated, {time.time() - start:.0f} s", flush=True)
        # A judge that always says the same would agree with one that does.
        assert count < 50 or 0 < violated < count, path.stem
    print("no disagreement" if disagreements == 0 else f"{disagreements} disagreements")
    sys.exit(disagreements > 0)


main()
