#!/usr/bin/env python3
"""One situation and its explanation by clingo: articles 60 and 61 as rules, one person as facts, why as atoms.

    python3 benches/situation.py RUNS

Warm, in one process; a run grounds the rules with the person, solves, and reads what is shown. Prints one line of JSON:
`seconds`, one number a run, and the `articles` that the explanation names.
"""
import json
import sys
import time

import clingo

LAW = """
suspected(illegal_entry) :- suspected_illegal_entry.
suspected(assisting) :- suspected_of_assisting.
suspected(illegal_stay) :- suspected_illegal_stay.
suspected(illegal_work) :- suspected_illegal_work.
suspected(security_threat) :- suspected_security_threat.
reached(60,G) :- foreigner, suspicion_uncleared, suspected(G).
barred(61,seriously_ill) :- seriously_ill.
barred(61,pregnant) :- pregnant.
barred(61,nursing) :- nursing.
barred(61,under_16) :- age(A), A < 16.
barred(61,over_70) :- age(A), A >= 70.
barred(61,unsuitable) :- otherwise_unsuitable.
may_detain :- reached(60,_), not barred(61,_).
because(60,G) :- reached(60,G).
because(61,E) :- reached(60,_), barred(61,E).
#defined suspected_illegal_entry/0. #defined suspected_of_assisting/0. #defined suspected_illegal_work/0.
#defined suspected_security_threat/0. #defined seriously_ill/0. #defined pregnant/0. #defined nursing/0.
#defined otherwise_unsuitable/0.
#show may_detain/0. #show because/2.
"""
PERSON = "foreigner. suspicion_uncleared. suspected_illegal_stay. age(16)."


def main():
    seconds = []
    for _ in range(int(sys.argv[1])):
        start = time.perf_counter()
        control = clingo.Control(["--warn=none"])
        control.add("base", [], LAW + PERSON)
        control.ground([("base", [])])
        shown = []
        control.solve(on_model=lambda model: shown.extend(model.symbols(shown=True)))
        seconds.append(time.perf_counter() - start)
    if not any(s.name == "may_detain" for s in shown):
        sys.exit("clingo does not find that the sixteen-year-old may be detained")
    articles = sorted({s.arguments[0].number for s in shown if s.name == "because"})
    print(json.dumps({"seconds": seconds, "articles": [str(a) for a in articles]}))


main()
