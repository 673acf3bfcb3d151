package dev.plinth.infra.keys;

import com.pulumi.aws.kms.Alias;
import com.pulumi.aws.kms.AliasArgs;
import com.pulumi.aws.kms.Key;
import com.pulumi.aws.kms.KeyArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import dev.plinth.infra.component.Place;
import dev.plinth.infra.component.Scope;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** The environment's encryption keys: one a purpose, each rotated, found by an alias, and open to that purpose alone. */
public final class Keys extends ComponentResource {
    private final Map<Place, Map<Purpose, Output<String>>> arns = new EnumMap<>(Place.class);

    public Keys(String name, KeysSpec spec, Scope scope) {
        super("plinth:keys:Keys", name, scope.options());
        for (var place : Place.values()) {
            arns.put(place, new EnumMap<>(Purpose.class));
            for (var purpose : Purpose.values()) {
                if (purpose.isIn(place)) {
                    arn(place).put(purpose, key(name, purpose, place, spec, scope));
                }
            }
        }
        registerOutputs(Map.of());
    }

    /** The key for a purpose in the environment's region. */
    public Output<String> arn(Purpose purpose) {
        return arn(purpose, Place.HOME);
    }

    public Output<String> arn(Purpose purpose, Place place) {
        var arn = arn(place).get(purpose);
        if (arn == null) {
            throw new IllegalStateException("no key for %s in %s".formatted(purpose.title(), place));
        }
        return arn;
    }

    private Map<Purpose, Output<String>> arn(Place place) {
        return Objects.requireNonNull(arns.get(place));
    }

    private Output<String> key(String name, Purpose purpose, Place place, KeysSpec spec, Scope scope) {
        // An environment may live where AWS keeps what belongs to no region: then both keys are in one region.
        var title = place == Place.HOME
                ? purpose.title()
                : "%s-%s".formatted(purpose.title(), place.name().toLowerCase(Locale.ROOT));
        var keyName = "%s-%s".formatted(name, title);
        var policy = new KeyPolicy(
                        scope.environment(), scope.account(), scope.account().region(place))
                .of(purpose);
        var args = keyArgs(keyName, purpose, spec, scope).policy(policy.json()).build();
        var key = new Key(keyName, args, scope.keepingIn(place, this));
        new Alias(
                keyName,
                AliasArgs.builder()
                        .name("alias/%s/%s".formatted(scope.environment(), title))
                        .targetKeyId(key.keyId())
                        .build(),
                scope.childIn(place, this));
        return key.arn();
    }

    private static KeyArgs.Builder keyArgs(String name, Purpose purpose, KeysSpec spec, Scope scope) {
        return KeyArgs.builder()
                .description("%s: %s".formatted(scope.environment(), purpose.description()))
                .enableKeyRotation(true)
                .rotationPeriodInDays(spec.rotationDays())
                .deletionWindowInDays(spec.recoveryDays())
                .tags(scope.tags(name));
    }
}
