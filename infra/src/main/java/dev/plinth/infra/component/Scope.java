package dev.plinth.infra.component;

import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import java.util.Map;

/**
 * Where a component lives.
 *
 * @param environment what its resources are named after
 * @param keepsData whether the engine refuses to delete what holds data, see {@link #keeping}
 * @param options the engine's options for the component
 */
public record Scope(
        String environment, Account account, Regions regions, boolean keepsData, ComponentResourceOptions options) {
    /** What carries this tag, with the environment as value, is backed up. */
    public static final String BACKUP_TAG = "Backup";

    /** The scope of a component that is part of another one. */
    public Scope within(Resource parent) {
        return with(ComponentResourceOptions.builder().parent(parent).build());
    }

    /** This scope, with the cluster that its Kubernetes objects go to. */
    public Scope on(com.pulumi.kubernetes.Provider cluster) {
        // The others stay: the merge adds to them.
        return with(ComponentResourceOptions.merge(
                options, ComponentResourceOptions.builder().providers(cluster).build()));
    }

    /** The options of a component's resources. */
    public CustomResourceOptions child(Resource parent) {
        return CustomResourceOptions.builder().parent(parent).build();
    }

    /** The options of a component's resources that live in another region than the environment. */
    public CustomResourceOptions childIn(Place place, Resource parent) {
        return CustomResourceOptions.builder()
                .parent(parent)
                .provider(regions.at(place))
                .build();
    }

    /** The options of resources that hold what cannot be made again: data, keys, logs, the domain's zone. */
    public CustomResourceOptions keeping(Resource parent) {
        return CustomResourceOptions.builder().parent(parent).protect(keepsData).build();
    }

    /** As {@link #keeping(Resource)}, in another region than the environment. */
    public CustomResourceOptions keepingIn(Place place, Resource parent) {
        return CustomResourceOptions.builder()
                .parent(parent)
                .provider(regions.at(place))
                .protect(keepsData)
                .build();
    }

    /** The name by which people find a resource of this environment in the provider's console. */
    public String title(String name) {
        return environment + "-" + name;
    }

    /** The name of what must be unique among all accounts of AWS, such as a bucket. */
    public String globalTitle(String name) {
        return "%s-%s-%s".formatted(environment, account.id(), name);
    }

    public Map<String, String> tags(String name) {
        return Map.of("Name", title(name));
    }

    /** The tags of what the environment's backup plan is to back up. */
    public Map<String, String> backedUpTags(String name) {
        return Map.of("Name", title(name), BACKUP_TAG, environment);
    }

    private Scope with(ComponentResourceOptions others) {
        return new Scope(environment, account, regions, keepsData, others);
    }
}
