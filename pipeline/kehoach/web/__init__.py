"""The web pages and the API, for this machine only: ``create_app`` in ``app``; needs the extra ``web``."""
