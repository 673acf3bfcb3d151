package dev.plinth.sandbox.aws;

import dev.plinth.sandbox.state.StateStore;
import dev.plinth.sandbox.state.StoredResource;
import dev.plinth.sandbox.value.Properties;
import java.util.List;
import java.util.Optional;

/** The replication groups of the state. */
public record CacheGroups(StateStore state) {
    public List<StoredResource> all() {
        return state.ofType(ReplicationGroup.TOKEN).stream()
                .filter(StoredResource::ready)
                .toList();
    }

    public Optional<StoredResource> named(String id) {
        return all().stream()
                .filter(group -> group.id().equals(id)
                        || new Properties(group.outputs())
                                .text("replicationGroupId")
                                .filter(id::equals)
                                .isPresent())
                .findFirst();
    }
}
