"""From the bytes of a spreadsheet to records, in the JSON form of a data file."""
