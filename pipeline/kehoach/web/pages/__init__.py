"""The pages, a module each; ``ROUTERS`` are what the application includes."""

from fastapi import APIRouter

from kehoach.web.pages import library, plans, styles

ROUTERS: tuple[APIRouter, ...] = (library.router, plans.router, styles.router)
