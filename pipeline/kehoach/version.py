"""The version of the program, for what is kept with results."""

VERSION = "0.1.0"
