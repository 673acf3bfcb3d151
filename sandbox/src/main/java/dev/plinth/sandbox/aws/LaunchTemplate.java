package dev.plinth.sandbox.aws;

import dev.plinth.sandbox.resource.Desired;
import dev.plinth.sandbox.state.StoredResource;
import dev.plinth.sandbox.value.Properties;
import dev.plinth.sandbox.value.Value;
import dev.plinth.sandbox.value.Value.Fields;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A launch template: every change of it is a new version, which node groups follow. */
final class LaunchTemplate extends AwsKind {
    private static final String LATEST = "latestVersion";
    private static final String DEFAULT = "defaultVersion";

    @Override
    public Set<String> renewed() {
        return Set.of(LATEST);
    }

    @Override
    public Fields run(Desired desired, StoredResource resource, Optional<StoredResource> before) {
        int earlier = before.flatMap(old -> new Properties(old.outputs()).whole(LATEST))
                .orElse(0);
        int latest = earlier + 1;
        int standard = desired.properties().truth("updateDefaultVersion")
                ? latest
                : desired.properties().whole(DEFAULT).orElse(1);
        return new Fields(Map.of(LATEST, Value.number(latest), DEFAULT, Value.number(standard)));
    }
}
