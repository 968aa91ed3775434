"""What the library asks of all rows it finds in indexes: the files that came last, the bodies, the words of titles."""

from alembic import op

revision = "0003"
down_revision = "0002"

INDEXES = (("document", "at"), ("plan", "body"), ("plan", "title_plain"))


def upgrade() -> None:
    """Make the indexes."""
    for table, column in INDEXES:
        op.create_index(f"ix_{table}_{column}", table, [column])


def downgrade() -> None:
    """Do without them."""
    for table, column in INDEXES:
        op.drop_index(f"ix_{table}_{column}", table)
