package dev.plinth.infra.secret;

import com.pulumi.aws.secretsmanager.Secret;
import com.pulumi.aws.secretsmanager.SecretArgs;
import com.pulumi.aws.secretsmanager.SecretPolicyArgs;
import com.pulumi.aws.secretsmanager.SecretVersion;
import com.pulumi.aws.secretsmanager.SecretVersionArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.CustomResourceOptions;
import dev.plinth.infra.access.Condition;
import dev.plinth.infra.access.Policy;
import dev.plinth.infra.access.Principal;
import dev.plinth.infra.access.Statement;
import dev.plinth.infra.component.Scope;
import java.util.Map;

/**
 * A login in Secrets Manager: JSON with a {@code password} that the program writes once. Whoever rotates it owns it from
 * then on, as changes of its text are ignored here; nobody outside of the account reads it, whatever a role may say.
 */
public final class StoredSecret extends ComponentResource {
    private final Output<String> arn;
    private final Output<String> password;

    public StoredSecret(String name, StoredSecretArgs args, Scope scope) {
        super("plinth:secret:StoredSecret", name, scope.options());
        var secret = new Secret(name, secretArgs(name, args, scope), scope.keeping(this));
        var document = Output.tuple(args.fields(), args.password())
                .applyValue(known -> SecretDocument.of(known.t1, known.t2))
                .asSecret();
        var version = new SecretVersion(
                name,
                SecretVersionArgs.builder()
                        .secretId(secret.id())
                        .secretString(document)
                        .build(),
                CustomResourceOptions.merge(
                        scope.keeping(this),
                        CustomResourceOptions.builder()
                                .ignoreChanges("secretString")
                                .build()));
        new com.pulumi.aws.secretsmanager.SecretPolicy(name, fence(secret.arn(), scope), scope.child(this));
        // Of the version: whoever gets the ARN may read the secret at once.
        this.arn = version.arn();
        this.password = version.secretString()
                .applyValue(text -> SecretDocument.password(text.orElseThrow()))
                .asSecret();
        registerOutputs(Map.of("arn", arn));
    }

    public Output<String> arn() {
        return arn;
    }

    /** The first password; after a rotation only Secrets Manager has the one that counts. */
    public Output<String> password() {
        return password;
    }

    private static SecretArgs secretArgs(String name, StoredSecretArgs args, Scope scope) {
        return SecretArgs.builder()
                .description(args.description())
                .kmsKeyId(args.policy().keyArn())
                .recoveryWindowInDays(args.policy().recoveryDays())
                .tags(scope.tags(name))
                .build();
    }

    /** What no permission can open: the secret stays in its account. AWS's own services come without an account. */
    private static SecretPolicyArgs fence(Output<String> arn, Scope scope) {
        var inside = Statement.deny("OnlyThisAccount", "secretsmanager:*")
                .to(Principal.everybody())
                .on("*")
                .when(
                        Condition.isNot("aws:PrincipalAccount", scope.account().id()),
                        Condition.plain("BoolIfExists", "aws:PrincipalIsAWSService", "false"));
        return SecretPolicyArgs.builder()
                .secretArn(arn)
                .policy(Policy.of(inside).json())
                .blockPublicPolicy(true)
                .build();
    }
}
