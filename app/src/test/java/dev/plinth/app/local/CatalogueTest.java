package dev.plinth.app.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plinth.app.values.MetricId;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.sf.jsqlparser.JSQLParserException;
import net.sf.jsqlparser.parser.CCJSqlParserUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class CatalogueTest {
    private static final Catalogue CATALOGUE = Catalogue.read();
    private static final Set<String> SQL = Set.of("ansi_sql", "snowflake", "bigquery");
    /** The share of common words from which two descriptions say the same. */
    private static final double SAME = 0.6;

    @Test
    void everyMetricLiesInADomainOfItsOwnFile() {
        for (JsonNode file : CATALOGUE.files()) {
            List<String> domains = texts(file.path("domains").valueStream().toList(), "domain_id");
            assertThat(texts(file.path("metrics").valueStream().toList(), "domain"))
                    .isSubsetOf(domains);
        }
    }

    @Test
    void itIsLargeAndReachesIntoManyPartsOfACompany() {
        assertThat(CATALOGUE.metrics()).hasSizeGreaterThanOrEqualTo(220);
        assertThat(CATALOGUE.domains().stream().filter(domain -> !domain.has("parent")))
                .hasSizeGreaterThanOrEqualTo(12);
        assertThat(CATALOGUE.relationships()).hasSizeGreaterThanOrEqualTo(60);
    }

    @Test
    void noIdIsUsedTwice() {
        assertThat(metricIds()).doesNotHaveDuplicates();
        assertThat(domainIds()).doesNotHaveDuplicates();
        assertThat(texts(CATALOGUE.metrics(), "name")).doesNotHaveDuplicates();
    }

    @Test
    void everyDomainStandsAfterItsParent() {
        var known = new HashSet<String>();
        for (JsonNode domain : CATALOGUE.domains()) {
            if (domain.has("parent")) {
                assertThat(known).contains(domain.path("parent").textValue());
            }
            known.add(domain.path("domain_id").textValue());
        }
    }

    @Test
    void whatIsNamedIsThere() {
        assertThat(domainIds()).containsAll(texts(CATALOGUE.metrics(), "domain"));
        assertThat(domainIds()).containsAll(texts(CATALOGUE.objectives(), "domain"));
        assertThat(metricIds()).containsAll(CATALOGUE.drafts());
        assertThat(metricIds()).containsAll(texts(CATALOGUE.relationships(), "metric_id", "target"));
        assertThat(metricIds()).containsAll(texts(CATALOGUE.consumers(), "metric_id"));
        assertThat(metricIds()).containsAll(texts(CATALOGUE.deprecated(), "metric_id", "replacement"));
        assertThat(metricIds()).containsAll(texts(keyResults(), "metric_id"));
    }

    @Test
    void onlyWhatIsPublishedIsReferredTo() {
        assertThat(CATALOGUE.drafts())
                .doesNotContainAnyElementsOf(texts(CATALOGUE.relationships(), "metric_id", "target"))
                .doesNotContainAnyElementsOf(texts(CATALOGUE.deprecated(), "metric_id", "replacement"))
                .doesNotContainAnyElementsOf(texts(keyResults(), "metric_id"));
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void aMetricSaysInASentenceWhatItMeans(JsonNode metric) {
        assertThat(metric.path("description").textValue()).endsWith(".").hasSizeBetween(30, 200);
        assertThat(new MetricId(metric.path("metric_id").textValue()).value()).contains(".");
        assertThat(metric.path("owners"))
                .anySatisfy(owner -> assertThat(owner.path("role").textValue()).isEqualTo("business"));
        assertThat(metric.path("sources")).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void everySqlOfAMetricCanBeParsed(JsonNode metric) throws Exception {
        assertThat(texts(list(metric.at("/definition/expressions")), "dialect")).contains("ansi_sql");
        for (JsonNode expression : metric.at("/definition/expressions")) {
            if (SQL.contains(expression.path("dialect").textValue())) {
                parse(expression.path("expression").textValue());
            }
        }
        for (JsonNode filter : metric.at("/definition/filters")) {
            CCJSqlParserUtil.parseCondExpression(filter.textValue(), false);
        }
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void theBracketsOfEveryExpressionMatch(JsonNode metric) {
        for (JsonNode expression : metric.at("/definition/expressions")) {
            String text = expression.path("expression").textValue();
            assertThat(count(text, '(')).as(text).isEqualTo(count(text, ')'));
            assertThat(count(text, '[')).as(text).isEqualTo(count(text, ']'));
            assertThat(count(text, '{')).as(text).isEqualTo(count(text, '}'));
        }
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void targetsWarnBeforeTheyAreMissed(JsonNode metric) {
        boolean down = metric.at("/definition/direction").textValue().equals("down");
        for (JsonNode target : metric.path("targets")) {
            double value = target.path("value").doubleValue();
            double warning = target.path("warning").asDouble(value);
            double critical = target.path("critical").asDouble(warning);
            if (down) {
                assertThat(critical).isGreaterThanOrEqualTo(warning);
                assertThat(warning).isGreaterThanOrEqualTo(value);
            } else if (metric.at("/definition/direction").textValue().equals("up")) {
                assertThat(critical).isLessThanOrEqualTo(warning);
                assertThat(warning).isLessThanOrEqualTo(value);
            }
        }
    }

    @Test
    void noTwoMetricsSayTheSame() {
        List<Set<String>> words = CATALOGUE.metrics().stream()
                .map(metric -> words(metric.path("description").textValue()))
                .toList();
        for (int one = 0; one < words.size(); one++) {
            for (int other = one + 1; other < words.size(); other++) {
                assertThat(likeness(words.get(one), words.get(other)))
                        .as(metricIds().get(one) + " and " + metricIds().get(other))
                        .isLessThan(SAME);
            }
        }
    }

    @Test
    void noTwoMetricsAreComputedAlike() {
        assertThat(CATALOGUE.metrics().stream()
                        .map(metric -> metric.at("/definition/expressions/0/expression")
                                        .textValue()
                                + metric.at("/definition/filters")
                                + metric.at("/definition/grain")
                                + metric.path("sources")))
                .doesNotHaveDuplicates();
    }

    private static List<JsonNode> metrics() {
        return CATALOGUE.metrics();
    }

    private static void parse(String sql) throws JSQLParserException {
        CCJSqlParserUtil.parse("select " + sql + " from source");
    }

    private static List<String> metricIds() {
        return texts(CATALOGUE.metrics(), "metric_id");
    }

    private static List<String> domainIds() {
        return texts(CATALOGUE.domains(), "domain_id");
    }

    private static List<JsonNode> keyResults() {
        return CATALOGUE.objectives().stream()
                .flatMap(objective -> objective.path("key_results").valueStream())
                .toList();
    }

    private static List<String> texts(List<JsonNode> nodes, String... fields) {
        return nodes.stream()
                .flatMap(node ->
                        Arrays.stream(fields).map(field -> node.path(field).textValue()))
                .toList();
    }

    private static List<JsonNode> list(JsonNode array) {
        return array.valueStream().toList();
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(character -> character == wanted).count();
    }

    private static Set<String> words(String text) {
        return Stream.of(text.toLowerCase(Locale.ROOT).split("[^a-z0-9]+"))
                .filter(word -> word.length() > 3)
                .collect(Collectors.toSet());
    }

    private static double likeness(Set<String> one, Set<String> other) {
        var all = new HashSet<>(one);
        all.addAll(other);
        var both = new HashSet<>(one);
        both.retainAll(other);
        return (double) both.size() / all.size();
    }
}
