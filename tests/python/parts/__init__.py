"""The parts of the differential walk, one file a family, in the order they run."""

ORDER = [
    "connection",
    "life",
    "save",
    "tuning",
    "devices",
    "guest",
    "snapshot",
    "network",
    "storage",
    "interface",
    "nodedev",
    "secret",
    "nwfilter",
    "nodefile",
    "arguments",
]
