"""The one family of errors that koryu reports to its user."""


class KoryuError(Exception):
    """An error that the user can correct; its text is the message.

    `exit_code` is the exit status of a command that ends with this error.
    """

    exit_code = 2


class UsageError(KoryuError):
    """An argument that cannot be understood."""


class DataError(KoryuError):
    """A data file that cannot be read or is not valid."""

    exit_code = 3


class NotFoundError(KoryuError):
    """A record, or a part of one, that does not exist."""

    exit_code = 4
