"""The language in which koryu speaks: messages are written in Japanese where they arise."""


def _(message: str, **values: object) -> str:
    """Return a message in the language chosen.

    Args:
        message: a whole sentence in Japanese, with a {name} for each value.
        values: what stands in place of the names, as it is; braces in it have no meaning.
    """
    return message.format(**values) if values else message
