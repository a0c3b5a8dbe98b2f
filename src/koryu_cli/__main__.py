"""Start koryu: `koryu` and `python -m koryu_cli`."""

import sys


def main() -> None:
    """Run the command line and end the process with its exit code."""
    from koryu_cli.cli.app import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
