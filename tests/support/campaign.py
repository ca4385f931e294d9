"""Long repetitions of the Python tests, as tests/support/campaign.hpp has them for C++."""
import os
import random


def campaign(name, count):
    """Returns the items to run, numbers from 0 up: one of every ten, or all of them with CHELATE_LONG=1.

    CHELATE_SEED=<n> draws the items that an earlier run drew. An item is to do the same in every run.
    """
    if os.environ.get("CHELATE_LONG") == "1":
        print(f"campaign {name}: all {count}", flush=True)
        return list(range(count))
    seed = int(os.environ.get("CHELATE_SEED") or random.SystemRandom().randrange(1_000_000))
    rng = random.Random(f"{seed} {count}")
    items = [first + rng.randrange(min(10, count - first)) for first in range(0, count, 10)]
    print(f"campaign {name}: {len(items)} of {count}, seed {seed} (repeat: CHELATE_SEED={seed}, whole: CHELATE_LONG=1)", flush=True)
    return items
