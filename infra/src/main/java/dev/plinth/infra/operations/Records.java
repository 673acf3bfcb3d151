package dev.plinth.infra.operations;

import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import dev.plinth.infra.component.Scope;
import dev.plinth.infra.storage.Bucket;
import dev.plinth.infra.storage.BucketArgs;
import dev.plinth.infra.storage.Retention;
import java.util.Map;

/**
 * The bucket for what {@code plinth} writes down of an environment: releases and drills, which stay, and exports of the
 * database, which it clears away by itself. Encrypted as backups are, since exports are some.
 */
public final class Records extends ComponentResource {
    private static final String NAME = "operations";

    private final Bucket bucket;

    public Records(Output<String> keyArn, int recoveryDays, Scope scope) {
        super("plinth:operations:Records", NAME, scope.options());
        var args = BucketArgs.of(scope.globalTitle(NAME), Retention.ofOldVersions(recoveryDays))
                .encryptedBy(keyArn);
        this.bucket = new Bucket(NAME, args, scope.within(this));
        registerOutputs(Map.of("bucket", bucketName()));
    }

    public Output<String> bucketName() {
        return bucket.name();
    }
}
