"""The pages and the interface that a browser or a program speaks to."""
