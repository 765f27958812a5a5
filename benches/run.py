"""Times the program and its peers in turn and prints medians and their ratios; see `benches/run`."""
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).parent.parent
IML = str(ROOT / "target/release/iml-check")
EXAMPLES = ROOT / "target/release/examples"
PEERS = ROOT / "benches/peers/target/release"
DATE = ["--as-of", "2026-11-24"]
COLD = 100
SIXTEEN = "detained and foreigner and age = 16 and suspected-illegal-stay and suspicion-uncleared"


def cold(commands):
    """Each command started afresh, in turn, so that what the machine does meanwhile meets all of them; medians in ms."""
    times = {name: [] for name in commands}
    for turn in range(COLD + 3):
        for name, (command, env) in commands.items():
            start = time.perf_counter()
            subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env={**os.environ, **env})
            if turn >= 3:
                times[name].append((time.perf_counter() - start) * 1000)
    return {name: statistics.median(t) for name, t in times.items()}


def memory(command):
    """Seconds and peak memory in MiB of one run."""
    start = time.perf_counter()
    pid = os.posix_spawn(command[0], command, os.environ,
                         file_actions=[(os.POSIX_SPAWN_OPEN, 1, "/dev/null", os.O_WRONLY, 0)])
    _, _, usage = os.wait4(pid, 0)
    return time.perf_counter() - start, usage.ru_maxrss / 1024


def main():
    most = int(sys.argv[1])
    law = str(ROOT / "policies/chn/exit-and-entry.pol")
    commands = {
        "China, the whole library, short report": ([IML, *DATE, "--format", "short", law], {}),
        "China, the whole library, human report": ([IML, *DATE, law], {}),
        "China, one standard, short report":
            ([IML, *DATE, "--format", "short", "--only", "child-immigration-detention", law], {}),
        "regorus, one small policy": ([str(PEERS / "regorus-once")], {}),
    }
    cvc5 = os.environ.get("CVC5") or shutil.which("cvc5")
    if cvc5:
        commands["Cedar, articles 60 and 61 symbolically"] = ([str(PEERS / "cedar-once")], {"CVC5": cvc5})
    else:
        print("SKIPPED: Cedar: there is no cvc5", file=sys.stderr)
    medians = cold(commands)
    print(f"From a cold start, medians of {COLD} alternating runs:")
    for name, ms in medians.items():
        print(f"  {ms:8.2f} ms  {name}")
    regorus = medians["regorus, one small policy"]
    for name, ms in medians.items():
        if name.startswith("China"):
            line = f"  {name}: {ms / regorus:.1f} times regorus"
            cedar = medians.get("Cedar, articles 60 and 61 symbolically")
            print(line + (f"; Cedar takes {cedar / ms:.1f} times as long" if cedar else ""))
    print("\nOne situation with its explanation, warm: may a sixteen-year-old be detained, and by which articles?")
    runs = "500"
    ours = json.loads(subprocess.run([EXAMPLES / "situation", law, SIXTEEN, runs], stdout=subprocess.PIPE,
                                     check=True).stdout)
    other = json.loads(subprocess.run([sys.executable, ROOT / "benches/situation.py", runs], stdout=subprocess.PIPE,
                                      check=True).stdout)
    if not ours["somebody"] or ours["articles"] != other["articles"]:
        sys.exit(f"the answers differ: {ours['articles']}, {other['articles']}")
    own, theirs = (statistics.median(answer["seconds"]) * 1000 for answer in (ours, other))
    print(f"  the whole law, the class too: {own:.2f} ms; clingo, articles 60 and 61 alone: {theirs:.2f} ms: "
          f"{theirs / own:.1f} times as long")
    print("\nAll questions of the library on laws that were generated:")
    with tempfile.TemporaryDirectory() as folder:
        before = None
        for size in (100, 1_000, 10_000, 100_000):
            path = pathlib.Path(folder, f"{size}.pol")
            path.write_bytes(subprocess.run([EXAMPLES / "generate-law", str(size)], stdout=subprocess.PIPE, check=True).stdout)
            seconds, peak = memory([IML, *DATE, "--format", "short", str(path)])
            growth = f", {seconds / before:.1f} times the size before" if before else ""
            before = seconds
            print(f"  {size} provisions, from the file to a short report: {seconds:.3f} s, {peak:.0f} MiB{growth}", flush=True)
            if size > most:
                continue
            questions = pathlib.Path(folder, f"{size}.json")
            runs = 9 if size < 10_000 else 5
            ours = json.loads(subprocess.run([EXAMPLES / "questions", path, str(runs), questions],
                                             stdout=subprocess.PIPE, check=True).stdout)
            ways = {
                "witness and articles (1 thread)": statistics.median(ours["verdicts"]),
                f"the same ({ours['threads']} threads)": statistics.median(ours["verdicts_shared"]),
                "most ordinary person and articles (1 thread)": statistics.median(ours["ordinary"]),
                f"that person ({ours['threads']} threads)": statistics.median(ours["ordinary_shared"]),
                f"as for a short report ({ours['threads']} threads)": statistics.median(ours["nearest"]),
                f"with whole classes ({ours['threads']} threads)": statistics.median(ours["whole"]),
            }
            print(f"    {ours['questions']} questions, {ours['violated']} violated: "
                  + "; ".join(f"{way} {seconds:.4f} s" for way, seconds in ways.items()))
            others = json.loads(subprocess.run([sys.executable, ROOT / "benches/solvers.py", questions,
                                                "3000" if size >= 10_000 else "0"],
                                               stdout=subprocess.PIPE, check=True).stdout)
            if cvc5 and size <= 1_000:
                asked = "20"
                cedar = json.loads(subprocess.run([PEERS / "cedar-questions", questions, asked], stdout=subprocess.PIPE,
                                                  check=True, env={**os.environ, "CVC5": cvc5}).stdout)
                whole = ours["questions"] / cedar["asked"]
                print(f"    Cedar ({cedar['asked']} asked; compiling {cedar['compile'] * whole:.2f} s, not counted): "
                      f"{cedar['ask'] * whole:.2f} s; times "
                      + ", ".join(f"{way} {cedar['ask'] * whole / own:.0f}" for way, own in ways.items()), flush=True)
            for name in ("z3", "clingo"):
                seconds = others[f"{name}_seconds"]
                print(f"    {name} ({others[f'{name}_best']}, {others['asked']} asked): {seconds:.2f} s; times "
                      + ", ".join(f"{way} {seconds / own:.1f}" for way, own in ways.items()), flush=True)


main()
