package dev.plinth.sandbox.aws;

import dev.plinth.sandbox.resource.Desired;
import dev.plinth.sandbox.resource.MachineNames;
import dev.plinth.sandbox.state.StoredResource;
import dev.plinth.sandbox.value.Properties;
import dev.plinth.sandbox.value.Value.Fields;
import java.util.Optional;

/** A database parameter group: a change reaches the servers that use it. */
final class DatabaseParameterGroup extends AwsKind {
    private final Machinery machinery;

    DatabaseParameterGroup(Machinery machinery) {
        this.machinery = machinery;
    }

    @Override
    public Fields run(Desired desired, StoredResource resource, Optional<StoredResource> before) {
        var name = ParameterGroups.nameOf(resource).orElse("");
        ParameterGroups.users(machinery.state(), DatabaseInstance.TOKEN, name).forEach(this::configure);
        return Fields.EMPTY;
    }

    private void configure(StoredResource server) {
        var name = MachineNames.of(server);
        int days = machinery.postgres().backupDays(name);
        var settings = new DatabaseSettings(machinery.state()).of(new Properties(server.inputs()), days);
        machinery.postgres().configure(name, settings);
    }
}
