package dev.plinth.policy.plan;

import static dev.plinth.policy.SampleRules.DAYS;
import static dev.plinth.policy.SampleRules.IDENTIFIER;
import static dev.plinth.policy.SampleRules.INSTANCES;
import static dev.plinth.policy.SampleRules.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.UnknownValueException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PlanFileTest {
    private static final Property<String> ID = INSTANCES.text("id");
    private static final Property<String> ARN = INSTANCES.text("arn");

    @TempDir
    private Path folder;

    @Test
    void readsTheInputsOfAPreview() {
        Plan plan = preview(step("create", "db", "\"backupRetentionPeriod\": 7, \"identifier\": \"prod\""));

        assertThat(plan.origin()).isEqualTo(new Plan.Origin("shop", "prod", true));
        Resource database = plan.resources().getFirst();
        assertThat(database.type()).isEqualTo("aws:rds/instance:Instance");
        assertThat(database.name()).isEqualTo("db");
        assertThat(database.get(DAYS)).contains(7);
        assertThat(database.get(IDENTIFIER)).contains("prod");
    }

    @Test
    void knowsWhatThePreviewDoesNotKnow() {
        Resource database = preview(step("create", "db", "\"identifier\": \"04da6b54-80e4-46f7-96ec-b56ff0331ba9\""))
                .resources()
                .getFirst();

        assertThat(database.isUnknown(IDENTIFIER)).isTrue();
    }

    @Test
    void knowsASecretThatThePreviewDoesNotShow() {
        Resource database = preview(step("create", "db", "\"password\": \"[secret]\""))
                .resources()
                .getFirst();

        assertThat(database.isSecret(PASSWORD)).isTrue();
        assertThatThrownBy(() -> database.get(PASSWORD)).isInstanceOf(UnknownValueException.class);
    }

    @Test
    void leavesOutWhatTheEngineAddsForItself() {
        Resource database = preview(step("create", "db", "\"__defaults\": [], \"identifier\": \"prod\""))
                .resources()
                .getFirst();

        assertThat(database)
                .isEqualTo(preview(step("create", "db", "\"identifier\": \"prod\""))
                        .resources()
                        .getFirst());
    }

    @Test
    void leavesOutWhatIsDeletedAndWhatIsOnlyRead() {
        Plan plan = preview(
                "{\"op\": \"delete\", \"urn\": \"u\", \"oldState\": {}}",
                "{\"op\": \"delete-replaced\", \"urn\": \"u\", \"oldState\": {}}",
                "{\"op\": \"read\", \"urn\": \"u\", \"newState\": {}}",
                step("create", "db", ""));

        assertThat(plan.resources()).extracting(Resource::name).containsExactly("db");
    }

    @Test
    void seesAReplacedResourceOnce() {
        Plan plan = preview(
                step("create-replacement", "db", "\"backupRetentionPeriod\": 1"),
                step("replace", "db", "\"backupRetentionPeriod\": 1"));

        assertThat(plan.resources()).hasSize(1);
        assertThat(plan.outcome().resources()).hasSize(1);
    }

    @Test
    void doesNotKnowTheIdOfANewResource() {
        Resource database = outcome(preview(step("create", "db", "\"identifier\": \"prod\"")));

        assertThat(database.get(IDENTIFIER)).contains("prod");
        assertThat(database.isUnknown(ID)).isTrue();
    }

    @Test
    void takesTheOutputsOfAnUnchangedResourceFromItsOldState() {
        Plan plan = preview("""
                {"op": "same", "urn": "%1$s",
                 "oldState": {"urn": "%1$s", "custom": true, "type": "aws:rds/instance:Instance", "id": "db-1",
                              "outputs": {"arn": "arn:db", "backupRetentionPeriod": 3}},
                 "newState": {"urn": "%1$s", "custom": true, "type": "aws:rds/instance:Instance",
                              "inputs": {"backupRetentionPeriod": 7}}}""".formatted(urn("db")));

        assertThat(outcome(plan).get(ARN)).contains("arn:db");
        assertThat(outcome(plan).get(ID)).contains("db-1");
        assertThat(outcome(plan).get(DAYS)).contains(7);
        assertThat(plan.resources().getFirst().has(ARN)).isFalse();
    }

    @Test
    void refusesAPreviewThatLeavesOutUnchangedResources() {
        assertThatThrownBy(() -> read("{\"steps\": [], \"changeSummary\": {\"same\": 3}}"))
                .isInstanceOf(UnreadablePlanException.class)
                .hasMessageContaining("leaves out 3 of 3 unchanged resources")
                .hasMessageContaining("--show-sames");
    }

    @Test
    void refusesAPreviewThatFailed() {
        assertThatThrownBy(() -> read("""
                {"steps": [], "diagnostics": [{"severity": "info", "message": "fine"},
                                              {"severity": "error", "message": "no bucket\\nat line 7\\n"}]}"""))
                .isInstanceOf(UnreadablePlanException.class)
                .hasMessageContaining("diagnostics[1]: the preview failed, so the plan is not whole: no bucket");
    }

    @Test
    void readsAStacksStateByInputsAndOutputs() {
        Plan plan = state(resource(
                "db", "\"id\": \"db-1\", \"inputs\": {\"identifier\": \"prod\"}, \"outputs\": {\"arn\": \"a\"}"));

        assertThat(plan.origin().preview()).isFalse();
        assertThat(plan.resources().getFirst().get(IDENTIFIER)).contains("prod");
        assertThat(outcome(plan).get(ARN)).contains("a");
        assertThat(outcome(plan).get(ID)).contains("db-1");
    }

    @Test
    void readsSecretsThatWereExportedInClearTextAsSecrets() {
        Resource database = state(resource("db", """
                "inputs": {"password": {"4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270",
                                        "plaintext": "\\"hunter2\\""}}""")).resources().getFirst();

        assertThat(database.get(PASSWORD)).contains("hunter2");
        assertThat(database.isSecret(PASSWORD)).isTrue();
    }

    @Test
    void doesNotKnowAnEncryptedSecret() {
        Resource database = state(resource("db", """
                "inputs": {"password": {"4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270",
                                        "ciphertext": "v1:abc"}}""")).resources().getFirst();

        assertThat(database.isUnknown(PASSWORD)).isTrue();
        assertThat(database.isSecret(PASSWORD)).isTrue();
    }

    @Test
    void leavesOutOfAStateWhatIsExternalOrPendingDeletion() {
        Plan plan = state(
                resource("a", "\"external\": true"), resource("b", "\"delete\": true"), resource("c", "\"id\": \"c\""));

        assertThat(plan.resources()).extracting(Resource::name).containsExactly("c");
    }

    @Test
    void keepsHowResourcesStandToEachOther() {
        Resource replica = state(resource("replica", """
                "parent": "P", "dependencies": ["D"], "propertyDependencies": {"replicateSourceDb": ["D"]},
                "protect": true, "ignoreChanges": ["tags"]""")).resources().getFirst();

        assertThat(replica.links().parent()).contains("P");
        assertThat(replica.links().dependencies()).containsExactly("D");
        assertThat(replica.links().propertyDependencies().get("replicateSourceDb"))
                .containsExactly("D");
        assertThat(replica.options().protect()).isTrue();
        assertThat(replica.options().ignoreChanges()).containsExactly("tags");
    }

    @Test
    void findsTheProviderOfAResource() {
        String provider = "urn:pulumi:prod::shop::pulumi:providers:aws::eu";
        Plan plan = state(
                "{\"urn\": \"%s\", \"custom\": true, \"type\": \"pulumi:providers:aws\", \"id\": \"7\"}"
                        .formatted(provider),
                resource("db", "\"provider\": \"%s::7\"".formatted(provider)));

        assertThat(plan.resources().getLast().provider())
                .hasValueSatisfying(instance -> assertThat(instance.name()).isEqualTo("eu"));
    }

    @Test
    void knowsTheLineThatNamesAResource() {
        Plan plan = read("{\"deployment\": {\"resources\": [\n%s,\n%s]}}"
                .formatted(resource("a", "\"id\": \"a\""), resource("b", "\"id\": \"b\"")));

        assertThat(plan.line(urn("b"))).hasValue(3);
        assertThat(plan.line("urn:pulumi:prod::shop::t::none")).isEmpty();
    }

    @Test
    void readsAStackWithoutResources() {
        assertThat(read("{\"version\": 3, \"deployment\": {\"resources\": null}}")
                        .resources())
                .isEmpty();
    }

    @Test
    void saysWhereAFileIsNotWhatItHasToBe() {
        assertThatThrownBy(() -> state("{\"urn\": 7}"))
                .hasMessageContaining("plan.json: deployment.resources[0].urn: expected a text, found a number")
                .hasMessageContaining("pulumi stack export");
    }

    @Test
    void saysWhatAnUnfitUrnLooksLike() {
        assertThatThrownBy(() -> state("{\"urn\": \"db\", \"type\": \"t\"}"))
                .hasMessageContaining("expected urn:pulumi:STACK::PROJECT::TYPE::NAME, found \"db\"");
    }

    @Test
    void saysWhereAFileIsNoJson() {
        assertThatThrownBy(() -> read("{\n  nonsense")).hasMessageContaining("plan.json: line 2, column");
    }

    @Test
    void guessesWhatElseAFileIs() {
        assertThatThrownBy(() -> read("{\"resourcePlans\": {}}")).hasMessageContaining("--save-plan");
        assertThatThrownBy(() -> read("{\"policies\": []}")).hasMessageContaining("plinth preview --json");
        assertThatThrownBy(() -> read("{\"a\": 1, \"b\": 2}")).hasMessageContaining("an object with a, b");
        assertThatThrownBy(() -> read("[]")).hasMessageContaining("expected an object of JSON");
    }

    @Test
    void saysThatAFileIsNotThere() {
        assertThatThrownBy(() -> PlanFile.read(folder.resolve("none.json")))
                .isInstanceOf(UnreadablePlanException.class)
                .hasMessageContaining("none.json: there is no such file");
    }

    private Plan preview(String... steps) {
        return read("{\"steps\": [%s], \"changeSummary\": {}}".formatted(String.join(",", steps)));
    }

    private Plan state(String... resources) {
        return read("{\"version\": 3, \"deployment\": {\"resources\": [%s]}}".formatted(String.join(",", resources)));
    }

    private Plan read(String json) {
        try {
            return PlanFile.read(Files.writeString(folder.resolve("plan.json"), json));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Resource outcome(Plan plan) {
        return List.copyOf(plan.outcome().resources()).getFirst();
    }

    private static String step(String operation, String name, String inputs) {
        return "{\"op\": \"%s\", \"urn\": \"%s\", \"newState\": %s}"
                .formatted(operation, urn(name), resource(name, "\"inputs\": {%s}".formatted(inputs)));
    }

    private static String resource(String name, String more) {
        return "{\"urn\": \"%s\", \"custom\": true, \"type\": \"aws:rds/instance:Instance\", %s}"
                .formatted(urn(name), more);
    }

    private static String urn(String name) {
        return "urn:pulumi:prod::shop::aws:rds/instance:Instance::" + name;
    }
}
