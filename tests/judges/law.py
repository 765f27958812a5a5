"""A case as it is exported, its clauses apart: all that the judges outside share."""

KINDS = range(5)
BY_REASON, OWN_MEASURE = 4, 3
NATIONALITY, RACE, DURATION = 3, 2, 5
REVIEW, NECESSITY, PROPORTIONALITY = 1, 4, [2, 3]
FACTS = range(6)
# Lower is harder; both judges count alike, from the language reference.
CUSTOM, TREATY, READING, SIGNED, SOFT, UNKNOWN, NONE = range(1, 8)
INCOMPATIBLE, NOT_FOUND, TO_ASSESS, PROVIDED, NOT_EXAMINED, NOT_IN_FORCE = (
    "incompatible", "not-found", "to-assess", "provided", "not-examined", "not-in-force")


def proportionate(things, limit):
    """What proportionality asks for: where nothing is named, everything that serves it."""
    return things if things or limit else PROPORTIONALITY


# Forms that ask something of the law as a whole: a duty to legislate raises these, where nothing else does.
WHOLE = ("RequireFor", "RequireBan", "Establish")
FOUND = (INCOMPATIBLE, NOT_FOUND, TO_ASSESS)


def of_combinations(words):
    """`equal` in all combinations of its doubts, the strictest last (§5): they must agree; where nobody is left outside in
    any, they differ only in whether the question is raised, and the strictest says that."""
    if len(set(words)) == 1:
        return words[0]
    return TO_ASSESS if set(words) & set(FOUND) else words[-1]


def of_demands(words):
    """Demands put together (§9): not-examined above provided."""
    order = [INCOMPATIBLE, NOT_FOUND, TO_ASSESS, NOT_EXAMINED, PROVIDED]
    return min(words, key=order.index)


class Law:
    """A case, its clauses apart. Each stands as (number, article, unseen, body)."""

    def __init__(self, case):
        self.case = case
        self.words = words = case["vocabulary"]
        self.sizes, self.parents, self.authorities = words["sizes"], words["parents"], words["authorities"]
        self.reason = words["reason"]
        self.marked = case["marked"]
        self.articles = {int(number): a for number, a in case["articles"].items()}
        self.clauses = {}
        self.operative = bool(case["edges"])
        for number, (article, clause) in enumerate(case["clauses"]):
            (kind, body), = clause.items()
            if self.is_operative(article):
                self.operative = True
                self.clauses.setdefault(kind, []).append((number, article, self.articles[article]["unseen"], body))

    def of(self, kind):
        return self.clauses.get(kind, [])

    def is_operative(self, number):
        a, on = self.articles[number], self.case["agreed"]["as_of"]
        begun = a["from"] is None or a["from"] <= on
        return a["standing"] == "Encoded" and begun and (a["until"] is None or a["until"] >= on)

    def text(self, article):
        return self.articles[article]["law"]

    def whole(self, law):
        own = self.case["laws"][law]
        open_ = any(a["law"] == law and a["standing"] == "Open" for a in self.articles.values())
        return not (own["excerpt"] or own["lacks"] or open_)

    def is_a(self, child, parent):
        return child == parent or any(self.is_a(p, parent) for p in self.parents[child])

    def is_first_a(self, child, parent):
        return child == parent or bool(self.parents[child]) and self.is_first_a(self.parents[child][0], parent)

    def authority_is_a(self, child, parent):
        return child == parent or any(self.authority_is_a(p, parent) for p in self.authorities[child])

    def by_whom(self, given, asked):
        return asked is None or given is not None and self.authority_is_a(given, asked)

    def by_reason(self, kind, measure):
        """A kind by reason that a power over the measure reaches where it is used for the reason."""
        if not self.reason or kind != BY_REASON or measure == BY_REASON:
            return False
        return self.is_a(measure, self.reason["wide"]) or self.is_first_a(self.reason["wide"], measure)

    def kinds(self, measure, strict):
        may_be = self.words["may_be"]
        maybe = strict and may_be is not None and self.is_a(may_be, measure)
        return [k for k in KINDS if self.is_a(k, measure) or maybe and k == OWN_MEASURE]

    def measure_fields(self, measure):
        reach = lambda k, m: k == m or self.is_first_a(k, m) or self.by_reason(k, m)
        kinds = [k for k in KINDS if self.is_a(k, measure)]
        return {self.words["fields"][m] for m in KINDS if any(reach(k, m) for k in kinds)}

    def mentions(self, c, fact):
        if c == "Any":
            return False
        (kind, body), = c.items()
        if kind == "Yes":
            return body == fact
        if kind == "Is":
            return fact == NATIONALITY
        if kind == "Below":
            return body[0] == fact
        if kind == "Term":
            return self.mentions(self.case["terms"][body], fact)
        if kind == "Not":
            return self.mentions(body, fact)
        return any(self.mentions(part, fact) for part in body)

    def spellings(self, thing, by):
        """Where one safeguard is another by a kind of authority, each means the other."""
        out = [(thing, by)]
        if self.words["same"]:
            one, other, authority = self.words["same"]
            if self.is_a(thing, one):
                out.append((other, authority))
            if self.is_a(thing, other) and self.by_whom(by, authority):
                out.append((one, by))
        return out

    def covers(self, thing, by, wide, wide_by):
        own = self.spellings(thing, by)
        return any(self.is_a(t, wide) for t, _ in own) and any(self.by_whom(b, wide_by) for _, b in own)

    def searched(self, form, asked):
        """Everything a demand asks of is searched (§2, §6)."""
        fields = self.words["fields"]

        def found(of, names):
            for search in self.case["searches"]:
                things = search["things"]
                if all({"Field": f} in things for f in of) or any(names(*next(iter(t.items()))) for t in things):
                    return True
            return False
        measure = lambda m: found(self.measure_fields(m), lambda k, b: k == "Measure" and self.is_a(m, b))
        safeguard = lambda t, m: found([fields[t]], lambda k, b: k == "Safeguard" and self.is_a(t, b[0]) and (
            b[1] is None or m is not None and self.is_a(m, b[1])))
        one = lambda name, i: found([fields[i]], lambda k, b: k == name and self.is_a(i, b))
        if form == "Forbid":
            return measure(asked)
        if form == "Limit":
            return measure(asked[0])
        if form == "RequireBan":
            return measure(asked["measure"])
        if form == "RequireWhenever":
            return measure(asked["measure"]) and safeguard(asked["thing"], asked["measure"])
        if form == "RequireFor":
            return safeguard(asked["thing"], None)
        if form == "Equal":
            return not asked["any"] and (measure(asked["thing"]) if asked["burden"] else safeguard(asked["thing"], None))
        if form == "Before":
            return one("Step", asked["step"]) and one("Step", asked["pass"])
        if form == "Justify":
            return measure(asked["measure"]) and all(safeguard(t, asked["measure"]) for t in self.asks(form, asked))
        return form == "Establish" and one("Institution", asked)

    def asks(self, form, asked):
        """The safeguards that a demand asks for."""
        if form in ("RequireWhenever", "RequireFor") or form == "Equal" and not asked["burden"] and not asked["any"]:
            return [asked["thing"]]
        if form != "Justify":
            return []
        things = [NECESSITY] if asked["necessity"] else []
        if asked["proportionality"] is not None:
            things = things + list(proportionate(*asked["proportionality"][:2]))
        return things
