package dev.plinth.infra.cluster;

import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import dev.plinth.infra.access.Condition;
import dev.plinth.infra.access.Principal;
import dev.plinth.infra.access.ServiceRole;
import dev.plinth.infra.access.ServiceRoleArgs;
import dev.plinth.infra.access.Statement;
import dev.plinth.infra.access.Trust;
import dev.plinth.infra.component.Scope;
import dev.plinth.infra.custom.CustomObject;
import dev.plinth.infra.custom.CustomObject.Content;
import dev.plinth.infra.custom.Definition;
import java.util.List;
import java.util.Map;

/** Lets External Secrets bring named secrets into one namespace, with a role that can read these and nothing else. */
public final class SecretReader extends ComponentResource {
    /** The end of the role's name: what External Secrets may become, see {@link #roles}. */
    private static final String SUFFIX = "-secrets";

    private static final String STORE = "secrets";

    private final Output<String> storeName;

    public SecretReader(String name, SecretReaderArgs args, Scope scope) {
        super("plinth:cluster:SecretReader", name, scope.options());
        var role = new ServiceRole(name + SUFFIX, roleArgs(name, args, scope), scope.within(this));
        var store = new CustomObject(
                Definition.SECRET_STORE,
                name,
                new Content(Meta.in(args.namespace(), STORE), storeSpec(role, scope)),
                scope.child(this));
        // Known at once, but given only when the store is there.
        this.storeName = store.id().applyValue(id -> STORE);
        registerOutputs(Map.of("storeName", storeName));
    }

    /** The store that an ExternalSecret of the namespace names. */
    public Output<String> storeName() {
        return storeName;
    }

    /** The ARNs of all readers' roles. */
    static String roles(Scope scope) {
        return scope.account().globalArn("iam", "role/" + scope.title("*" + SUFFIX));
    }

    private static ServiceRoleArgs roleArgs(String name, SecretReaderArgs args, Scope scope) {
        // A pod's session in AWS carries tags that name the pod; whoever it becomes must take these over.
        var trust = new Trust(
                Principal.identity(args.operatorRoleArn()), List.of("sts:AssumeRole", "sts:TagSession"), List.of());
        return ServiceRoleArgs.of(
                "Reads the secrets of " + scope.title(name) + " for External Secrets",
                trust,
                Statement.allow("ReadSecrets", "secretsmanager:GetSecretValue", "secretsmanager:DescribeSecret")
                        .on(args.secretArns()),
                Statement.allow("DecryptSecrets", "kms:Decrypt")
                        .on(args.keyArn())
                        .when(Condition.is(
                                "kms:ViaService",
                                "secretsmanager.%s.amazonaws.com"
                                        .formatted(scope.account().region()))));
    }

    private static Output<Map<String, Object>> storeSpec(ServiceRole role, Scope scope) {
        return role.arn()
                .applyValue(arn -> Map.of(
                        "provider",
                        Map.of(
                                "aws",
                                Map.of(
                                        "service",
                                        "SecretsManager",
                                        "region",
                                        scope.account().region(),
                                        "role",
                                        arn))));
    }
}
