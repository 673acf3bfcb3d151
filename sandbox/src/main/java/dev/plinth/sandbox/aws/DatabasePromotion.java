package dev.plinth.sandbox.aws;

import dev.plinth.sandbox.resource.MachineNames;
import dev.plinth.sandbox.state.StoredResource;
import dev.plinth.sandbox.value.Value;
import dev.plinth.sandbox.value.Value.Fields;
import java.util.List;
import java.util.Optional;

/**
 * Makes a replica an instance of its own. As in RDS, the program that made it a replica is not changed by that: a refresh
 * shows that it replicates nothing any more.
 */
public record DatabasePromotion(Machinery machinery) {
    private static final String DAYS = "backupRetentionPeriod";

    /** The promoted instance. Proxies in front of its source lead to it from now on, which on AWS its caller sees to. */
    public StoredResource promote(StoredResource replica, int backupDays) {
        var name = MachineNames.of(replica);
        var routing = new ProxyRouting(machinery);
        var targets = source(replica).map(routing::targetsOf).orElse(List.of());
        // Nobody writes to the source through a proxy any more, so that nothing is written that the replica does not
        // get.
        targets.forEach(routing::cut);
        try {
            machinery.postgres().promote(name, backupDays);
        } catch (RuntimeException e) {
            targets.forEach(routing::restore);
            throw e;
        }
        var promoted = new StoredResource(
                replica.urn(),
                replica.id(),
                replica.generation(),
                independent(replica.inputs(), backupDays),
                independent(replica.outputs(), backupDays),
                true);
        machinery.state().put(promoted);
        targets.forEach(target -> routing.move(target, promoted));
        return promoted;
    }

    private Optional<StoredResource> source(StoredResource replica) {
        return machinery
                .postgres()
                .sourceOf(MachineNames.of(replica))
                .flatMap(source -> new DatabaseInstances(machinery.state())
                        .all().stream()
                                .filter(instance -> MachineNames.of(instance).equals(source))
                                .findFirst());
    }

    private static Fields independent(Fields replica, int backupDays) {
        return replica.without(DatabaseOrigin.SOURCE).with(DAYS, Value.number(backupDays));
    }
}
