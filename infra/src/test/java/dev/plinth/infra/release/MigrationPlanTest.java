package dev.plinth.infra.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.infra.Cloud.Declared;
import dev.plinth.infra.Environment;
import dev.plinth.infra.Plan;
import dev.plinth.infra.StackFiles;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The Jobs that migrate, one a colour. */
final class MigrationPlanTest {
    static final List<String> STACKS = StackFiles.STACKS;

    private static final String JOB = "kubernetes:batch/v1:Job";
    private static final String BLUE = "api-blue-migration";

    @ParameterizedTest
    @FieldSource("STACKS")
    void eachColourMigratesWithItsOwnImage(String stack) {
        var plan = Plan.of(stack);

        assertThat(plan.all(JOB)).hasSize(2).allSatisfy(job -> {
            assertThat(PodAssertions.container(job, "args")).isEqualTo(List.of("migrate"));
            assertThat(PodAssertions.container(job, "image"))
                    .isEqualTo("1.dkr.ecr.eu-central-1.amazonaws.com/api@sha256:new");
            assertThat(PodAssertions.pod(job, "restartPolicy")).isEqualTo("Never");
            PodAssertions.hasNoRightsItDoesNotNeed(job);
        });
    }

    @Test
    void anotherImageIsAnotherJob() {
        var before = name(kept("sha256:one"));
        var after = name(kept("sha256:two"));

        assertThat(before).startsWith("api-migration-blue-").isNotEqualTo(after);
        assertThat(name(kept("sha256:one"))).isEqualTo(before);
    }

    @Test
    void onlyAMigrationHasTheOwnersPassword() {
        var plan = Plan.of("production");

        assertThat(PodAssertions.variables(plan.one(JOB, BLUE)))
                .containsOnlyKeys(
                        "MDL_DATABASE_URL",
                        "MDL_DATABASE_OWNER",
                        "MDL_DATABASE_OWNER_PASSWORD",
                        "MDL_DATABASE_USER",
                        "MDL_DATABASE_PASSWORD")
                .containsEntry("MDL_DATABASE_OWNER", "mdl_admin")
                .containsEntry("MDL_DATABASE_USER", "mdl_app")
                .containsEntry(
                        "MDL_DATABASE_OWNER_PASSWORD",
                        Map.of("secretKeyRef", Map.of("name", "api-migration-credentials", "key", "owner-password")));
    }

    @Test
    void noServiceOfTheApiFindsAMigration() {
        var plan = Plan.of("production");
        var selector =
                (Map<?, ?>) plan.one("kubernetes:core/v1:Service", "api-blue").at("spec", "selector");
        var labels = (Map<?, ?>) plan.one(JOB, BLUE).at("spec", "template", "metadata", "labels");

        assertThat(labels.entrySet().containsAll(selector.entrySet())).isFalse();
    }

    @Test
    void aMigrationThatHangsOrFailsEnds() {
        Declared job = Plan.of("production").one(JOB, BLUE);

        assertThat(job.at("spec", "activeDeadlineSeconds")).isEqualTo(900.0);
        assertThat(job.at("spec", "backoffLimit")).isEqualTo(3.0);
        // Else the engine would find it missing, and make it again.
        assertThat(PodAssertions.specKeys(job)).doesNotContain("ttlSecondsAfterFinished");
    }

    private static Plan kept(String digest) {
        return Plan.of(
                Environment.of(StackFiles.settings("local")),
                Map.of(
                        "release",
                        Map.of(
                                "live", "blue",
                                "weights", Map.of("blue", 100, "green", 0),
                                "images", Map.of("blue", "repo@" + digest, "green", "repo@sha256:g"))));
    }

    private static String name(Plan plan) {
        return String.valueOf(plan.one(JOB, BLUE).at("metadata", "name"));
    }
}
