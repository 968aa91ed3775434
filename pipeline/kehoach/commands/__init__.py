"""Commands of the command line, one a module, each registered by ``cli``."""
