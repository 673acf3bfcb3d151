package dev.plinth.infra.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.infra.Cloud.Declared;
import dev.plinth.infra.Plan;
import dev.plinth.infra.StackFiles;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** What the firewall lets through. */
final class FirewallTest {
    static final List<String> STACKS = StackFiles.STACKS;

    private static final Object API_PATHS = Map.of(
            "fieldToMatch",
            Map.of("uriPath", Map.of()),
            "positionalConstraint",
            "STARTS_WITH",
            "searchString",
            "/api/",
            "textTransformations",
            List.of(Map.of("priority", 0.0, "type", "NONE")));

    @ParameterizedTest
    @FieldSource("STACKS")
    void itStandsBeforeTheCdn(String stack) {
        var plan = Plan.of(stack);

        assertThat(firewall(plan).input("scope")).isEqualTo("CLOUDFRONT");
        assertThat(plan.one("aws:cloudfront/distribution:Distribution", "edge-cdn")
                        .input("webAclId"))
                .isEqualTo("arn:edge-firewall-id");
    }

    @Test
    void oneAddressMayAskTheApiAHundredTimesASecond() {
        var rate = rateOf(Plan.of("production"), "rate-api");

        assertThat(rate)
                .containsEntry("limit", 6_000.0)
                .containsEntry("evaluationWindowSec", 60.0)
                .containsEntry("aggregateKeyType", "IP")
                .containsEntry("scopeDownStatement", Map.of("byteMatchStatement", API_PATHS));
    }

    @Test
    void oneAddressMayAskForEverythingElseFiftyTimesASecond() {
        var others = Map.of("notStatement", Map.of("statements", List.of(Map.of("byteMatchStatement", API_PATHS))));

        assertThat(rateOf(Plan.of("production"), "rate-site"))
                .containsEntry("limit", 3_000.0)
                .containsEntry("scopeDownStatement", others);
    }

    @Test
    void whoAsksTooOftenIsToldWhenToComeBack() {
        var answer = Map.of(
                "responseCode",
                429.0,
                "customResponseBodyKey",
                "too-many-requests",
                "responseHeaders",
                List.of(Map.of("name", "Retry-After", "value", "60")));

        assertThat(rule(Plan.of("production"), "rate-api").get("action"))
                .isEqualTo(Map.of("block", Map.of("customResponse", answer)));
        assertThat(firewall(Plan.of("production")).at("customResponseBodies", 0, "key"))
                .isEqualTo("too-many-requests");
    }

    @Test
    void definitionsMayBeLongAndHoldSql() {
        var plan = Plan.of("production");

        assertThat(managed(plan, "common").get("ruleActionOverrides"))
                .isEqualTo(List.of(Map.of("name", "SizeRestrictions_BODY", "actionToUse", Map.of("count", Map.of()))));
        assertThat(managed(plan, "sqlInjection").get("ruleActionOverrides"))
                .asInstanceOf(InstanceOfAssertFactories.list(Map.class))
                .extracting(override -> String.valueOf(override.get("name")))
                .containsExactly("SQLi_BODY", "SQLiExtendedPatterns_BODY");
    }

    @ParameterizedTest
    @CsvSource({"1048576, false", "1099999, false", "1100000, true", "2000000, true", "10000000, true", "99, false"})
    void bodiesThatTheApiWouldNeverTakeAreStoppedByTheLengthTheyAnnounce(String length, boolean stopped) {
        var statement = map(rule(Plan.of("production"), "body-size").get("statement"));
        var pattern = String.valueOf(map(statement.get("regexMatchStatement")).get("regexString"));

        assertThat(length.matches(pattern)).isEqualTo(stopped);
    }

    @ParameterizedTest
    @CsvSource({"common, none", "knownBadInputs, none", "sqlInjection, none", "ipReputation, none", "anonymousIp, count"
    })
    void whatAwsRecognizesIsBlockedUnlessOtherProgramsComeFromThere(String name, String override) {
        assertThat(rule(Plan.of("production"), name).get("overrideAction")).isEqualTo(Map.of(override, Map.of()));
    }

    @Test
    void aStepDownTheLadderOnlyCounts() {
        var plan = Plan.of("local", """
                plinth:edge: {waf: {mode: {rate: count, common: count}}}
                plinth:accept:
                  keepsData: The environment of one machine comes and goes with a command.
                  database.deletionProtection: The environment of one machine comes and goes with a command.
                  edge.deletionProtection: The environment of one machine comes and goes with a command.
                  edge.waf.mode.rate: We look for a week at what it would stop.
                  edge.waf.mode.common: We look for a week at what it would stop.
                """);

        assertThat(rule(plan, "rate-api").get("action")).isEqualTo(Map.of("count", Map.of()));
        assertThat(rule(plan, "common").get("overrideAction")).isEqualTo(Map.of("count", Map.of()));
    }

    @ParameterizedTest
    @FieldSource("STACKS")
    void itLogsWhatItStoppedWithoutCredentials(String stack) {
        var plan = Plan.of(stack);
        var logging = plan.one("aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration", "edge-firewall-logs");

        assertThat(plan.one("aws:cloudwatch/logGroup:LogGroup", "edge-firewall-logs")
                        .input("name"))
                .isEqualTo("aws-waf-logs-plinth-" + stack);
        assertThat(logging.at("redactedFields"))
                .asInstanceOf(InstanceOfAssertFactories.list(Map.class))
                .extracting(
                        field -> String.valueOf(map(field.get("singleHeader")).get("name")))
                .containsExactly("authorization", "cookie", "x-api-key");
        assertThat(logging.at("loggingFilter", "defaultBehavior")).isEqualTo("DROP");
    }

    private static Declared firewall(Plan plan) {
        return plan.one("aws:wafv2/webAcl:WebAcl", "edge-firewall");
    }

    private static Map<?, ?> rule(Plan plan, String name) {
        return ((List<?>) firewall(plan).input("rules"))
                .stream()
                        .<Map<?, ?>>map(FirewallTest::map)
                        .filter(rule -> name.equals(rule.get("name")))
                        .findFirst()
                        .orElseThrow();
    }

    private static Map<?, ?> managed(Plan plan, String name) {
        return map(map(rule(plan, name).get("statement")).get("managedRuleGroupStatement"));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> rateOf(Plan plan, String name) {
        return (Map<String, Object>) map(map(rule(plan, name).get("statement")).get("rateBasedStatement"));
    }

    private static Map<?, ?> map(@Nullable Object value) {
        return (Map<?, ?>) Objects.requireNonNull(value);
    }
}
