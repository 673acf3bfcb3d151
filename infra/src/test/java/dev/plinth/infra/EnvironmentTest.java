package dev.plinth.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.plinth.infra.config.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a configuration may say, and how it is told what it may not. */
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
                  plinth:recoveryRegion: eu-west-1
                  plinth:account: "1234"
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
                                "one of cidr, interfaceEndpoints, natGateways, zones",
                                "a setting that does not exist",
                                "did you mean natGateways?"));
    }

    @Test
    void theMessageListsEveryProblemAndNoStackTrace() {
        var failure = StackFiles.failure(StackFiles.settings("local", """
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
            database: {rotationDays: 91}                   | plinth:database.rotationDays
            network: {cidr: 8.8.0.0/16}                    | plinth:network.cidr
            network: {cidr: 10.0.1.0/16}                   | plinth:network.cidr
            network: {cidr: 10.0.0.0/24}                   | plinth:network.cidr
            network: {zones: [a]}                          | plinth:network.zones
            network: {zones: [a, a]}                       | plinth:network.zones
            network: {zones: [a, eu-central-1b]}           | plinth:network.zones[1]
            network: {natGateways: two}                    | plinth:network.natGateways
            network: {natGateways: none, interfaceEndpoints: false}| plinth:network.interfaceEndpoints
            keys: {recoveryDays: 3}                        | plinth:keys.recoveryDays
            cache: {nodes: 1}                              | plinth:cache.nodes
            notices: {emails: [platform]}                  | plinth:notices.emails[0]
            audit: {enabled: false}                        | plinth:audit.enabled
            cache: {use: everything}                       | plinth:cache.use
            cache: {snapshotDays: 0}                       | plinth:cache.snapshotDays
            edge: {zoneId: Z0123456789ABC}                 | plinth:edge.zoneId
            edge: {domain: "https://metrics.example.com"}  | plinth:edge.domain
            edge: {priceClass: dear}                       | plinth:edge.priceClass
            edge: {countries: [Germany]}                   | plinth:edge.countries[0]
            edge: {waf: {apiPerMinute: 1}}                 | plinth:edge.waf.apiPerMinute
            edge: {waf: {mode: {rate: off}}}               | plinth:edge.waf.mode.rate
            edge: {waf: {mode: {common: count}}}           | plinth:edge.waf.mode.common
            site: {version: none}                          | plinth:site.version
            site: {version: ../1.2.3}                      | plinth:site.version
            app: {cpu: lots}                               | plinth:app.cpu
            app: {memory: 1G}                              | plinth:app.memory
            release: {live: purple}                        | plinth:release.live
            release: {weights: {blue: 60, green: 60}}      | plinth:release.weights
            release: {images: {green: latest}}             | plinth:release.images.green
            restart: {at: today}                           | plinth:restart.at
            prometheus: somewhere                          | plinth:prometheus
            accept: {cache.nodes: It is only a rehearsal.} | plinth:accept.cache.nodes
            """)
    void whatCannotBeIsNamedByItsPath(String setting, String path) {
        assertThat(problemsOfValidStackWith(setting)).extracting(Problem::path).containsExactly(path);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 35})
    void backupsMayBeTurnedOffHereBecauseThePolicyPacksJudgeThem(int days) {
        var environment = Environment.of(
                StackFiles.valid("database: {backupDays: %d, publiclyAccessible: true}".formatted(days)));

        assertThat(environment.database().retention().backupDays()).isEqualTo(days);
        assertThat(environment.database().publiclyAccessible()).isTrue();
    }

    @Test
    void aSafeguardIsGivenUpWithAReason() {
        var settings = StackFiles.valid("""
                cache: {nodes: 1}
                  plinth:accept: {cache.nodes: Nobody keeps a session here.}""");

        assertThat(Environment.of(settings).cache().nodes()).isEqualTo(1);
    }

    @Test
    void whoeverReleasesMayAskPrometheus() {
        assertThat(Environment.of(StackFiles.valid("keys: {}")).prometheus()).isEmpty();
        assertThat(Environment.of(StackFiles.valid("prometheus: https://prometheus.example.com/metrics"))
                        .prometheus())
                .hasValue("https://prometheus.example.com/metrics");
    }

    @Test
    void aReasonMustSaySomething() {
        assertThat(problemsOfValidStackWith("""
                cache: {nodes: 1}
                  plinth:accept: {cache.nodes: because}"""))
                .extracting(Problem::path)
                .containsExactly("plinth:accept.cache.nodes");
    }

    private static List<Problem> problems(String yaml) {
        return StackFiles.failure(StackFiles.settings("staging", yaml)).problems();
    }

    private static List<Problem> problemsOfValidStackWith(String setting) {
        return StackFiles.failure(StackFiles.valid(setting)).problems();
    }
}
