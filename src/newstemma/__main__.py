"""`python -m newstemma`."""

import sys

from newstemma.cli import main

if __name__ == "__main__":
    sys.exit(main())
