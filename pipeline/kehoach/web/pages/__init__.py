"""The pages, a module each; ``ROUTERS`` are what the application includes."""

from fastapi import APIRouter

ROUTERS: tuple[APIRouter, ...] = ()
