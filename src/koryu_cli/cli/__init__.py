"""The commands: signatures and help; the one place that knows Typer."""
