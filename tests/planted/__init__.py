"""Planted plans: made-up Kế hoạch whose facts are known, the oracle of the extraction tests.

    generate(seed)           a PlantedPlan: the blocks of a plan, each with the facts that it states
    render                   the same plan as text, OCR text, Markdown, Word or PDF
    compare                  what extraction gave back of it, field by field
    python -m tests.planted  writes plans and their gold, for ../shared/gold/score.py

The way of a plan: ``issuers`` and ``dates`` settle who, when and for what time; ``citations``, ``targets``, ``times``
and ``duties`` make clauses with their facts out of ``wordings``; ``sections`` and ``emulation`` set them in an
outline (``desk``); ``generate`` puts letterhead and foot around it.

The facts follow ../shared/gold/GUIDELINES.md. Nothing here is imported from the package under test: the wordings are
the generator's own, written from the genre, so that a rule which knows only the corpus is found out.
"""

from .facts import PlantedPlan
from .generate import generate, planted_plans

__all__ = ["PlantedPlan", "generate", "planted_plans"]
