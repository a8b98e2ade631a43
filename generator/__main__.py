"""`python -m generator`."""

import os
import sys

from generator.cli import main

_BUG = "程序出了毛病，不是记录的错。请把上面的全部文字和所用的命令告诉维护者。\n"

if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    if not os.environ.get(
        "SOURCE_DATE_EPOCH", "-"
    ):  # set to nothing, it is not set; MkDocs takes it for a number
        del os.environ["SOURCE_DATE_EPOCH"]
    try:
        code = main()
    except KeyboardInterrupt:
        code = 130
    except BrokenPipeError:
        code = 141
    except MemoryError:
        sys.stderr.write("内存不够，请关掉一些程序再运行。\n")
        code = 2
    except Exception:
        import traceback

        traceback.print_exc()
        sys.stderr.write(_BUG)
        code = 3
    try:
        sys.stdout.flush()
    except OSError:  # what is left cannot be written; Python would tell of that in English when it ends
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(code)
