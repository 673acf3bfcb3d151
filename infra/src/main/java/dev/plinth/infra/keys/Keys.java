package dev.plinth.infra.keys;

import com.pulumi.aws.kms.Alias;
import com.pulumi.aws.kms.AliasArgs;
import com.pulumi.aws.kms.Key;
import com.pulumi.aws.kms.KeyArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.CustomResourceOptions;
import dev.plinth.infra.component.Scope;
import java.util.EnumMap;
import java.util.Map;

/** The environment's encryption keys: one a purpose, each rotated and found by an alias. */
public final class Keys extends ComponentResource {
    private final Map<Purpose, Output<String>> arns = new EnumMap<>(Purpose.class);

    public Keys(String name, KeysSpec spec, Scope scope) {
        super("plinth:keys:Keys", name, scope.options());
        var child = CustomResourceOptions.builder().parent(this).build();
        for (var purpose : Purpose.values()) {
            var keyName = name + "-" + purpose.title();
            var key = new Key(keyName, keyArgs(keyName, purpose, spec, scope), child);
            new Alias(
                    keyName,
                    AliasArgs.builder()
                            .name("alias/%s/%s".formatted(scope.environment(), purpose.title()))
                            .targetKeyId(key.keyId())
                            .build(),
                    child);
            arns.put(purpose, key.arn());
        }
        registerOutputs(Map.of());
    }

    public Output<String> arn(Purpose purpose) {
        var arn = arns.get(purpose);
        if (arn == null) {
            throw new IllegalStateException("no key for " + purpose.title());
        }
        return arn;
    }

    private static KeyArgs keyArgs(String name, Purpose purpose, KeysSpec spec, Scope scope) {
        return KeyArgs.builder()
                .description("%s: %s".formatted(scope.environment(), purpose.description()))
                .enableKeyRotation(true)
                .rotationPeriodInDays(spec.rotationDays())
                .deletionWindowInDays(spec.recoveryDays())
                .tags(scope.tags(name))
                .build();
    }
}
