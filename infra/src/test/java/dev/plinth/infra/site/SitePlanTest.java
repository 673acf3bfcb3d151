package dev.plinth.infra.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.infra.Environment;
import dev.plinth.infra.Plan;
import dev.plinth.infra.StackFiles;
import dev.plinth.infra.config.Settings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Where the site is kept, who reads it, and how its releases go live. */
final class SitePlanTest {
    static final List<String> STACKS = StackFiles.STACKS;

    private static final String FUNCTION = "aws:cloudfront/function:Function";
    private static final String POLICY = "aws:s3/bucketPolicy:BucketPolicy";

    @ParameterizedTest
    @FieldSource("STACKS")
    void onlyThisCdnReadsTheBucketAndItsCopy(String stack) {
        var plan = Plan.of(stack);

        for (var bucket : List.of("site", "site-replica")) {
            assertThat(plan.one(POLICY, bucket).input("policy"))
                    .asString()
                    .contains("cloudfront.amazonaws.com", "/releases/*", "\"aws:SourceArn\":[\"arn:edge-cdn-id\"]");
        }
    }

    @ParameterizedTest
    @FieldSource("STACKS")
    void everyFileIsCopiedToTheOtherRegion(String stack) {
        var replication =
                Plan.of(stack).one("aws:s3/bucketReplicationConfig:BucketReplicationConfig", "site-replication");

        assertThat(replication.at("rules", 0, "destination", "bucket")).isEqualTo("arn:site-replica-id");
        assertThat(replication.at("rules", 0, "status")).isEqualTo("Enabled");
    }

    @Test
    void nothingIsPublishedAtFirst() {
        var plan = Plan.of("local");

        assertThat(plan.outputs()).containsEntry("site", Map.of("version", "none", "previous", List.of()));
        assertThat(code(plan)).contains("var VERSION = 'none';");
    }

    @Test
    void aReleaseGoesLiveByARequestOfOneRun() {
        var plan = Plan.of(environment("{\"version\": \"1.3.0\"}"), live("1.2.0"));

        assertThat(code(plan)).contains("var VERSION = '1.3.0';");
        assertThat(plan.outputs())
                .containsEntry("site", Map.of("version", "1.3.0", "previous", List.of("1.2.0", "1.1.0")));
    }

    @Test
    void theReleaseBeforeComesBack() {
        var plan = Plan.of(environment("{\"version\": \"previous\"}"), live("1.2.0"));

        assertThat(code(plan)).contains("var VERSION = '1.1.0';");
    }

    @Test
    void aRunWithoutARequestLeavesTheSiteAsItIs() {
        var plan = Plan.of(Environment.of(StackFiles.settings("local")), live("1.2.0"));

        assertThat(code(plan)).contains("var VERSION = '1.2.0';");
        assertThat(plan.outputs()).containsEntry("site", live("1.2.0").get("site"));
    }

    private static String code(Plan plan) {
        return String.valueOf(plan.one(FUNCTION, "site").input("code"));
    }

    private static Environment environment(String request) {
        var values = new HashMap<>(StackFiles.settings("local").values());
        values.put("plinth:site", request);
        return Environment.of(Settings.of("local", values));
    }

    private static Map<String, Object> live(String version) {
        return Map.of("site", Map.of("version", version, "previous", List.of("1.1.0")));
    }
}
