"""The commands, one file each: signature and help; the work is done by what they call."""
