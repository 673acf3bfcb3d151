package dev.plinth.infra.secret;

import com.pulumi.aws.secretsmanager.Secret;
import com.pulumi.aws.secretsmanager.SecretArgs;
import com.pulumi.aws.secretsmanager.SecretVersion;
import com.pulumi.aws.secretsmanager.SecretVersionArgs;
import com.pulumi.aws.secretsmanager.SecretsmanagerFunctions;
import com.pulumi.aws.secretsmanager.inputs.GetRandomPasswordArgs;
import com.pulumi.aws.secretsmanager.outputs.GetRandomPasswordResult;
import com.pulumi.core.Output;
import com.pulumi.deployment.InvokeOptions;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.CustomResourceOptions;
import dev.plinth.infra.component.Scope;
import java.util.Map;

/**
 * A password that AWS makes up once and that only Secrets Manager holds. A new one is drawn on every run and thrown
 * away again: changes of the secret's text are ignored, so the first stays until it is rotated.
 */
public final class GeneratedSecret extends ComponentResource {
    /** Letters and digits only: RDS and ElastiCache forbid different signs, and 40 of these are more than enough. */
    private static final int PASSWORD_LENGTH = 40;

    private final Output<String> arn;
    private final Output<String> password;

    public GeneratedSecret(String name, GeneratedSecretArgs args, Scope scope) {
        super("plinth:secret:GeneratedSecret", name, scope.options());
        var secret = new Secret(
                name,
                SecretArgs.builder()
                        .description(args.description())
                        .kmsKeyId(args.policy().keyArn())
                        .recoveryWindowInDays(args.policy().recoveryDays())
                        .tags(scope.tags(name))
                        .build(),
                CustomResourceOptions.builder().parent(this).build());
        var version = new SecretVersion(
                name,
                SecretVersionArgs.builder()
                        .secretId(secret.id())
                        .secretString(random().applyValue(text -> SecretDocument.of(args.fields(), text)))
                        .build(),
                CustomResourceOptions.builder()
                        .parent(this)
                        .ignoreChanges("secretString")
                        .build());
        this.arn = secret.arn();
        this.password = version.secretString()
                .applyValue(document -> SecretDocument.password(document.orElseThrow()))
                .asSecret();
        registerOutputs(Map.of("arn", arn));
    }

    public Output<String> arn() {
        return arn;
    }

    public Output<String> password() {
        return password;
    }

    private Output<String> random() {
        var args = GetRandomPasswordArgs.builder()
                .passwordLength(PASSWORD_LENGTH)
                .excludePunctuation(true)
                .requireEachIncludedType(true)
                .build();
        return SecretsmanagerFunctions.getRandomPassword(
                        args, InvokeOptions.builder().parent(this).build())
                .applyValue(GetRandomPasswordResult::randomPassword)
                .asSecret();
    }
}
