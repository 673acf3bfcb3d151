"""Fills a library through its API: an administrator, domains and published metrics. Prints two API keys: one that may
only read, as most people, and one that may write drafts.

Usage: seed.py ADDRESS BOOTSTRAP_TOKEN METRICS
"""

import json
import sys
import urllib.request

DOMAINS = ["finance", "sales", "marketing", "product", "support", "platform", "people", "supply", "shop", "security"]
AT_ONCE = 100
CREDENTIALS = {"email": "bench@example.com", "password": "a long passphrase for this run only"}


def call(address, method, path, body=None, token=""):
    headers = {"Content-Type": "application/json"}
    if token:
        headers["Authorization"] = f"Bearer {token}"
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(address + path, data=data, method=method, headers=headers)
    with urllib.request.urlopen(request, timeout=30) as answer:
        return json.loads(answer.read() or b"{}")


def metric(number):
    domain = DOMAINS[number % len(DOMAINS)]
    return {
        "metric_id": f"{domain}.measure-{number}",
        "name": f"Measure {number} of {domain}",
        "description": f"How much of what {domain} does came to an end well, of all that it began, number {number}. " * 4,
        "domain": domain,
        "tier": 1 + number % 3,
        "metric_type": ["leading", "lagging", "operational"][number % 3],
        "calc_type": "ratio",
        "tags": [f"tag-{number % 17}", f"team-{number % 5}"],
        "definition": {
            "unit": "percent",
            "expressions": [
                {"dialect": "ansi_sql", "expression": f"100.0 * sum(done_{number}) / nullif(sum(begun_{number}), 0)"}
            ],
        },
    }


def main(address, bootstrap, count):
    call(address, "POST", "/api/v1/auth/bootstrap", CREDENTIALS | {"token": bootstrap, "display_name": "Bench"})
    token = call(address, "POST", "/api/v1/auth/login", CREDENTIALS)["access_token"]
    for domain in DOMAINS:
        call(address, "POST", "/api/v1/domains", {"domain_id": domain, "name": domain.title(), "description": f"All of {domain}."}, token)
    for number in range(int(count)):
        created = metric(number)
        call(address, "POST", "/api/v1/metrics", created, token)
        call(address, "POST", f"/api/v1/metrics/{created['metric_id']}:publish", {"reason": "bench"}, token)
    for scopes in (["metrics:read"], ["metrics:read", "metrics:write"]):
        print(call(address, "POST", "/api/v1/api-keys", {"name": "bench", "scopes": scopes}, token)["key"])


if __name__ == "__main__":
    main(*sys.argv[1:])
