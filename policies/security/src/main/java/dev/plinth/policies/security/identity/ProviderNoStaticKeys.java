package dev.plinth.policies.security.identity;

import com.pulumi.aws.Provider;
import dev.plinth.policy.Context;
import dev.plinth.policy.Described;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceRule;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.RuleConfig;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;
import java.util.List;

/** The provider carries no credentials, and works only where it is meant to. */
final class ProviderNoStaticKeys implements ResourceRule {
    record Places(
            @Described("regions that providers may work in; any if none is named")
            List<String> regions,

            @Described("whether a provider has to name its account in allowedAccountIds")
            boolean accountNamed) {}

    private static final RuleConfig<Places> PLACES = RuleConfig.of(new Places(List.of(), true));
    private static final ResourceTypes PROVIDERS = ResourceTypes.of(Provider.class);
    private static final List<Property<String>> CREDENTIALS =
            List.of(PROVIDERS.text("accessKey"), PROVIDERS.text("secretKey"), PROVIDERS.text("token"));
    private static final Property<String> REGION = PROVIDERS.text("region");
    private static final Property<List<String>> ACCOUNTS = PROVIDERS.texts("allowedAccountIds");

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory("provider-no-static-keys", PROVIDERS, "A provider carries no credentials")
                .severity(Severity.CRITICAL)
                .why("Credentials of a provider are in the stack's state for good; a provider that names no account"
                        + " changes whichever one is signed in to.")
                .cure("leave accessKey, secretKey and token to the environment of the run, and name region and"
                        + " allowedAccountIds")
                .config(PLACES);
    }

    @Override
    public Judgement check(Resource provider, Context context) {
        Places places = context.get(PLACES);
        return Judgement.all(
                () -> Judgement.each(
                        CREDENTIALS,
                        credential -> Judgement.violatedIf(
                                provider.has(credential), "carries credentials in " + credential.name())),
                () -> checkRegion(provider, places.regions()),
                () -> Judgement.violatedIf(
                        places.accountNamed()
                                && provider.get(ACCOUNTS).orElse(List.of()).isEmpty(),
                        "changes any account that it is let into, as allowedAccountIds is empty"));
    }

    private static Judgement checkRegion(Resource provider, List<String> regions) {
        if (regions.isEmpty()) {
            return Judgement.kept();
        }
        String region = provider.get(REGION).orElse("");
        return Judgement.violatedIf(
                !regions.contains(region),
                region.isEmpty() ? "names no region" : "works in %s, which is none of its regions".formatted(region));
    }
}
