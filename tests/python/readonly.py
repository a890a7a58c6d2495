#!/usr/bin/python3
"""The authorisation matrix's first column: every public function on a read-only connection.

    readonly.py [URI]

tests/abi/readonly.tsv says which are refused. A refusal comes before any other argument is looked at: with sensible
arguments, with every pointer NULL and every number negative, and with all flags set, the answer is the same. A function
that the table does not have fails the test.
"""

import os
import sys

from cabi import HANDLES, HERE, NUMBERS, P, Libraries, child, functions

DENIED = 29
# They end a reference, tell of errors, or are not about a connection's rights.
OUTSIDE = ("Free", "Ref", "Close")


def rules():
    found = {}
    with open(os.path.join(HERE, "..", "abi", "readonly.tsv"), encoding="utf-8") as table:
        for line in table:
            if not line.startswith("#"):
                name, rule = line.rstrip("\n").split("\t")
                found[name] = rule.split()
    return found


def run(libs, uri, function, change):
    """One call on a read-only connection to a host that another connection filled."""
    writer = libs.open(uri)
    conn = libs.open(uri, read_only=True)
    arguments = [libs.value(function, number, conn, writer) for number in range(len(function.arguments))]
    for number, (kind, name) in enumerate(function.arguments):
        if number:
            changed = change(kind, name)
            if changed is not None:
                arguments[number] = changed
    if not arguments[0].value:
        return "no object"
    return libs.call(function, arguments)


def plain(_kind, _name):
    return None


def worst(kind, _name):
    if kind in ("int", "long long"):
        return NUMBERS[kind](-1)
    return P(None) if kind not in NUMBERS else None


def with_value(wanted, bits):
    return lambda kind, name: NUMBERS[kind](bits) if name == wanted and kind in NUMBERS else None


def denied(outcome):
    return isinstance(outcome, list) and outcome[1] is not None and outcome[1][0] == DENIED


def main():
    uri = sys.argv[1] if len(sys.argv) > 1 else "test:///default"
    libs = Libraries()
    known = rules()
    passed = failed = skipped = 0
    # The reference looks at some pointers first; the matrix is ours.
    strict = not hasattr(libs.virt, "virGetSecret")
    for function in functions():
        if not function.arguments or function.arguments[0][0] not in HANDLES or not libs.has(function):
            continue
        if function.name.endswith(OUTSIDE) or function.name.startswith("virConn") and not function.name.startswith("virConnect"):
            continue
        rule = known.get(function.name)
        if rule is None:
            print(f"FAIL {function.name}: not in readonly.tsv")
            failed += 1
            continue
        tries = [("plain", plain, rule[0] == "always"), ("worst", worst, rule[0] == "always")]
        if any(name == "flags" for _kind, name in function.arguments):
            every = with_value("flags", 0xFFFFFFFF)
            tries.append(("all flags", every, rule[0] in ("always", "flags")))
        if rule[0] == "flags":
            for bit in range(32):
                if int(rule[1]) & 1 << bit:
                    tries.append((f"flag {1 << bit}", with_value("flags", 1 << bit), True))
        if rule[0] == "source":
            tries = [(f"source {number}", with_value("source", number), number == int(rule[1])) for number in range(3)]
        for name, change, wanted in tries:
            if not strict and name != "plain" and wanted:
                continue
            outcome = child(lambda: run(libs, uri, function, change))
            if outcome == "no object":
                skipped += 1
                continue
            if isinstance(outcome, dict) and (strict or name != "worst") or not isinstance(outcome, dict) and denied(outcome) != wanted:
                failed += 1
                print(f"FAIL {function.name}, {name}: {'must be' if wanted else 'must not be'} refused: {outcome}")
            else:
                passed += 1
            if wanted and denied(outcome) and "forbidden" not in outcome[1][2]:
                failed += 1
                print(f"FAIL {function.name}: {outcome[1][2]}")
    print(f"read-only: {passed} passed, {failed} failed, {skipped} without an object")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    os.chdir("/")
    main()
