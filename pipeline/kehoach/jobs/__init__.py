"""Reading the files of a store in worker processes, within limits; whatever is killed, nothing accepted is lost.

with Jobs(store) as jobs:
    store.accept(name, data)
    jobs.wake()              # at once, instead of within a second
"""

from kehoach.jobs.jobs import Bounds, Jobs

__all__ = ["Bounds", "Jobs"]
