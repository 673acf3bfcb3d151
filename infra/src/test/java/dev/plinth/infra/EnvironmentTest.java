package dev.plinth.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.plinth.infra.config.InvalidConfiguration;
import dev.plinth.infra.config.Problem;
import dev.plinth.infra.config.Settings;
import dev.plinth.infra.release.Colour;
import dev.plinth.infra.release.ReleaseRequest.Deploy;
import dev.plinth.infra.release.ReleaseRequest.GoLive;
import dev.plinth.infra.release.ReleaseRequest.Share;
import dev.plinth.infra.release.Weights;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

final class EnvironmentTest {
    static final List<String> STACKS = StackFiles.STACKS;

    @ParameterizedTest
    @FieldSource("STACKS")
    void everyCommittedStackIsValid(String stack) {
        assertThatCode(() -> Environment.of(StackFiles.settings(stack))).doesNotThrowAnyException();
    }

    @Test
    void productionKeepsThirtyFiveDaysAndAllSafeguards() {
        var production = Environment.of(StackFiles.settings("production"));

        assertThat(production.network().zones()).hasSize(3);
        assertThat(production.database().replicas()).isEqualTo(2);
        assertThat(production.database().standby()).isTrue();
        assertThat(production.database().retention().backupDays()).isEqualTo(35);
        assertThat(production.database().retention().deletionProtection()).isTrue();
        assertThat(production.cache().nodes()).isEqualTo(3);
        assertThat(production.edge().deletionProtection()).isTrue();
    }

    @Test
    void everyProblemIsToldAtOnceWithItsPathAndItsCure() {
        var problems = problems("""
                config:
                  plinth:region: eu-central-1
                  plinth:account: "1234"
                  plinth:cluster: {context: staging}
                  plinth:network: {cidr: 10.20.0.0/16, zones: [a, b], natGateway: one}
                  plinth:database: {instanceClass: db.m7g.large, backupDays: 40, replicas: two}
                  plinth:cache: {nodeType: cache.m7g.large, nodes: 0}
                  plinth:edge: {domain: localhost, deletionProtection: false}
                  plinth:monitoring: {enabled: true}
                """);

        assertThat(problems)
                .extracting(Problem::path)
                .containsExactlyInAnyOrder(
                        "plinth:account",
                        "plinth:network.natGateway",
                        "plinth:database.backupDays",
                        "plinth:database.replicas",
                        "plinth:cache.nodes",
                        "plinth:edge.deletionProtection",
                        "plinth:monitoring");
        assertThat(problems)
                .contains(
                        new Problem(
                                "plinth:database.backupDays",
                                "a whole number from 0 to 35",
                                "40",
                                "pulumi config set --path 'plinth:database.backupDays' 35"),
                        new Problem(
                                "plinth:network.natGateway",
                                "one of cidr, natGateways, zones",
                                "a setting that does not exist",
                                "did you mean natGateways?"));
    }

    @Test
    void theMessageListsEveryProblemAndNoStackTrace() {
        var failure = failure(StackFiles.settings("local", """
                config:
                  plinth:regoin: eu-central-1
                """));

        assertThat(failure)
                .hasMessageStartingWith("The configuration of stack local has ")
                .hasMessageContaining("plinth:regoin\n")
                .hasMessageContaining("did you mean region?")
                .hasMessageContaining("plinth:database.instanceClass\n")
                .hasMessageContaining("    found:    nothing\n")
                .hasMessageNotContaining("Exception");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            database: 12                                   | plinth:database
            database: {instanceClass: large}               | plinth:database.instanceClass
            database: {storageGib: 100, storageGibMax: 105}| plinth:database.storageGibMax
            database: {version: "9"}                       | plinth:database.version
            database: {publiclyAccessible: "yes"}          | plinth:database.publiclyAccessible
            database: {maintenanceWindow: "sat:02:30-sat:03:30"}| plinth:database.maintenanceWindow
            database: {backupWindow: "2am"}                | plinth:database.backupWindow
            database: {standby: false}                     | plinth:database.standby
            network: {cidr: 8.8.0.0/16}                    | plinth:network.cidr
            network: {cidr: 10.0.1.0/16}                   | plinth:network.cidr
            network: {cidr: 10.0.0.0/24}                   | plinth:network.cidr
            network: {zones: [a]}                          | plinth:network.zones
            network: {zones: [a, a]}                       | plinth:network.zones
            network: {zones: [a, eu-central-1b]}           | plinth:network.zones[1]
            network: {natGateways: two}                    | plinth:network.natGateways
            keys: {recoveryDays: 3}                        | plinth:keys.recoveryDays
            cache: {nodes: 1}                              | plinth:cache.nodes
            cache: {snapshotDays: 0}                       | plinth:cache.snapshotDays
            edge: {domain: api.example.com}                | plinth:edge.zoneId
            edge: {domain: "https://api.example.com"}      | plinth:edge.domain
            edge: {port: 70000}                            | plinth:edge.port
            edge: {port: 80}                               | plinth:edge.redirectPort
            edge: {tlsPolicy: ELBSecurityPolicy-2016-08}   | plinth:edge.tlsPolicy
            app: {cpu: lots}                               | plinth:app.cpu
            app: {memory: 1G}                              | plinth:app.memory
            release: {live: purple}                        | plinth:release.live
            release: {weights: {blue: 60, green: 60}}      | plinth:release.weights
            release: {images: {green: latest}}             | plinth:release.images.green
            accept: {cache.nodes: It is only a rehearsal.} | plinth:accept.cache.nodes
            """)
    void whatCannotBeIsNamedByItsPath(String setting, String path) {
        assertThat(problemsOfValidStackWith(setting)).extracting(Problem::path).containsExactly(path);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 35})
    void backupsMayBeTurnedOffHereBecauseThePolicyPacksJudgeThem(int days) {
        var environment = Environment.of(valid("database: {backupDays: %d, publiclyAccessible: true}".formatted(days)));

        assertThat(environment.database().retention().backupDays()).isEqualTo(days);
        assertThat(environment.database().publiclyAccessible()).isTrue();
    }

    @Test
    void aSafeguardIsGivenUpWithAReason() {
        var settings = valid("""
                cache: {nodes: 1}
                  plinth:accept: {cache.nodes: Nobody keeps a session here.}""");

        assertThat(Environment.of(settings).cache().nodes()).isEqualTo(1);
    }

    @Test
    void aReasonMustSaySomething() {
        assertThat(problemsOfValidStackWith("""
                cache: {nodes: 1}
                  plinth:accept: {cache.nodes: because}"""))
                .extracting(Problem::path)
                .containsExactly("plinth:accept.cache.nodes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PR-12", "pr_12", "12", "a-name-that-is-far-too-long", "pr-", ""})
    void aStackWhoseNameCannotBePartOfOtherNamesIsRefused(String stack) {
        var values = valid("keys: {}").values();

        assertThat(failure(Settings.of(stack, values)).problems())
                .extracting(Problem::path)
                .containsExactly("the stack's name");
    }

    @Test
    void aSecretIsNeverShown() {
        var values = new HashMap<>(valid("edge: {port: 70000}").values());
        var failure = failure(new Settings("staging", values, Set.of("plinth:edge")));

        assertThat(failure.problems())
                .singleElement()
                .extracting(Problem::found)
                .isEqualTo("a secret, not shown");
    }

    @Test
    void brokenJsonIsAProblemLikeAnyOther() {
        var values = new HashMap<>(valid("keys: {}").values());
        values.put("plinth:release", "{live: green");

        assertThat(failure(Settings.of("staging", values)).problems())
                .extracting(Problem::path)
                .containsExactly("plinth:release");
    }

    @Test
    void aReleaseRequestComesAsJsonTextFromTheCommandLine() {
        var values = new HashMap<>(valid("keys: {}").values());
        values.put(
                "plinth:release",
                "{\"live\":\"green\",\"weights\":{\"blue\":10,\"green\":90},\"images\":{\"blue\":\"current\"}}");

        assertThat(Environment.of(Settings.of("staging", values))
                        .app()
                        .request()
                        .changes())
                .containsExactly(new GoLive(Colour.GREEN), new Share(new Weights(10, 90)), new Deploy(Colour.BLUE));
    }

    @Test
    void settingsOfOthersAreLeftAlone() {
        var values = new HashMap<>(valid("keys: {}").values());
        values.put("aws:region", "us-east-1");

        assertThatCode(() -> Environment.of(Settings.of("staging", values))).doesNotThrowAnyException();
    }

    @Test
    void whatTheLanguageHostPassesIsReadAsItIs() {
        var settings = Settings.ofProcess(
                "local",
                Map.of(
                        "PULUMI_CONFIG",
                        "{\"plinth:region\":\"eu-central-1\"," + "\"plinth:network\":\"{\\\"zones\\\":[\\\"a\\\"]}\"}",
                        "PULUMI_CONFIG_SECRET_KEYS",
                        "[\"plinth:network\"]"));

        assertThat(settings.values())
                .containsEntry("plinth:region", "eu-central-1")
                .containsEntry("plinth:network", "{\"zones\":[\"a\"]}");
        assertThat(settings.secretKeys()).containsExactly("plinth:network");
    }

    private static List<Problem> problems(String yaml) {
        return failure(StackFiles.settings("staging", yaml)).problems();
    }

    private static List<Problem> problemsOfValidStackWith(String setting) {
        return failure(valid(setting)).problems();
    }

    private static InvalidConfiguration failure(Settings settings) {
        return catchThrowableOfType(InvalidConfiguration.class, () -> Environment.of(settings));
    }

    /** A stack that is valid by itself, with the group of the given settings changed where they say so. */
    private static Settings valid(String setting) {
        var base = StackFiles.settings("staging", """
                config:
                  plinth:region: eu-central-1
                  plinth:account: "111122223333"
                  plinth:cluster: {context: staging}
                  plinth:network: {cidr: 10.20.0.0/16, zones: [a, b]}
                  plinth:database: {instanceClass: db.m7g.large}
                  plinth:cache: {nodeType: cache.m7g.large}
                  plinth:edge: {domain: localhost}
                """);
        var changed = StackFiles.settings("staging", "config:\n  plinth:" + setting);
        return StackFiles.merged(base, changed);
    }
}
