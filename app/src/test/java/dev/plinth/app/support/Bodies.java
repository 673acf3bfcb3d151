package dev.plinth.app.support;

/** Bodies of requests. */
public final class Bodies {
    /** A metric with every required field and no other. */
    public static String metric(String id, String domain) {
        return """
                {"metric_id": "%s", "name": "A metric", "description": "What it says.", "domain": "%s",
                 "metric_type": "lagging",
                 "definition": {"unit": "EUR", "expressions": [{"dialect": "ansi_sql", "expression": "sum(amount)"}]}}
                """.formatted(id, domain);
    }

    /** A metric with every field, each with a value that is not the one it has when it is left out. */
    public static String fullMetric(String id, String domain) {
        return """
                {"metric_id": "%s", "name": "Gross margin ✓", "description": "Line one.\\nLine two: 100 %%.",
                 "domain": "%s", "tier": 1, "metric_type": "leading", "calc_type": "ratio", "tags": ["board", "cash"],
                 "definition": {
                   "unit": "percent", "direction": "up", "aggregation": "avg", "grain": "month",
                   "expressions": [
                     {"dialect": "ansi_sql", "expression": "sum(a) / sum(b) -- '; drop table metric; :x ? ::int"},
                     {"dialect": "dax", "expression": "DIVIDE(SUM(A), SUM(B))"}],
                   "filters": ["booked = true"], "dimensions": ["region", "segment"]},
                 "owners": [{"role": "business", "team": "Finance"}, {"role": "technical", "team": "Data platform"}],
                 "sources": [{"system": "warehouse", "table": "finance.orders", "column": "amount"},
                             {"system": "crm", "table": "accounts"}],
                 "targets": [{"period": "quarter", "value": 42.5, "warning": 40, "critical": 35.125},
                             {"period": "year", "value": 1000000}],
                 "aliases": ["Margin"], "notes": "Says nothing of costs."}
                """.formatted(id, domain);
    }

    /** A domain at the top of the tree. */
    public static String domain(String id) {
        return """
                {"domain_id": "%s", "name": "A domain", "description": "What is in it."}
                """.formatted(id);
    }

    private Bodies() {}
}
