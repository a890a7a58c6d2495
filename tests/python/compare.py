#!/usr/bin/python3
"""Runs the walk on Debian's libvirt and on ours, and compares line by line.

    compare.py --libdir DIR [--uri URI] [--reference-uri URI] [--reference-libdir DIR] [--differences FILE] [PART...]

DIR holds our libvirt.so.0; without it the installed library is run twice, to compare what stands behind two URIs. Lines
may differ only as differences.tsv says: it has one row for each place where ours does otherwise, with the reason. A row that nothing needs any more is an error too. Where Debian's libvirt is not installed,
or is another release than 9.0.0, the recorded walk of 9.0.0 (golden/) is what ours is held against.
"""

import argparse
import fnmatch
import os
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)

from parts import ORDER  # noqa: E402

GOLDEN = os.path.join(HERE, "golden")
TABLE = os.path.join(HERE, "differences.tsv")
BINDING = os.path.join(HERE, "binding.tsv")
PYTHON = "/usr/bin/python3"


def run(part, uri, libdir):
    """The walk's lines, by key, and how it ended."""
    env = dict(os.environ, PYTHONDONTWRITEBYTECODE="1")
    env.pop("LD_LIBRARY_PATH", None)
    if libdir:
        env["LD_LIBRARY_PATH"] = libdir
    done = subprocess.run([PYTHON, os.path.join(HERE, "walk.py"), uri, part], env=env, capture_output=True, text=True, timeout=300)
    end = "" if done.returncode == 0 else f"{part}: ended with {done.returncode}: {done.stderr[-2000:]}"
    # Where the walk goes over a socket, its own URI stands in its lines; in the recorded walk that is the usual one.
    return lines(done.stdout.replace(uri, "test:///default")), end


def lines(text):
    return dict(line.split("\t", 1) for line in text.splitlines() if "\t" in line)


def reference_version():
    """The release of the installed libvirt, or the reason why there is none."""
    env = {key: value for key, value in os.environ.items() if key != "LD_LIBRARY_PATH"}
    done = subprocess.run([PYTHON, "-c", "import libvirt; print(libvirt.getVersion())"], env=env, capture_output=True, text=True)
    return done.stdout.strip() or f"no usable python3-libvirt ({done.stderr.strip().splitlines()[-1:]})"


class Differences:
    """The rows of differences.tsv: key pattern, reference pattern, ours pattern, reason."""

    def __init__(self, path):
        self.rows = []
        with open(path, encoding="utf-8") as table:
            for number, line in enumerate(table, 1):
                if line.startswith("#") or not line.strip():
                    continue
                cells = line.rstrip("\n").split("\t")
                if len(cells) != 4 or not cells[3].strip():
                    sys.exit(f"{path}:{number}: a row is key, reference, ours, reason")
                self.rows.append([number, *cells, 0])

    def explains(self, key, reference, ours):
        for row in self.rows:
            _number, keys, left, right, _reason, _used = row
            if match(key, keys) and match(reference, left) and match(ours, right):
                row[5] += 1
                return True
        return False

    def stale(self, parts):
        return [row for row in self.rows if not row[5] and any(fnmatch.fnmatch(row[1].split(".")[0], part) or row[1].startswith(("*", part + ".")) for part in parts)]


def match(text, pattern):
    """Shell patterns in which only `*` is special; `(none)` stands for a line that is not there."""
    pieces = pattern.split("*")
    if len(pieces) == 1:
        return text == pattern
    if not text.startswith(pieces[0]) or not text.endswith(pieces[-1]) or len(text) < len(pieces[0]) + len(pieces[-1]):
        return False
    at = len(pieces[0])
    for piece in pieces[1:-1]:
        at = text.find(piece, at)
        if at < 0:
            return False
        at += len(piece)
    return at <= len(text) - len(pieces[-1])


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--libdir", help="folder with our libvirt.so.0")
    options.add_argument("--uri", default="test:///default", help="what ours connects to")
    options.add_argument("--reference-uri", default="test:///default")
    options.add_argument("--reference-libdir", help="another library than the installed one as the reference")
    options.add_argument("--differences", default=TABLE, help="the table of differences")
    options.add_argument("--unused", action="store_true", help="rows of the table need not be used")
    options.add_argument("--record", action="store_true", help="write golden/ from the installed libvirt 9.0.0")
    options.add_argument("--golden", action="store_true", help="hold ours against golden/ even where libvirt is installed")
    options.add_argument("--full", action="store_true", help="show whole lines")
    options.add_argument("parts", nargs="*", default=ORDER)
    args = options.parse_args()

    version = reference_version()
    if args.record:
        if version != "9000000":
            sys.exit(f"golden/ is recorded from libvirt 9.0.0, not from {version}")
        for part in args.parts or ORDER:
            found, end = run(part, args.reference_uri, None)
            if end:
                sys.exit(end)
            os.makedirs(GOLDEN, exist_ok=True)
            with open(os.path.join(GOLDEN, f"{part}.txt"), "w", encoding="utf-8") as out:
                out.writelines(f"{key}\t{value}\n" for key, value in found.items())
        return

    golden = args.golden or (version != "9000000" and not args.reference_libdir)
    if golden:
        print(f"reference: the recorded walk of 9.0.0 (installed: {version})")
    differences = Differences(args.differences)
    # The binding of another release is no difference of ours: its rows need not be used.
    binding = Differences(BINDING) if golden and version != "9000000" else None
    passed = failed = explained = 0
    for part in args.parts or ORDER:
        if golden:
            with open(os.path.join(GOLDEN, f"{part}.txt"), encoding="utf-8") as text:
                reference, end = lines(text.read()), ""
        else:
            reference, end = run(part, args.reference_uri, args.reference_libdir)
        ours, ours_end = run(part, args.uri, args.libdir)
        for message in filter(None, (end, ours_end)):
            print(f"FAIL {message}")
            failed += 1
        for key in list(reference) + [key for key in ours if key not in reference]:
            left, right = reference.get(key, "(none)"), ours.get(key, "(none)")
            if right == "crash":
                failed += 1
                print(f"FAIL {key}: ours crashes")
            elif left == right:
                passed += 1
            elif differences.explains(key, left, right) or (binding and binding.explains(key, left, right)):
                explained += 1
            else:
                failed += 1
                width = None if args.full else 300
                print(f"FAIL {key}\n  reference {left[:width]}\n  ours      {right[:width]}")
    for row in [] if args.unused else differences.stale(args.parts or ORDER):
        failed += 1
        print(f"FAIL differences.tsv:{row[0]}: nothing differs there any more: {row[1]}")
    print(f"walk: {passed} passed, {explained} differ as differences.tsv says, {failed} failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
