"""Every public function with each of its arguments in turn NULL, zero, negative, huge, empty, of the wrong kind, or with
an unknown flag: what it returns and which error it leaves."""

import os
import re

from cabi import HANDLES, NUMBERS, P, Libraries, child, functions

# Runs the loop until something happens.
WAITS = {"virEventRunDefaultImpl"}
# They take the connection as it is.
UNCHECKED = {"virConnGetLastError", "virConnCopyLastError", "virConnResetLastError", "virConnSetErrorFunc"}
CRASHES = {"SIGSEGV", "SIGABRT", "SIGBUS", "SIGTRAP", "SIGFPE", "SIGILL"}
# The reference reads past these when the count that belongs to them lies; so would any library.
COUNTS = {"nparams", "maxnames", "maxlen", "maplen", "ncpus", "npages", "cellcount", "ncountset", "nkeycodes", "ncpumaps", "nmountpoints",
          "nkeys", "nfds", "nfiles", "ndoms", "maxids", "maxuuids", "maxinfo", "maxerrors", "nr_stats", "nstats", "size", "buflen", "nbytes"}


def variants(function):
    yield "plain", None, None
    for index, (kind, name) in enumerate(function.arguments):
        if kind == "double":
            continue
        if kind in NUMBERS:
            number = NUMBERS[kind]
            if name == "flags":
                yield "flags=unknown", index, lambda *_: number(1 << 31)
                continue
            yield f"{name}=0", index, lambda *_: number(0)
            if kind in ("int", "long long"):
                yield f"{name}=-1", index, lambda *_: number(-1)
            if name not in COUNTS:
                yield f"{name}=max", index, lambda *_: number(0x7FFFFFFF)
            continue
        yield f"{name}=NULL", index, lambda *_: P(None)
        if index == 0 and kind in HANDLES and function.name not in UNCHECKED:
            other = "virNetworkPtr" if kind != "virNetworkPtr" else "virDomainPtr"
            yield f"{name}=wrong kind", index, lambda libs, conn: P(libs.handle(other, conn))
        if kind == "const char *":
            yield f"{name}=empty", index, lambda libs, _conn: libs.buffer(64)


def run(libs, uri, function, index, make):
    conn = libs.open(uri)
    arguments = [libs.value(function, number, conn) for number in range(len(function.arguments))]
    if index is not None:
        arguments[index] = make(libs, conn)
    return libs.call(function, arguments)


def text(outcome):
    if isinstance(outcome, dict):
        return "crash" if outcome.get("signal") in CRASHES else " ".join(f"{key} {value}" for key, value in outcome.items())
    value, error = outcome
    if error is None:
        return value
    code, domain, message, level, *_rest = error
    message = re.sub(r"0x[0-9a-f]{6,}", "POINTER", message or "")
    return f"{value}, error {code} domain {domain} level {level}: {message}"


def walk(w):
    os.chdir(w.scratch)
    libs = Libraries()
    for function in functions():
        if function.name in WAITS:
            continue
        if not libs.has(function):
            w.line(function.name, "absent")
            continue
        admin = bool(function.arguments) and function.arguments[0][0].startswith("virAdm")
        for name, index, make in variants(function):
            # An administrative handle comes from a daemon only.
            if admin and index != 0:
                continue
            w.line(f"{function.name}.{name}", text(child(lambda: run(libs, w.uri, function, index, make))))
