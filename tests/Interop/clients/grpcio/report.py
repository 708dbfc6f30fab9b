"""Goes through the cases that the program asks for and reports each as a line of JSON."""

import concurrent.futures
import json
import os
import sys
import time

# A soak may take a second for each call.
SOAK_SECONDS = 50 + int(sys.argv[4])
PATIENCE_SECONDS = SOAK_SECONDS + 10
SOAK_CALL_SECONDS = 10


class NotApplicable(Exception):
    """The library cannot do what a case asks."""


def run_cases(names, cases):
    for name in names:
        line = {"case": name, "result": "passed", "detail": ""}
        try:
            # A pool for each case: one that hangs does not hold the next.
            concurrent.futures.ThreadPoolExecutor(1).submit(cases[name]).result(PATIENCE_SECONDS)
        except NotApplicable as reason:
            line.update(result="n/a", detail=str(reason))
        except BaseException as failure:
            line.update(result="failed", detail="%s: %s" % (type(failure).__name__, failure))
        print(json.dumps(line), flush=True)
    sys.stdout.flush()
    os._exit(0)  # Without waiting for a thread that hangs.


def equal(expected, actual, what):
    if expected != actual:
        raise AssertionError("%s: %r instead of %r" % (what, actual, expected))


def soak(iterations, call):
    """Calls one after the other; fails unless all come through in time."""
    start = time.perf_counter()
    latencies = []
    while len(latencies) < iterations and time.perf_counter() - start < SOAK_SECONDS:
        one = time.perf_counter()
        call()
        latencies.append(time.perf_counter() - one)
    equal(iterations, len(latencies), "calls completed")
    equal([], [latency for latency in latencies if latency > SOAK_CALL_SECONDS], "slow calls")
