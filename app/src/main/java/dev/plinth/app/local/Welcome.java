package dev.plinth.app.local;

import java.net.URI;

/** What a local run tells when it is ready. */
record Welcome(URI address, int adminPort, int examples, Administrator administrator) {
    String text() {
        return """

                The Metrics Definition Library runs at %1$s
                with %3$d example metrics.

                  Web page      %1$s/catalogue
                  Swagger UI    %1$s/api-docs
                  Health        http://%2$s/health/ready

                  Sign in as    %4$s
                  Password      %5$s

                The password belongs to the examples, which are kept for the next start. This token is
                good for 15 minutes:

                  TOKEN=%6$s
                  curl -sS "%1$s/api/v1/search?q=revenu&limit=3" -H "Authorization: Bearer $TOKEN"
                  curl -sSi %1$s/api/v1/metrics/finance.net-revenue -H "Authorization: Bearer $TOKEN"
                  curl -sS %1$s/api/v1/metrics -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' -d '{
                    "metric_id": "finance.invoices-sent", "name": "Invoices sent", "domain": "revenue",
                    "description": "Invoices that were sent to customers on the day.", "metric_type": "operational",
                    "definition": {"unit": "invoices", "expressions": [
                      {"dialect": "ansi_sql", "expression": "count(*)"}]}}'
                  curl -sS -X POST %1$s/api/v1/metrics/finance.invoices-sent:publish -H "Authorization: Bearer $TOKEN" \\
                    -H 'Content-Type: application/json' -d '{"reason": "Agreed with sales."}'

                Ctrl-C stops everything; what you have changed is not kept.""".formatted(
                        address,
                        address.getHost() + ":" + adminPort,
                        examples,
                        administrator.email(),
                        administrator.password(),
                        administrator.token());
    }
}
