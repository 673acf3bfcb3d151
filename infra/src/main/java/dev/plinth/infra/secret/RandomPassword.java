package dev.plinth.infra.secret;

import com.pulumi.aws.secretsmanager.SecretsmanagerFunctions;
import com.pulumi.aws.secretsmanager.inputs.GetRandomPasswordArgs;
import com.pulumi.aws.secretsmanager.outputs.GetRandomPasswordResult;
import com.pulumi.core.Output;
import com.pulumi.deployment.InvokeOptions;
import com.pulumi.resources.Resource;

/** A password that AWS makes up. Every run draws a new one, so what takes it must ignore its changes. */
public final class RandomPassword {
    /** Letters and digits only: RDS and ElastiCache forbid different signs, and 40 of these are more than enough. */
    private static final int LENGTH = 40;

    private RandomPassword() {}

    public static Output<String> draw(Resource parent) {
        var args = GetRandomPasswordArgs.builder()
                .passwordLength(LENGTH)
                .excludePunctuation(true)
                .requireEachIncludedType(true)
                .build();
        return SecretsmanagerFunctions.getRandomPassword(
                        args, InvokeOptions.builder().parent(parent).build())
                .applyValue(GetRandomPasswordResult::randomPassword)
                .asSecret();
    }
}
