"""The API under ``/api/v1``: the contract's JSON, errors in the contract's form; ``openapi.json`` describes it."""

from fastapi import APIRouter

from kehoach.web.api import comparisons, drafts, files, health, plans

ROUTERS: tuple[APIRouter, ...] = (files.router, plans.router, drafts.router, comparisons.router, health.router)
