package dev.plinth.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.plinth.app.json.Json;
import dev.plinth.app.support.Eventually;
import dev.plinth.app.support.Reply;
import dev.plinth.app.support.RunningApp;
import dev.plinth.app.support.Servers;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** What people type, over the example catalogue, and what they mean by it: the judgement that the ranking is held to. */
@ExtendWith(Servers.Extension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SearchRelevanceIT {
    private static final List<String> CATALOGUE = List.of(
            "customer",
            "data-platform",
            "ecommerce",
            "engineering",
            "finance",
            "manufacturing",
            "marketing",
            "people",
            "product",
            "sales",
            "security",
            "supply-chain",
            "sustainability");

    /** A query, an arrow, and the metrics that answer it: the first hit should be one of them. */
    private static final List<String> JUDGED = List.of(
            "net revenue -> finance.net-revenue",
            "turnover -> finance.net-revenue supply.inventory-turnover people.attrition-rate",
            "net sales -> finance.net-revenue",
            "finance.net-revenue -> finance.net-revenue",
            "MRR -> finance.recurring-revenue-monthly",
            "arr -> finance.recurring-revenue-annual",
            "NRR -> customer.net-revenue-retention",
            "monthly recurring revenue -> finance.recurring-revenue-monthly",
            "revenue by month recurring -> finance.recurring-revenue-monthly",
            "churn -> customer.churn-rate-logo customer.churned-revenue",
            "customer churn -> customer.churn-rate-logo",
            "logo churn -> customer.churn-rate-logo",
            "nps -> customer.net-promoter-score",
            "net promoter -> customer.net-promoter-score",
            "uptime -> engineering.availability",
            "availability -> engineering.availability manufacturing.line-availability",
            "p95 -> engineering.latency-p95",
            "latency -> engineering.latency-p95",
            "mttr -> engineering.time-to-restore",
            "time to restore -> engineering.time-to-restore",
            "deployments -> engineering.deployment-frequency",
            "flaky tests -> engineering.flaky-test-rate",
            "headcount -> people.headcount",
            "attrition -> people.attrition-rate",
            "gender pay gap -> people.pay-gap-unadjusted",
            "sick leave -> people.sick-leave-rate",
            "CAC -> marketing.customer-acquisition-cost",
            "acquisition cost -> marketing.customer-acquisition-cost",
            "return on ad spend -> marketing.return-on-ad-spend",
            "website visitors -> marketing.website-visitors",
            "aov -> ecommerce.average-order-value",
            "average order value -> ecommerce.average-order-value",
            "cart abandonment -> ecommerce.cart-abandonment-rate",
            "basket abandonment -> ecommerce.cart-abandonment-rate",
            "conversion rate -> ecommerce.conversion-rate",
            "fraud -> ecommerce.fraud-rate",
            "OEE -> manufacturing.overall-equipment-effectiveness",
            "equipment effectiveness -> manufacturing.overall-equipment-effectiveness",
            "scrap -> manufacturing.scrap-rate",
            "time between failures -> manufacturing.mean-time-between-failures",
            "win rate -> sales.win-rate",
            "close rate -> sales.win-rate",
            "pipeline coverage -> sales.pipeline-coverage",
            "quota -> sales.quota-attainment",
            "daily active users -> product.daily-active-users",
            "activation -> product.activation-rate",
            "mfa -> security.mfa-coverage",
            "phishing -> security.phishing-report-rate security.phishing-click-rate",
            "critical vulnerabilities -> security.critical-vulnerabilities-open",
            "stock out -> supply.stock-out-rate",
            "otif -> supply.on-time-in-full",
            "inventory turnover -> supply.inventory-turnover",
            "total emissions -> sustainability.emissions-total",
            "renewable electricity -> sustainability.renewable-share",
            "warehouse cost -> data.warehouse-cost",
            "cash runway -> finance.cash-runway",
            // Slips of the keyboard.
            "gros margin -> finance.gross-margin",
            "custmer churn -> customer.churn-rate-logo",
            "atrition -> people.attrition-rate people.regretted-attrition people.early-attrition",
            "avaliability -> engineering.availability manufacturing.line-availability",
            "emisions scope 3 -> sustainability.emissions-scope-3",
            "ebitad margin -> finance.ebitda-margin",
            "inventry turnover -> supply.inventory-turnover",
            "headcuont -> people.headcount",
            // More words than any metric has.
            "how many customers have we lost this year churn -> customer.churn-rate-logo customer.churned-revenue",
            "what does it cost us to win a new customer acquisition -> marketing.customer-acquisition-cost");

    private static final double FIRST_MIN = 0.9;
    private static final double RECIPROCAL_MIN = 0.93;

    private final RunningApp app;

    SearchRelevanceIT(Servers servers) throws Exception {
        app = new RunningApp(servers.environment());
    }

    @BeforeAll
    void fill() throws Exception {
        ArrayNode metrics = Json.array();
        for (String part : CATALOGUE) {
            JsonNode file = read(part);
            for (JsonNode domain : file.path("domains")) {
                app.domain(domain.path("domain_id").textValue());
            }
            metrics.addAll(List.copyOf(file.path("metrics").valueStream().toList()));
        }
        Reply ordered = app.api().post("/api/v1/imports", metrics.toString());
        String path = ordered.header("Location");
        Eventually.becomes(
                Integer.toString(metrics.size()),
                Duration.ofSeconds(60),
                () -> app.api().get(path).text("/progress/created"));
    }

    @AfterAll
    void stop() {
        app.close();
    }

    @Test
    void whatPeopleMeanComesFirst() throws Exception {
        double firsts = 0;
        double reciprocals = 0;
        List<String> missed = new ArrayList<>();
        for (String line : JUDGED) {
            String query = line.substring(0, line.indexOf(" -> "));
            List<String> meant =
                    List.of(line.substring(line.indexOf(" -> ") + 4).split(" ", -1));
            List<String> found = found(query);
            int rank = rank(found, meant);
            firsts += rank == 1 ? 1 : 0;
            reciprocals += rank == 0 ? 0 : 1.0 / rank;
            if (rank != 1) {
                missed.add("%s: %s".formatted(line, found.stream().limit(5).toList()));
            }
        }
        double first = firsts / JUDGED.size();
        double reciprocal = reciprocals / JUDGED.size();
        System.out.printf(
                "Search over the example catalogue: %d judged queries, first hit right %.2f, mean reciprocal rank %.2f%n",
                JUDGED.size(), first, reciprocal);
        assertThat(first).as(String.join("\n", missed)).isGreaterThanOrEqualTo(FIRST_MIN);
        assertThat(reciprocal).as(String.join("\n", missed)).isGreaterThanOrEqualTo(RECIPROCAL_MIN);
    }

    private List<String> found(String query) throws Exception {
        Reply reply = app.api().get("/api/v1/search?limit=10&q=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
        List<String> ids = new ArrayList<>();
        reply.json()
                .path("items")
                .forEach(hit -> ids.add(hit.at("/metric/metric_id").textValue()));
        return ids;
    }

    /** Where the first of the meant metrics stands, from 1; 0 when none was found. */
    private static int rank(List<String> found, List<String> meant) {
        for (int index = 0; index < found.size(); index++) {
            if (meant.contains(found.get(index))) {
                return index + 1;
            }
        }
        return 0;
    }

    private static JsonNode read(String part) throws Exception {
        String path = "/dev/plinth/app/local/catalogue/%s.yaml".formatted(part);
        try (InputStream file = Objects.requireNonNull(SearchRelevanceIT.class.getResourceAsStream(path), path)) {
            return new YAMLMapper().readTree(file);
        }
    }
}
