"""Findings that officers accept."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "waiver",
        sa.Column("plan_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(32), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("reason", "by")),
        sa.Column("at", sa.String(32), nullable=False),
        sa.ForeignKeyConstraint(["plan_id"], ["plan.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("plan_id", "key"),
    )


def downgrade() -> None:
    """Forget what was accepted."""
    op.drop_table("waiver")
