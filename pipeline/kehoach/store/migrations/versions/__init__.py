"""One module for each change of the tables. A change that was released is not edited: another follows it."""
