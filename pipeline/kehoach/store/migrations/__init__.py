"""The history of the tables, for Alembic; ``kehoach.store.database`` runs it whenever a store is opened."""
