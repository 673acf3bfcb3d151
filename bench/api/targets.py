"""Prints requests for vegeta without end, one JSON object a line: nine reads to one write, as people use a catalogue.

Of a hundred requests, 55 read one metric (80 % of them one of the 50 that everybody looks at), 20 a page of a list, 10
search, 5 read versions or lineage, 6 change a metric's notes and 4 create a draft. Always the same, for one seed.
Who reads may not see drafts, so what they are shown changes when somebody publishes.

Usage: targets.py ADDRESS READERS_KEY WRITERS_KEY METRICS SEED
"""

import base64
import json
import random
import sys

from seed import DOMAINS

POPULAR = 50


def main(address, readers_key, writers_key, count, seed):
    draw = random.Random(int(seed))
    count = int(count)
    encodings = {"Accept-Encoding": ["br, gzip"]}
    reading = encodings | {"Authorization": [f"Bearer {readers_key}"]}
    writing = encodings | {"Authorization": [f"Bearer {writers_key}"], "Content-Type": ["application/json"]}

    def some_id():
        number = draw.randrange(POPULAR) if draw.random() < 0.8 else draw.randrange(count)
        return f"{DOMAINS[number % len(DOMAINS)]}.measure-{number}"

    def read(path):
        return {"method": "GET", "url": address + path, "header": reading}

    def write(method, path, body, more=None):
        data = base64.b64encode(json.dumps(body).encode()).decode()
        return {"method": method, "url": address + path, "header": writing | (more or {}), "body": data}

    made = 0
    while True:
        dice = draw.randrange(100)
        if dice < 55:
            target = read(f"/api/v1/metrics/{some_id()}")
        elif dice < 75:
            target = read(f"/api/v1/metrics?domain={draw.choice(DOMAINS)}&limit={draw.choice([20, 50])}")
        elif dice < 85:
            target = read(f"/api/v1/search?q=measure+{draw.randrange(200)}&limit=20")
        elif dice < 90:
            target = read(f"/api/v1/metrics/{some_id()}/{draw.choice(['versions', 'lineage'])}")
        elif dice < 96:
            number = draw.randrange(POPULAR, count)
            path = f"/api/v1/metrics/{DOMAINS[number % len(DOMAINS)]}.measure-{number}"
            target = write("PATCH", path, {"notes": f"Seen by the bench, {draw.random()}."}, {"If-Match": ["*"]})
        else:
            made += 1
            target = write("POST", "/api/v1/metrics", draft(f"bench.run-{seed}-{made}"))
        print(json.dumps(target))


def draft(metric_id):
    return {
        "metric_id": metric_id,
        "name": "A draft of the bench",
        "description": "Made under load.",
        "domain": DOMAINS[0],
        "metric_type": "operational",
        "definition": {"unit": "count", "expressions": [{"dialect": "ansi_sql", "expression": "count(*)"}]},
    }


try:
    main(*sys.argv[1:])
except BrokenPipeError:
    # The attack is over.
    sys.stderr.close()
