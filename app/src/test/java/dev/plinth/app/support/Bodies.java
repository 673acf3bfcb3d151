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

    private Bodies() {}
}
