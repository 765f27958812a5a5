#!/usr/bin/env python3
"""Z3 and clingo on the questions of a law, warm, in one process, each in several encodings of which the best counts.

    cargo run --release --example questions -- law.pol 1 questions.json
    python3 benches/solvers.py questions.json [SAMPLE]

Every answer is compared with the checker's; one that differs ends the run. With SAMPLE only so many questions, evenly
spread, are asked, and the time is for all of them in proportion. Building terms and programs once is not counted; what
has to be done for each question is. Prints one line of JSON.
"""
import json
import sys
import time

import clingo
import z3


def sampled(questions, sample):
    if not sample or sample >= len(questions):
        return list(range(len(questions)))
    return [at * len(questions) // sample for at in range(sample)]


def agree(name, data, at, answer):
    if answer != data["answers"][at]:
        sys.exit(f"{name} disagrees on question {at}: {answer}")


# ── Z3: every node is a term, shared; one check a question ──


def z3_terms(data, value, domain):
    """Terms for all nodes, by what a value of a fact is."""
    terms = []
    for node in data["nodes"]:
        kind = node[0]
        if kind == "v":
            terms.append(value(node[1], node[2]))
        else:
            parts = [terms[p] for p in node[1]]
            terms.append(z3.And(parts) if kind == "a" else z3.Or(parts))
    return terms


def spoken_of(data):
    return sorted({n[1] for n in data["nodes"] if n[0] == "v"})


def booleans(data):
    """A boolean a value, exactly one of them; one boolean where there are two values."""
    sizes = data["sizes"]
    of = {f: [z3.Bool(f"f{f}_{v}") for v in range(sizes[f])] if sizes[f] > 2 else z3.Bool(f"f{f}")
          for f in spoken_of(data)}

    def value(fact, values):
        if sizes[fact] <= 2:
            return of[fact] if values == [1] else z3.Not(of[fact])
        return z3.Or([of[fact][v] for v in values])

    domain = []
    for f, of_f in of.items():
        if sizes[f] > 2:
            domain.append(z3.Or(of_f))
            domain.extend(z3.Not(z3.And(a, b)) for i, a in enumerate(of_f) for b in of_f[:i])
    return value, domain


def integers(data):
    """A whole number within bounds; a boolean where there are two values."""
    sizes = data["sizes"]
    of = {f: z3.Int(f"f{f}") if sizes[f] > 2 else z3.Bool(f"f{f}") for f in spoken_of(data)}

    def value(fact, values):
        if sizes[fact] <= 2:
            return of[fact] if values == [1] else z3.Not(of[fact])
        ranges = []
        for v in values:
            if ranges and ranges[-1][1] == v - 1:
                ranges[-1][1] = v
            else:
                ranges.append([v, v])
        return z3.Or([z3.And(of[fact] >= a, of[fact] <= b) for a, b in ranges])

    return value, [z3.And(of[f] >= 0, of[f] < sizes[f]) for f in of if sizes[f] > 2]


def bitvectors(data):
    """A bit vector below a bound; a boolean where there are two values."""
    sizes = data["sizes"]
    of = {f: z3.BitVec(f"f{f}", 7) if sizes[f] > 2 else z3.Bool(f"f{f}") for f in spoken_of(data)}

    def value(fact, values):
        if sizes[fact] <= 2:
            return of[fact] if values == [1] else z3.Not(of[fact])
        return z3.Or([of[fact] == v for v in values])

    return value, [z3.ULT(of[f], sizes[f]) for f in of if sizes[f] > 2]


def z3_run(data, places, encoding, logic, witness):
    value, domain = encoding(data)
    terms = z3_terms(data, value, domain)
    # Without a logic named, the solver that is made for many small questions, one after the other.
    solver = z3.SolverFor(logic) if logic else z3.SimpleSolver()
    solver.add(domain)
    solver.add(terms[data["axioms"]])
    solver.check()
    start = time.perf_counter()
    for at in places:
        solver.push()
        solver.add(terms[data["questions"][at]])
        answer = solver.check() == z3.sat
        if witness and answer:
            solver.model()
        solver.pop()
        agree(f"Z3 ({encoding.__name__})", data, at, answer)
    return time.perf_counter() - start


# ── clingo: rules for every node ──


def rules(data, wanted):
    """The program of some nodes and all below them, in text."""
    out, facts, stack, seen = [], set(), list(wanted), set()
    while stack:
        at = stack.pop()
        if at in seen:
            continue
        seen.add(at)
        kind, *rest = data["nodes"][at]
        if kind == "v":
            fact, values = rest
            facts.add(fact)
            out.extend(f"h({at}) :- v({fact},{v})." for v in values)
        elif kind == "a":
            out.append(f"h({at}) :- {', '.join(f'h({p})' for p in rest[0])}." if rest[0] else f"h({at}).")
            stack.extend(rest[0])
        else:
            out.extend(f"h({at}) :- h({p})." for p in rest[0])
            stack.extend(rest[0])
    return out, facts


def choices(data, facts):
    return [f"1 {{ v({f},0..{data['sizes'][f] - 1}) }} 1." for f in sorted(facts)]


def clingo_whole(data, places):
    """The whole law at once, a question an assumption."""
    out, facts = rules(data, [data["axioms"]] + [data["questions"][at] for at in places])
    control = clingo.Control(["--warn=none"])
    control.add("base", [], "\n".join(out + choices(data, facts) + [f":- not h({data['axioms']})."]))
    control.ground([("base", [])])
    of = {at: clingo.Function("h", [clingo.Number(data["questions"][at])]) for at in places}
    start = time.perf_counter()
    for at in places:
        answer = control.solve(assumptions=[(of[at], True)]).satisfiable
        agree("clingo", data, at, answer)
    return time.perf_counter() - start


def clingo_cone(data, places):
    """A program a question, with what the question rests on and nothing else."""
    base, base_facts = rules(data, [data["axioms"]])
    texts = []
    for at in places:
        out, facts = rules(data, [data["questions"][at]])
        known = set(base)
        texts.append("\n".join(base + [r for r in out if r not in known] + choices(data, facts | base_facts)
                               + [f":- not h({data['axioms']}).", f":- not h({data['questions'][at]})."]))
    start = time.perf_counter()
    for at, text in zip(places, texts):
        control = clingo.Control(["--warn=none"])
        control.add("base", [], text)
        control.ground([("base", [])])
        agree("clingo", data, at, control.solve().satisfiable)
    return time.perf_counter() - start


def main():
    data = json.load(open(sys.argv[1]))
    sample = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    places = sampled(data["questions"], sample)
    whole = len(data["questions"]) / max(1, len(places))
    few = sampled(data["questions"], 300)
    per = len(places) / max(1, len(few))
    out = {"questions": len(data["questions"]), "asked": len(places), "z3": {}, "clingo": {}}
    for encoding in (booleans, integers, bitvectors):
        for logic in (None, "QF_FD"):
            if logic and encoding is integers:
                continue
            out["z3"][f"{encoding.__name__} {logic or 'simple'}"] = z3_run(data, few, encoding, logic, True) * per * whole
    best = min(out["z3"], key=out["z3"].get)
    name, logic = best.split()
    seconds = z3_run(data, places, globals()[name], None if logic == "simple" else logic, True) * whole
    out["z3_best"], out["z3_seconds"] = best, seconds
    for way in (clingo_whole, clingo_cone):
        out["clingo"][way.__name__] = way(data, few) * per * whole
    # The whole law at once costs more the more of it is asked about, so it is measured as it is and not by a few.
    seconds = {}
    for way in (clingo_whole, clingo_cone):
        seconds[way.__name__] = way(data, places) * whole
    best = min(seconds, key=seconds.get)
    out["clingo_best"], out["clingo_seconds"] = best, seconds[best]
    print(json.dumps(out))


main()
