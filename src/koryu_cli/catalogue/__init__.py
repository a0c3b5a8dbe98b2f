"""From a data file to validated agreements."""
