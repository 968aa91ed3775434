"""Write ``knowledge/holidays.toml``: the public holidays of Viet Nam, from the package ``holidays`` (MIT).

Usage: python tools/holidays_table.py        (pip install holidays)
"""

from __future__ import annotations

from pathlib import Path

from holidays.countries.vietnam import Vietnam

YEARS = range(2015, 2036)
TABLE = Path(__file__).parents[1] / "pipeline" / "kehoach" / "knowledge" / "holidays.toml"
HEAD = """\
# Public holidays by date: days of Tết, the Hùng kings, 30/4, 1/5, National Day. Written by tools/holidays_table.py from
# the package `holidays` (MIT licence), which cites Bộ luật Lao động, Điều 112. Days swapped by a decision are left out.

days = [
"""


def main() -> None:
    """The table for all years, one line a year."""
    lines = []
    for year in YEARS:
        days = [d for d, name in sorted(Vietnam(years=year).items()) if d.year == year and "substituted" not in name]
        lines.append("  " + " ".join(f"{day.isoformat()}," for day in days))
    TABLE.write_text(HEAD + "\n".join(lines) + "\n]\n", encoding="utf-8")


if __name__ == "__main__":
    main()
