package dev.plinth.infra.component;

import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.Resource;
import java.util.Map;

/** Where a component lives: the environment that its resources are named after, and the engine's options for it. */
public record Scope(String environment, ComponentResourceOptions options) {

    /** The scope of a component that is part of another one. */
    public Scope within(Resource parent) {
        return new Scope(
                environment, ComponentResourceOptions.builder().parent(parent).build());
    }

    /** The name by which people find a resource of this environment in the provider's console. */
    public String title(String name) {
        return environment + "-" + name;
    }

    public Map<String, String> tags(String name) {
        return Map.of("Name", title(name));
    }
}
