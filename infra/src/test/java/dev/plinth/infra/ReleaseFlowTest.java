package dev.plinth.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import dev.plinth.infra.Cloud.Declared;
import dev.plinth.infra.config.Settings;
import dev.plinth.infra.release.Colour;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What a release request changes of the plan, and what it leaves alone. */
final class ReleaseFlowTest {
    static final List<String> STACKS = StackFiles.STACKS;

    private static final String LISTENER = "aws:lb/listener:Listener";
    private static final String TARGET_GROUP = "aws:lb/targetGroup:TargetGroup";
    private static final String DEPLOYMENT = "kubernetes:apps/v1:Deployment";

    @ParameterizedTest
    @FieldSource("STACKS")
    void bothColoursExistWithTheirTargetGroupsAndBindings(String stack) {
        var plan = Plan.of(stack);

        assertThat(plan.all(TARGET_GROUP))
                .extracting(Declared::name)
                .containsExactlyInAnyOrder("edge-blue", "edge-green");
        assertThat(plan.all(DEPLOYMENT)).extracting(Declared::name).containsExactlyInAnyOrder("api-blue", "api-green");
        assertThat(plan.all("kubernetes:core/v1:Service")).hasSize(2);
        assertThat(plan.all("kubernetes:elbv2.k8s.aws/v1beta1:TargetGroupBinding"))
                .extracting(binding -> binding.at("spec", "targetGroupARN"))
                .containsExactlyInAnyOrder("arn:edge-blue-id", "arn:edge-green-id");
    }

    @ParameterizedTest
    @FieldSource("STACKS")
    void theFirstRunSendsAllTrafficToBlueAndKnowsGreen(String stack) {
        assertThat(forwarded(Plan.of(stack))).isEqualTo(List.of(target("blue", 100), target("green", 0)));
    }

    @Test
    void theListenerFollowsTheStateOfTheLastRun() {
        var plan = Plan.of(environment("local"), previous("green", 10, 90));

        assertThat(forwarded(plan)).isEqualTo(List.of(target("blue", 10), target("green", 90)));
        assertThat(plan.outputs()).containsEntry("liveColour", "green");
    }

    @Test
    void aRunWithoutARequestKeepsBothImagesThoughItBuildsANewOne() {
        var plan = Plan.of(environment("local"), previous("blue", 100, 0));

        assertThat(image(plan, Colour.BLUE)).isEqualTo("repo@sha256:b");
        assertThat(image(plan, Colour.GREEN)).isEqualTo("repo@sha256:g");
        assertThat(plan.outputs())
                .containsEntry("release", previous("blue", 100, 0).get("release"));
    }

    @Test
    void aRequestPutsTheNewImageOnTheIdleColour() {
        var plan = Plan.of(environment("local", "{\"images\": {\"green\": \"current\"}}"), previous("blue", 100, 0));

        assertThat(image(plan, Colour.BLUE)).isEqualTo("repo@sha256:b");
        assertThat(image(plan, Colour.GREEN)).isEqualTo("1.dkr.ecr.eu-central-1.amazonaws.com/api@sha256:new");
    }

    @Test
    void anImpossibleRequestEndsTheProgramBeforeItDeclaresAnything() {
        var plan = Plan.of(environment("local", "{\"images\": {\"blue\": \"current\"}}"), previous("blue", 100, 0));

        assertThat(plan.errors())
                .singleElement()
                .asString()
                .contains("plinth:release", "blue has weight 100 before and 100 after")
                .doesNotContain("\tat ");
        assertThat(plan.resources()).extracting(Declared::type).containsExactly("pulumi:pulumi:StackReference");
    }

    @Test
    void podsThatNobodyRestartedBearNoMark() {
        assertThat(podMetadata(Plan.of("local"))).asInstanceOf(MAP).doesNotContainKey("annotations");
        assertThat(Plan.of("local").outputs()).doesNotContainKey("restarted");
    }

    @Test
    void aRequestToRestartMarksThePodsOfBothColours() {
        var values = new HashMap<>(StackFiles.settings("local").values());
        values.put("plinth:restart", "{\"at\": \"2026-02-01T10:00:00Z\"}");

        var plan = Plan.of(Environment.of(Settings.of("local", values)), Map.of("restarted", "2026-01-01T10:00:00Z"));

        assertThat(plan.all(DEPLOYMENT))
                .hasSize(2)
                .allSatisfy(deployment -> assertThat(deployment.at("spec", "template", "metadata", "annotations"))
                        .isEqualTo(Map.of("plinth.dev/restarted-at", "2026-02-01T10:00:00Z")));
        assertThat(plan.outputs()).containsEntry("restarted", "2026-02-01T10:00:00Z");
    }

    @Test
    void aRunWithoutARequestKeepsTheMarkOfTheLastRestart() {
        var plan = Plan.of(environment("local"), Map.of("restarted", "2026-01-01T10:00:00Z"));

        assertThat(podMetadata(plan))
                .asInstanceOf(MAP)
                .containsEntry("annotations", Map.of("plinth.dev/restarted-at", "2026-01-01T10:00:00Z"));
        assertThat(plan.outputs()).containsEntry("restarted", "2026-01-01T10:00:00Z");
    }

    private static Object podMetadata(Plan plan) {
        return plan.one(DEPLOYMENT, "api-green").at("spec", "template", "metadata");
    }

    private static Environment environment(String stack) {
        return Environment.of(StackFiles.settings(stack));
    }

    private static Environment environment(String stack, String request) {
        var values = new HashMap<>(StackFiles.settings(stack).values());
        values.put("plinth:release", request);
        return Environment.of(Settings.of(stack, values));
    }

    private static Map<String, Object> previous(String live, int blue, int green) {
        return Map.of(
                "release",
                Map.of(
                        "live", live,
                        "weights", Map.of("blue", blue, "green", green),
                        "images", Map.of("blue", "repo@sha256:b", "green", "repo@sha256:g")));
    }

    private static Object image(Plan plan, Colour colour) {
        return plan.one(DEPLOYMENT, "api-" + colour).at("spec", "template", "spec", "containers", 0, "image");
    }

    private static Object forwarded(Plan plan) {
        return plan.one(LISTENER, "edge-https").at("defaultActions", 0, "forward", "targetGroups");
    }

    private static Map<String, Object> target(String colour, double weight) {
        return Map.of("arn", "arn:edge-%s-id".formatted(colour), "weight", weight);
    }
}
