"""Query the agreements that Japanese local governments have made with overseas ones."""

__version__ = "0.1.0"
