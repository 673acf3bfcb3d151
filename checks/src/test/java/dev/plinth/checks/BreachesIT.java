package dev.plinth.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program that breaks every rule once, in the real engine: each rule finds its breach, and nothing else. */
final class BreachesIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path PROGRAM = House.ROOT.resolve("policies/breaches");

    @TempDir
    private static Path state;

    @AfterAll
    static void leaveNothingRunning() {
        new Shell(state).run("./plinth down");
    }

    @Test
    void everyRuleOfBothPacksFindsExactlyOneBreach() throws IOException {
        var found = new ArrayList<String>();
        found.addAll(findings("present"));
        found.addAll(findings("absent"));

        assertThat(found).containsExactlyInAnyOrderElementsOf(rules());
    }

    @Test
    void aBucketWithoutEncryptionComesOutOfAPreviewWithIt() throws IOException {
        var events = preview(
                "remedied",
                "--policy-pack $packs/security/plinth-security --policy-pack-config $packs/breaches/remedy.json --diff");

        var remedy = only(events, "policyRemediationEvent");
        assertThat(remedy.path("policyName").asText()).isEqualTo("s3-kms-encryption");
        assertThat(remedy.path("before").has("serverSideEncryptionConfiguration"))
                .isFalse();
        assertThat(remedy.at("/after/serverSideEncryptionConfiguration/rule/applyServerSideEncryptionByDefault"
                                + "/sseAlgorithm")
                        .asText())
                .isEqualTo("aws:kms");
        var planned = all(events, "resourcePreEvent").stream()
                .map(event -> event.at("/metadata/new/inputs/serverSideEncryptionConfiguration"))
                .filter(encryption -> !encryption.isMissingNode());
        assertThat(planned).hasSize(1);
    }

    /** The rules that found something, once for each finding. */
    private static List<String> findings(String stack) throws IOException {
        var events = preview(
                stack,
                "--policy-pack $packs/security/plinth-security --policy-pack-config $packs/breaches/security.json"
                        + " --policy-pack $packs/backup/plinth-backup --policy-pack-config $packs/breaches/backup.json");
        return all(events, "policyEvent").stream()
                .map(finding -> finding.path("policyName").asText())
                .toList();
    }

    /** What the stock CLI tells while it previews a stack of the program. */
    private static List<JsonNode> preview(String stack, String packs) throws IOException {
        var log = state.resolve(stack + ".events");
        // The CLI hides its log of events among what is for its own developers.
        var setUp = "eval \"$(./plinth sandbox env)\" && unset PULUMI_STACK && export PULUMI_DEBUG_COMMANDS=true";
        var enter = "packs=$PWD/policies && cd '%s'".formatted(project());
        var select = "pulumi stack select --create %s --non-interactive".formatted(stack);
        var plan = "pulumi preview --stack %s --non-interactive --event-log '%s' %s".formatted(stack, log, packs);
        var preview = new Shell(state).run(String.join(" && ", setUp, enter, select, plan));
        assertThat(preview.exitCode()).as(preview.everything()).isZero();
        var events = new ArrayList<JsonNode>();
        for (String line : Files.readAllLines(log)) {
            events.add(JSON.readTree(line));
        }
        return events;
    }

    private static List<JsonNode> all(List<JsonNode> events, String kind) {
        return events.stream()
                .filter(event -> event.has(kind))
                .map(event -> event.path(kind))
                .toList();
    }

    private static JsonNode only(List<JsonNode> events, String kind) {
        var found = all(events, kind);
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    /** Beside the checkout, as the CLI writes into the files of its stacks. */
    private static Path project() throws IOException {
        var project = Files.createDirectories(state.resolve("breaches"));
        for (String file : List.of("Pulumi.present.yaml", "Pulumi.absent.yaml", "Pulumi.remedied.yaml")) {
            Files.writeString(project.resolve(file), Files.readString(PROGRAM.resolve(file)));
        }
        Files.writeString(
                project.resolve("Pulumi.yaml"),
                Files.readString(PROGRAM.resolve("Pulumi.yaml")) + "main: " + PROGRAM + "\n");
        return project;
    }

    private static List<String> rules() throws IOException {
        var list = new Shell(state).run("./plinth policy list --json");
        assertThat(list.exitCode()).as(list.everything()).isZero();
        var rules = new ArrayList<String>();
        JSON.readTree(list.output()).forEach(rule -> rules.add(rule.path("id").asText()));
        assertThat(rules).hasSizeGreaterThan(100);
        return rules;
    }
}
