"""What an agreement is: its models, their rules and vocabularies, and the schema of a data file."""
