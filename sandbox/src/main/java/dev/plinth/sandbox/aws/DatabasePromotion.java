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

    /** The promoted instance. Proxies in front of its source lead to it from now on, if the source does not answer. */
    public StoredResource promote(StoredResource replica, int backupDays) {
        var name = MachineNames.of(replica);
        var source = source(replica);
        machinery.postgres().promote(name, backupDays);
        var promoted = new StoredResource(
                replica.urn(),
                replica.id(),
                replica.generation(),
                independent(replica.inputs(), backupDays),
                independent(replica.outputs(), backupDays),
                true);
        machinery.state().put(promoted);
        var routing = new ProxyRouting(machinery);
        source.filter(former -> !machinery.postgres().answers(MachineNames.of(former))).stream()
                .map(routing::targetsOf)
                .flatMap(List::stream)
                .forEach(target -> routing.move(target, promoted));
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
