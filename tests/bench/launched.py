"""Start a command from a small process: `python launched.py FD WORDS...`, and write to FD what it took, as JSON.

A process begins with the memory of the one that it was forked from, and that counts as its peak; this one is small.
"""

import json
import os
import sys
import time


def main(told: int, words: "list[str]") -> None:
    """Run the command, wait for it, and tell its code, its CPU seconds, its peak and the seconds that went by."""
    began = time.perf_counter()
    child = os.posix_spawnp(words[0], words, os.environ)
    _, status, usage = os.wait4(child, 0)
    wall = time.perf_counter() - began
    code = os.waitstatus_to_exitcode(status)
    with os.fdopen(told, "w") as file:
        json.dump([code, usage.ru_utime + usage.ru_stime, usage.ru_maxrss, wall], file)


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2:])
