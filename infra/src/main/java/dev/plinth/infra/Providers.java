package dev.plinth.infra;

import com.pulumi.aws.Provider;
import com.pulumi.aws.ProviderArgs;
import com.pulumi.aws.inputs.ProviderDefaultTagsArgs;
import com.pulumi.resources.ComponentResourceOptions;
import dev.plinth.infra.component.Account;
import dev.plinth.infra.component.Regions;
import dev.plinth.infra.component.Scope;
import java.util.HashMap;
import java.util.Map;

/**
 * The providers of an environment. They are made from its configuration and not from what happens to be set on a
 * machine: an environment never ends up in the account that somebody used last. Its cluster gives its own provider.
 */
final class Providers {
    private Providers() {}

    static Scope scope(Identity identity) {
        var account = identity.account();
        var regions = new Regions(
                aws("aws", account.region(), identity),
                aws("aws-recovery", account.recoveryRegion(), identity),
                aws("aws-global", Account.GLOBAL_REGION, identity));
        return scope(identity, regions);
    }

    /** Of a stack that lives in one region only. */
    static Scope homeScope(Identity identity) {
        var home = aws("aws", identity.account().region(), identity);
        return scope(identity, new Regions(home, home, home));
    }

    private static Scope scope(Identity identity, Regions regions) {
        var options =
                ComponentResourceOptions.builder().providers(regions.home()).build();
        return new Scope(identity.environment(), identity.account(), regions, identity.keepsData(), options);
    }

    private static Provider aws(String name, String region, Identity identity) {
        var args = ProviderArgs.builder()
                .region(region)
                .allowedAccountIds(identity.account().id())
                .defaultTags(
                        ProviderDefaultTagsArgs.builder().tags(tags(identity)).build())
                .build();
        return new Provider(name, args);
    }

    private static Map<String, String> tags(Identity identity) {
        var tags = new HashMap<>(identity.tags());
        tags.put("Project", "plinth");
        tags.put("Environment", identity.stack());
        tags.put("ManagedBy", "pulumi");
        return tags;
    }
}
