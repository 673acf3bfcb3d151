package dev.plinth.sandbox.reconcile;

import dev.plinth.sandbox.pod.PodStatus;
import dev.plinth.sandbox.state.StoredResource;
import dev.plinth.sandbox.state.Urn;
import dev.plinth.sandbox.value.Properties;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The state at one moment, and the pods that get traffic, by the URN of their Deployment. */
public record Snapshot(List<StoredResource> resources, Map<Urn, List<PodStatus>> pods) {
    public Snapshot {
        resources = List.copyOf(resources);
        pods = Map.copyOf(pods);
    }

    /** Resources of a type; AWS has two names for each type of load balancing. */
    Stream<StoredResource> ofType(String token) {
        return resources.stream()
                .filter(resource -> resource.urn()
                        .type()
                        .replaceFirst("^aws:alb/", "aws:lb/")
                        .equals(token));
    }

    /** The resource of a type that has this text as its output. */
    Optional<StoredResource> withOutput(String token, String output, String text) {
        return ofType(token)
                .filter(resource -> new Properties(resource.outputs())
                        .text(output)
                        .filter(text::equals)
                        .isPresent())
                .findFirst();
    }

    Optional<StoredResource> object(String token, String namespace, String name) {
        return ofType(token)
                .filter(resource -> {
                    var object = new Properties(resource.inputs());
                    return Workload.namespace(object).equals(namespace)
                            && object.in("metadata")
                                    .text("name")
                                    .filter(name::equals)
                                    .isPresent();
                })
                .findFirst();
    }
}
