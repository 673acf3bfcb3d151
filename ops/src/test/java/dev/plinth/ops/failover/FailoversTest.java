package dev.plinth.ops.failover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.ops.Failure;
import dev.plinth.ops.cloud.Answers;
import dev.plinth.ops.cloud.Caches.Group;
import dev.plinth.ops.cloud.Cloud;
import dev.plinth.ops.cloud.Databases.Address;
import dev.plinth.ops.cloud.Databases.Server;
import dev.plinth.ops.cloud.StubAws;
import dev.plinth.ops.console.Json;
import dev.plinth.ops.database.Database;
import dev.plinth.ops.environment.Whereabouts;
import dev.plinth.ops.process.Interruption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a failover waits for, and what it measures; the stores' writes are played. */
final class FailoversTest {
    private static final Patience SHORT =
            new Patience(new Interruption(), Duration.ofMillis(10), Duration.ofSeconds(5));

    private final StubAws aws = StubAws.answering(500, "{}");
    private final Cloud cloud = Cloud.open(aws.place());

    @AfterEach
    void theEnd() {
        cloud.close();
        aws.close();
    }

    @Test
    void aServerOnItsStandbyIsDoneWhenWritesWorkAgain() {
        aws.when("Action=RebootDBInstance", "<RebootDBInstanceResponse/>")
                .when("Action=DescribeDBInstances", rebootingForAWhile());

        var moved = new StandbyFailover(cloud.databases(), "primary", failingFrom(2, 6), SHORT).carryOut();

        assertThat(moved.tried()).isTrue();
        assertThat(moved.unwritable())
                .hasValueSatisfying(time -> assertThat(time).isBetween(Duration.ofMillis(150), Duration.ofSeconds(4)));
        assertThat(aws.requests()).anyMatch(request -> request.contains("ForceFailover=true"));
    }

    @Test
    void aServerThatCannotBeReachedFromHereIsMeasuredByItsStatus() {
        aws.when("Action=RebootDBInstance", "<RebootDBInstanceResponse/>")
                .when("Action=DescribeDBInstances", Answers.server("primary", "rebooting", ""), up("primary"));

        var moved = new StandbyFailover(cloud.databases(), "primary", () -> false, SHORT).carryOut();

        assertThat(moved.tried()).isFalse();
        assertThat(moved.unwritable()).isPresent();
    }

    @Test
    void aReplicaIsPromotedWhenItFollowsNobodyAndIsAvailable() {
        var follows = "<ReadReplicaSourceDBInstanceIdentifier>primary</ReadReplicaSourceDBInstanceIdentifier>";
        aws.when("Action=PromoteReadReplica", "<PromoteReadReplicaResponse/>")
                .when("Action=DescribeDBProxyTargets", Answers.proxyTargets("replica-1"))
                .when(
                        "Action=DescribeDBInstances",
                        Answers.server("replica-1", "available", follows),
                        Answers.server("replica-1", "modifying", ""),
                        up("replica-1"));

        var moved = replicaFailover(Optional.of("primary")).carryOut();

        assertThat(moved.to()).isEqualTo("replica-1");
        assertThat(aws.requests().stream().filter(request -> request.contains("DescribeDBInstances")))
                .hasSize(3);
        assertThat(aws.requests()).noneMatch(request -> request.contains("Action=RegisterDBProxyTargets"));
    }

    @Test
    void aProxyThatStillLeadsToTheOldPrimaryIsLedToTheNewOne() {
        aws.when("Action=PromoteReadReplica", "<PromoteReadReplicaResponse/>")
                .when("Action=DescribeDBInstances", up("replica-1"))
                .when(
                        "Action=DescribeDBProxyTargets",
                        Answers.proxyTargets("primary"),
                        Answers.proxyTargets(),
                        Answers.proxyTargets("replica-1"))
                .when("Action=DeregisterDBProxyTargets", "<DeregisterDBProxyTargetsResponse/>")
                .when("Action=RegisterDBProxyTargets", "<RegisterDBProxyTargetsResponse/>");

        replicaFailover(Optional.of("primary")).carryOut();

        assertThat(aws.requests())
                .filteredOn(request -> request.contains("isterDBProxyTargets"))
                .satisfiesExactly(
                        first -> assertThat(first)
                                .contains(
                                        "Action=DeregisterDBProxyTargets",
                                        "DBProxyName=proxy",
                                        "TargetGroupName=default",
                                        "DBInstanceIdentifiers.member.1=primary"),
                        second -> assertThat(second)
                                .contains(
                                        "Action=RegisterDBProxyTargets",
                                        "DBProxyName=proxy",
                                        "TargetGroupName=default",
                                        "DBInstanceIdentifiers.member.1=replica-1"));
    }

    @Test
    void whatIsPromotedAlreadyIsNotPromotedAgain() {
        aws.when("Action=DescribeDBInstances", up("replica-1"))
                .when("Action=DescribeDBProxyTargets", Answers.proxyTargets(), Answers.proxyTargets("replica-1"))
                .when("Action=RegisterDBProxyTargets", "<RegisterDBProxyTargetsResponse/>");

        replicaFailover(Optional.empty()).carryOut();

        assertThat(aws.requests())
                .noneMatch(request -> request.contains("Action=PromoteReadReplica"))
                .anyMatch(request -> request.contains("Action=RegisterDBProxyTargets"));
    }

    @Test
    void whatStopsBetweenPromotionAndProxyIsToldWithTheWayOn() {
        aws.when("Action=PromoteReadReplica", "<PromoteReadReplicaResponse/>")
                .when("Action=DescribeDBInstances", up("replica-1"))
                .when("Action=DescribeDBProxyTargets", Answers.proxyTargets());

        assertThatThrownBy(() -> replicaFailover(Optional.of("primary")).carryOut())
                .isInstanceOfSatisfying(
                        Failure.class,
                        failure -> assertThat(failure.details())
                                .anyMatch(line -> line.contains("the same command goes on from there")));
    }

    @Test
    void aCacheIsDoneWhenAnotherNodeLeads() {
        aws.when("Action=TestFailover", "<TestFailoverResponse/>")
                .when("Action=DescribeReplicationGroups", Answers.cache("sessions-001"), Answers.cache("sessions-002"));
        var group = new Group("sessions", "available", "0001", "sessions-001", List.of("sessions-001", "sessions-002"));

        var moved = new CacheFailover(cloud.caches(), group, () -> true, SHORT).carryOut();

        assertThat(moved.to()).isEqualTo("sessions-002");
        assertThat(moved.unwritable()).isEmpty();
    }

    @Test
    void whatDoesNotComeAboutIsToldWithAWarning() {
        aws.when("Action=TestFailover", "<TestFailoverResponse/>")
                .when("Action=DescribeReplicationGroups", Answers.cache("sessions-001"));
        var group = new Group("sessions", "available", "0001", "sessions-001", List.of("sessions-001", "sessions-002"));
        var hasty = new Patience(new Interruption(), Duration.ofMillis(10), Duration.ofMillis(100));

        assertThatThrownBy(() -> new CacheFailover(cloud.caches(), group, () -> true, hasty).carryOut())
                .isInstanceOf(Failure.class)
                .hasMessageStartingWith("the failover of sessions did not come about");
    }

    private ReplicaFailover replicaFailover(Optional<String> source) {
        var where = new Whereabouts(Json.object()
                .set("database", Json.object().put("proxy", "proxy").put("proxyTargetGroup", "default")));
        var replica = new Server(
                "replica-1", "arn", "available", new Address("127.0.0.1", 5432), source, Optional.empty(), false);
        return new ReplicaFailover(
                new Database(where, cloud), new ReplicaFailover.Change("primary", replica), () -> true, SHORT);
    }

    private static String[] rebootingForAWhile() {
        var answers = new ArrayList<>(Collections.nCopies(60, Answers.server("primary", "rebooting", "")));
        answers.add(up("primary"));
        return answers.toArray(String[]::new);
    }

    private static String up(String server) {
        return Answers.server(server, "available", "");
    }

    /** Writes work but for the attempts from one to before another. */
    private static Probes.Probe failingFrom(int first, int end) {
        var attempts = new AtomicInteger();
        return () -> {
            var attempt = attempts.getAndIncrement();
            return attempt < first || attempt >= end;
        };
    }
}
