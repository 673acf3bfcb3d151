package dev.plinth.sandbox.aws;

import dev.plinth.sandbox.resource.Desired;
import dev.plinth.sandbox.state.StoredResource;
import dev.plinth.sandbox.value.Value.Fields;
import java.util.Optional;

/** A cache parameter group: a change reaches the replication groups that use it. */
final class CacheParameterGroup extends AwsKind {
    private final Machinery machinery;

    CacheParameterGroup(Machinery machinery) {
        this.machinery = machinery;
    }

    @Override
    public Fields run(Desired desired, StoredResource resource, Optional<StoredResource> before) {
        var name = ParameterGroups.nameOf(resource).orElse("");
        ParameterGroups.users(machinery.state(), ReplicationGroup.TOKEN, name)
                .map(group -> ReplicationGroup.spec(machinery.state(), group))
                .forEach(machinery.redis()::update);
        return Fields.EMPTY;
    }
}
