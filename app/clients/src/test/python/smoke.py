"""What a program does with the library: adds a domain and a metric, publishes it, finds it, and reads a refusal.

Usage: smoke.py ADDRESS ACCESS_TOKEN
"""

import sys

import metrics_library
from metrics_library.exceptions import NotFoundException
from metrics_library.models.new_domain import NewDomain
from metrics_library.models.new_metric import NewMetric
from metrics_library.models.reason import Reason

METRIC = {
    "metric_id": "python.calls",
    "name": "Calls from Python",
    "description": "How often a program in Python calls the library.",
    "domain": "python",
    "metric_type": "operational",
    "definition": {"unit": "count", "expressions": [{"dialect": "ansi_sql", "expression": "count(*)"}]},
}


def main(address, token):
    configuration = metrics_library.Configuration(host=address, access_token=token)
    with metrics_library.ApiClient(configuration) as client:
        domains = metrics_library.DomainsApi(client)
        metrics = metrics_library.MetricsApi(client)

        domains.create_domain(NewDomain(domain_id="python", name="Python", description="A snake"))
        created = metrics.create_metric(NewMetric.from_dict(METRIC))
        assert created.status == "draft", created
        metrics.publish_metric(id="python.calls", if_match="*", reason=Reason(reason="The first words on it"))

        found = metrics.get_metric("python.calls")
        assert found.version == "1.0.0", found
        assert [metric.metric_id for metric in metrics.list_metrics(domain=["python"]).items] == ["python.calls"]
        try:
            metrics.get_metric("python.no-such-metric")
        except NotFoundException as refusal:
            assert '"code":"not_found"' in refusal.body, refusal.body
        else:
            raise AssertionError("a metric was found that nobody made")
    print("done")


main(*sys.argv[1:])
