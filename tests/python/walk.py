#!/usr/bin/python3
"""Walks through every operation of the test driver and prints one stable line per call.

    walk.py [URI [PART...]]

A line is KEY, a tab, and what came back: a value, an object's kind and name, an XML text, or an error with its code,
domain, level, message and strings. What differs from run to run (generated UUIDs, clock readings) is replaced by a word,
so two runs, on two libraries, can be compared line by line; compare.py does that. Events follow the call that caused
them, in the order in which they were delivered.
"""

import importlib
import os
import re
import sys
import tempfile
import time

import libvirt

from parts import ORDER

UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
CLOCK = re.compile(r"(?<!\d)\d{10}(?!\d)")
# How many domains were started before is no part of a document.
DOMAIN_ID = re.compile(r"<domain( type='\w+') id='\d+'")
FIXED = {
    "6695eb01-f6a4-8304-79aa-97f2502e193f",
    "dd8fe884-6c02-601e-7551-cca97df1c5df",
    "dfe224cb-28fb-8dd0-c4b2-64eb3f0f4566",
}


def kind(obj):
    """An object of the binding as its class and the name that a user knows it by."""
    for getter in ("name", "getName", "usageID", "portDev", "UUIDString", "getURI"):
        method = getattr(obj, getter, None)
        if method is not None:
            try:
                return f"<{type(obj).__name__} {method()}>"
            except libvirt.libvirtError as error:
                return f"<{type(obj).__name__} {error.get_error_code()}>"
    return f"<{type(obj).__name__}>"


def plain(value):
    """A value as text, with libvirt's objects named and dictionaries in the order they came."""
    if isinstance(value, (list, tuple)):
        inner = ", ".join(plain(item) for item in value)
        return f"[{inner}]" if isinstance(value, list) else f"({inner})"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{plain(k)}: {plain(v)}" for k, v in value.items()) + "}"
    if type(value).__module__ == "libvirt":
        return kind(value)
    return repr(value)


class Walk:
    """One walk: the URI, the keys used so far, and the events seen."""

    def __init__(self, uri, scratch):
        self.uri = uri
        self.scratch = scratch
        self.part = ""
        self.start = int(time.time())
        self.used = {}
        self.pending = []
        self.last = "start"
        self.tick = libvirt.virEventAddTimeout(-1, lambda *_: None, None)

    def line(self, key, text):
        """Prints one line; a key that was used before gets a number."""
        key = f"{self.part}.{key}"
        count = self.used[key] = self.used.get(key, 0) + 1
        if count > 1:
            key = f"{key}#{count}"
        text = UUID.sub(lambda m: m[0] if m[0] in FIXED or m[0].startswith("00000000") else "UUID", text)
        text = DOMAIN_ID.sub("<domain\\1 id='ID'", text)
        text = CLOCK.sub(lambda m: "TIME" if abs(int(m[0]) - self.start) < 3600 else m[0], text)
        text = text.replace(self.scratch, "SCRATCH").replace("\t", "\\t").replace("\n", "\\n")
        print(f"{key}\t{text}", flush=True)

    def call(self, key, function, *args, show=None, **named):
        """Calls, prints what came back, then the events; answers the value, or None after an error."""
        self.last = key
        try:
            value = function(*args, **named)
        except libvirt.libvirtError as error:
            self.line(key, self.error(error))
            value = None
        except (TypeError, ValueError, LookupError, NotImplementedError, AttributeError, OverflowError) as error:
            self.line(key, f"{type(error).__name__} {error}")
            value = None
        else:
            shown = value if show is None else show(value)
            self.line(key, shown if isinstance(shown, str) and show is None else plain(shown))
        self.events(key)
        return value

    @staticmethod
    def error(error):
        """An error as text; its strings and numbers only where they say more than the message."""
        message = error.get_error_message()
        strings = [error.get_str1(), error.get_str2(), error.get_str3()]
        template, detail = strings[0] or "", strings[1] or ""
        # Later releases number the places in a template.
        template = template.replace("%1$s", "%s")
        usual = strings[2] is None and template.replace("%s", detail, 1) == message and ("%s" in template) == bool(detail)
        text = f"error {error.get_error_code()} domain {error.get_error_domain()} level {error.get_error_level()}: {message}"
        if not usual:
            text += f" | {strings[0]} | {strings[1]} | {strings[2]}"
        if (error.get_int1(), error.get_int2()) != (-1, -1):
            text += f" | {error.get_int1()} {error.get_int2()}"
        return text

    def event(self, text):
        """What a callback saw; printed after the call that is under way."""
        self.pending.append(text)

    def events(self, key=None):
        """Lets the event loop deliver what is queued. A remote connection gets time to answer."""
        rounds, pause = (4, 0) if "+" not in self.uri.split(":")[0] else (6, 0.004)
        for _ in range(rounds):
            libvirt.virEventUpdateTimeout(self.tick, 0)
            libvirt.virEventRunDefaultImpl()
            time.sleep(pause)
        libvirt.virEventUpdateTimeout(self.tick, -1)
        pending, self.pending = self.pending, []
        # What happens between two calls is told of the first.
        name = key or f"{self.last}.after"
        for text in pending:
            self.line(f"{name}.event", text)

    def sections(self, conn, *sections):
        """Runs a part's sections; one that cannot go on ends there, and says why on a line of its own."""
        for section in sections:
            try:
                section(self, conn)
            except (libvirt.libvirtError, AttributeError, LookupError, TypeError) as error:
                self.line(f"{section.__name__} stopped", f"{type(error).__name__} {error}")
            self.events()

    def open(self, uri=None):
        return libvirt.open(uri or self.uri)

    def file(self, name, text):
        """A file in the scratch folder; its path."""
        path = os.path.join(self.scratch, name)
        with open(path, "w", encoding="utf-8") as out:
            out.write(text)
        return path


def main():
    uri = sys.argv[1] if len(sys.argv) > 1 else "test:///default"
    parts = sys.argv[2:] or ORDER
    libvirt.registerErrorHandler(lambda *_: None, None)
    libvirt.virEventRegisterDefaultImpl()
    with tempfile.TemporaryDirectory(prefix="walk-") as scratch:
        walk = Walk(uri, scratch)
        for part in parts:
            walk.part = part
            importlib.import_module(f"parts.{part}").walk(walk)


if __name__ == "__main__":
    main()
