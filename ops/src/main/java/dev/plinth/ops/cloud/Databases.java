package dev.plinth.ops.cloud;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.DBSnapshot;
import software.amazon.awssdk.services.rds.model.DbInstanceNotFoundException;

/** Database servers and their snapshots. */
public final class Databases {
    /** Of a server that is being made. */
    private static final Address UNKNOWN = new Address("", 0);

    private final RdsClient client;

    Databases(RdsClient client) {
        this.client = client;
    }

    /** Where a server answers. */
    public record Address(String host, int port) {}

    /**
     * A database server.
     *
     * @param arn what backups know it by
     * @param status as RDS names it, such as available
     * @param source the server that it follows; nothing for a primary
     * @param restorable the last moment that it can be restored to; nothing when it cannot
     * @param hasStandby whether a standby in another zone takes over when it fails
     */
    public record Server(
            String identifier,
            String arn,
            String status,
            Address address,
            Optional<String> source,
            Optional<Instant> restorable,
            boolean hasStandby) {
        public boolean isAvailable() {
            return status.equals("available");
        }
    }

    /**
     * A snapshot, which is of use once its status is available.
     *
     * @param kind automated, manual or awsbackup
     */
    public record Snapshot(
            String identifier, String status, String kind, Instant made, long sizeGib, boolean encrypted) {}

    public Server server(String identifier) {
        return Permissions.ask("rds:DescribeDBInstances", identifier, () -> describe(identifier));
    }

    /** The server, or nothing when there is none of this name. */
    public Optional<Server> find(String identifier) {
        return Permissions.ask("rds:DescribeDBInstances", identifier, () -> {
            try {
                return Optional.of(describe(identifier));
            } catch (DbInstanceNotFoundException e) {
                return Optional.empty();
            }
        });
    }

    /** Makes a replica a primary of its own; it is one once it is available and has no source. */
    public void promote(String replica) {
        Permissions.carryOut(
                "rds:PromoteReadReplica",
                replica,
                () -> client.promoteReadReplica(request -> request.dbInstanceIdentifier(replica)));
    }

    /** Restarts a server on its standby in another zone. */
    public void restartOnStandby(String identifier) {
        Permissions.carryOut(
                "rds:RebootDBInstance",
                identifier,
                () -> client.rebootDBInstance(
                        request -> request.dbInstanceIdentifier(identifier).forceFailover(true)));
    }

    /** Gives the server's owner a new password at once. */
    public void setPassword(String identifier, String password) {
        Permissions.carryOut(
                "rds:ModifyDBInstance",
                identifier,
                () -> client.modifyDBInstance(request -> request.dbInstanceIdentifier(identifier)
                        .masterUserPassword(password)
                        .applyImmediately(true)));
    }

    /** Begins a snapshot. */
    public void snapshot(String identifier, String snapshot) {
        Permissions.carryOut(
                "rds:CreateDBSnapshot",
                identifier,
                () -> client.createDBSnapshot(
                        request -> request.dbInstanceIdentifier(identifier).dbSnapshotIdentifier(snapshot)));
    }

    /** All snapshots of a server, by whomever they were made, the newest last. */
    public List<Snapshot> snapshots(String identifier) {
        return Permissions.ask(
                "rds:DescribeDBSnapshots",
                identifier,
                () -> client
                        .describeDBSnapshotsPaginator(request -> request.dbInstanceIdentifier(identifier))
                        .dbSnapshots()
                        .stream()
                        .map(Databases::read)
                        .sorted(Comparator.comparing(Snapshot::made))
                        .toList());
    }

    private Server describe(String identifier) {
        var answer = client.describeDBInstances(request -> request.dbInstanceIdentifier(identifier));
        return read(answer.dbInstances().getFirst());
    }

    private static Server read(DBInstance server) {
        var endpoint = Optional.ofNullable(server.endpoint());
        return new Server(
                server.dbInstanceIdentifier(),
                Objects.requireNonNullElse(server.dbInstanceArn(), ""),
                server.dbInstanceStatus(),
                endpoint.map(known -> new Address(known.address(), known.port()))
                        .orElse(UNKNOWN),
                Optional.ofNullable(server.readReplicaSourceDBInstanceIdentifier()),
                Optional.ofNullable(server.latestRestorableTime()),
                Boolean.TRUE.equals(server.multiAZ()));
    }

    /** One that is being made has no time yet. */
    private static Snapshot read(DBSnapshot snapshot) {
        return new Snapshot(
                snapshot.dbSnapshotIdentifier(),
                snapshot.status(),
                snapshot.snapshotType(),
                Objects.requireNonNullElseGet(snapshot.snapshotCreateTime(), Instant::now),
                Objects.requireNonNullElse(snapshot.allocatedStorage(), 0),
                Boolean.TRUE.equals(snapshot.encrypted()));
    }
}
