"""The pages, a module each; ``ROUTERS`` are what the application includes."""

from fastapi import APIRouter

from kehoach.web.pages import backup, comparisons, drafts, help, library, plans, styles

ROUTERS: tuple[APIRouter, ...] = (
    library.router,
    backup.router,
    plans.router,
    drafts.router,
    comparisons.router,
    help.router,
    styles.router,
)
