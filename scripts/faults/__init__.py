"""Makes faults and counts what they did; `scripts/check-faults.py` is the front door."""
