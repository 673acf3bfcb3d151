package dev.plinth.policy.test;

import static dev.plinth.policy.SampleRules.DAYS;
import static dev.plinth.policy.SampleRules.pack;
import static dev.plinth.policy.SampleRules.resourceRule;
import static dev.plinth.policy.SampleRules.stackRule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulumi.aws.rds.Instance;
import dev.plinth.policy.EnforcementLevel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PackTestTest {
    private static final Map<String, Object> EXEMPTION = Map.of(
            "rule", "keeps",
            "resource", "*::db",
            "reason", "a reason",
            "owner", "an owner",
            "expires", "2027-01-31");
    private static final PackTest PACK = PackTest.of(pack(
            resourceRule("keeps", resource -> resource.get(DAYS).orElse(0) < 7 ? List.of("is wrong") : List.of()),
            stackRule("pairs", (resource, stack) -> stack.resources().size() < 2 ? List.of("is alone") : List.of())));

    @TempDir
    private Path folder;

    @Test
    void judgesEachResourceAndThenTheStack() {
        assertThat(PACK.judge(database("db")).violations()).containsExactly("keeps: db is wrong", "pairs: db is alone");
        assertThat(PACK.judge(
                                database("a").with("backupRetentionPeriod", 7),
                                database("b").unknown("backupRetentionPeriod"))
                        .undecided())
                .containsExactly("keeps: b: backupRetentionPeriod is not known before the deployment");
    }

    @Test
    void obeysLevels() {
        assertThat(PACK.at(EnforcementLevel.DISABLED, "all")
                        .judge(database("db"))
                        .violations())
                .isEmpty();
    }

    @Test
    void obeysExemptionsUntilTheyEnd() {
        PackTest exempting = PACK.exempting(EXEMPTION);

        assertThat(exempting.on(LocalDate.of(2027, 1, 31)).judge(database("db")).exempted())
                .containsExactly("keeps: db is wrong");
        assertThat(exempting.on(LocalDate.of(2027, 2, 1)).judge(database("db")).violations())
                .contains("keeps: db is wrong")
                .anySatisfy(violation -> assertThat(violation).startsWith("exemptions: db: the exemption"));
    }

    @Test
    void judgesWhatTheStockCliHasWritten() throws IOException {
        Path export = Files.writeString(folder.resolve("stack.json"), """
                {"version": 3, "deployment": {"resources": [
                  {"urn": "urn:pulumi:dev::demo::pulumi:pulumi:Stack::demo-dev", "type": "pulumi:pulumi:Stack"},
                  {"urn": "urn:pulumi:dev::demo::aws:rds/instance:Instance::db", "custom": true,
                   "type": "aws:rds/instance:Instance", "inputs": {"backupRetentionPeriod": 1}, "outputs": {}}]}}""");

        assertThat(PACK.judge(export).violations()).containsExactly("keeps: db is wrong");
    }

    @Test
    void failsOnConfigurationThatDoesNotFit() {
        assertThatThrownBy(() -> PACK.configured("keep", Map.of("a", 1)))
                .isInstanceOf(AssertionError.class)
                .hasMessage("pack sample has no rule 'keep'; did you mean 'keeps'?");
    }

    @Test
    void failsOnARuleThatThrows() {
        PackTest broken = PackTest.of(pack(resourceRule("broken", resource -> {
            throw new IllegalStateException();
        })));

        assertThatThrownBy(() -> broken.judge(database("db")).violations())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("db: IllegalStateException");
    }

    private static TestResource database(String name) {
        return TestResource.of(Instance.class, name);
    }
}
