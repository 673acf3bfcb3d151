package dev.plinth.sandbox.aws;

import dev.plinth.sandbox.check.Failure;
import dev.plinth.sandbox.postgres.RestorePoint;
import dev.plinth.sandbox.resource.MachineNames;
import dev.plinth.sandbox.state.StoredResource;
import dev.plinth.sandbox.value.Properties;
import dev.plinth.sandbox.value.Value;
import dev.plinth.sandbox.value.Value.Fields;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** What an instance has its first data from, if not from nothing: a source to follow, a moment, or a snapshot. */
record DatabaseOrigin(Machinery machinery, Properties inputs) {
    static final String SOURCE = "replicateSourceDb";
    private static final String SNAPSHOT = "snapshotIdentifier";
    private static final String RESTORE = "restoreToPointInTime";
    private static final String TIME = "restoreTime";
    private static final String LATEST = "useLatestRestorableTime";
    /** A moment is given in seconds, and the whole of that second is meant; a transaction's time has microseconds. */
    private static final long REST_OF_SECOND_NANOS = 999_999_000;

    boolean isNothing() {
        return !inputs.has(SOURCE) && !inputs.has(SNAPSHOT) && !inputs.has(RESTORE);
    }

    List<Failure> check() {
        var restore = inputs.in(RESTORE);
        if (!inputs.has(RESTORE) || restore.fields().entries().isEmpty()) {
            return List.of();
        }
        boolean both = restore.has(TIME) && restore.truth(LATEST);
        boolean notLatest = restore.fields().find(LATEST).isEmpty()
                || restore.fields()
                        .find(LATEST)
                        .filter(new Value.Truth(false)::equals)
                        .isPresent();
        boolean neither = !restore.has(TIME) && notLatest;
        return both || neither
                ? List.of(new Failure(RESTORE, "give either restoreTime or useLatestRestorableTime, one of them"))
                : List.of();
    }

    /** The instance to follow. */
    Optional<StoredResource> source() {
        return inputs.text(SOURCE).map(name -> existing(SOURCE, name));
    }

    /** What the new instance has of where its data is from. */
    Fields inherited() {
        if (inputs.has(SNAPSHOT)) {
            return machinery
                    .postgres()
                    .snapshots()
                    .find(snapshot())
                    .map(snapshot -> DatabaseInstances.remembered(snapshot.facts()))
                    .orElse(Fields.EMPTY);
        }
        return source().or(this::restored)
                .map(source -> DatabaseInstances.inherited(source.outputs()))
                .orElse(Fields.EMPTY);
    }

    /** The moment or the snapshot that the instance starts from. */
    RestorePoint point() {
        if (inputs.has(SNAPSHOT)) {
            return new RestorePoint.FromSnapshot(snapshot());
        }
        var source = MachineNames.of(restored().orElseThrow());
        return inputs.in(RESTORE)
                .text(TIME)
                .<RestorePoint>map(time -> new RestorePoint.Moment(source, moment(time)))
                .orElseGet(() -> new RestorePoint.Latest(source));
    }

    /** For how many days the source can be restored, which a new instance takes over unless the program says more. */
    int backupDays() {
        return restored()
                .map(source -> machinery.postgres().backupDays(MachineNames.of(source)))
                .orElse(1);
    }

    private Optional<StoredResource> restored() {
        if (!inputs.has(RESTORE)) {
            return Optional.empty();
        }
        var restore = inputs.in(RESTORE);
        var name = restore.text("sourceDbInstanceIdentifier")
                .or(() -> restore.text("sourceDbiResourceId"))
                .orElseThrow(() -> AwsKind.refused(
                        RESTORE, "the sandbox finds the source by sourceDbInstanceIdentifier or sourceDbiResourceId"));
        return Optional.of(existing(RESTORE, name));
    }

    private StoredResource existing(String property, String name) {
        return new DatabaseInstances(machinery.state())
                .named(name)
                .orElseThrow(() -> AwsKind.refused(property, "the sandbox has no instance " + name));
    }

    /** A snapshot may be named by ARN, too. */
    private String snapshot() {
        var name = inputs.text(SNAPSHOT).orElse("");
        int place = name.indexOf(":snapshot:");
        return place < 0 ? name : name.substring(place + ":snapshot:".length());
    }

    private static Instant moment(String time) {
        try {
            var moment = OffsetDateTime.parse(time).toInstant();
            boolean whole = moment.truncatedTo(ChronoUnit.SECONDS).equals(moment);
            return whole ? moment.plusNanos(REST_OF_SECOND_NANOS) : moment;
        } catch (DateTimeException e) {
            throw AwsKind.refused(
                    RESTORE + ".restoreTime", "expected a time as 2030-01-31T12:00:00Z, found '%s'".formatted(time));
        }
    }
}
