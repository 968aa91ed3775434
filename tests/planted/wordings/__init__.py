"""The vocabulary of the planted plans, by subject. Data only; the sentences are put together in the rooms above."""
