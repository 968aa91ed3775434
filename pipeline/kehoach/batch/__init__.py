"""Many plans: read by processes of one machine or of a cluster, kept as JSON lines and tables, taken up again.

    inputs, archives   what is asked for → ``Document``: a file with its name and the hash of its content
    process, worker    a process that reads one document at a time within limits, and is killed where it breaks them
    shards, tables     what was read → journal → ``plans/*.jsonl``, ``tables/*/*.parquet``, ``ledger/*.jsonl``
    local, cluster     the same function over documents: in lanes of this machine, in tasks of a Dask cluster
    run, report        a whole run: what is done already, what is left, what came out

A document is its content: the same bytes under two names are read once. What was finished is in a journal at once, so
that no end of the program loses it; a journal becomes a shard when it is complete, or when the next run finds it.
"""
