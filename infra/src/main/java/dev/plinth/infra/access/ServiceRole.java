package dev.plinth.infra.access;

import com.pulumi.aws.iam.Role;
import com.pulumi.aws.iam.RoleArgs;
import com.pulumi.aws.iam.RolePolicy;
import com.pulumi.aws.iam.RolePolicyArgs;
import com.pulumi.aws.iam.RolePolicyAttachment;
import com.pulumi.aws.iam.RolePolicyAttachmentArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.CustomResourceOptions;
import dev.plinth.infra.component.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A role of one purpose, with all that it may do. Its ARN is known when it may do all of that, and not before. */
public final class ServiceRole extends ComponentResource {
    private static final String MANAGED = "arn:aws:iam::aws:policy/";

    private final Output<String> name;
    private final Output<String> arn;

    public ServiceRole(String name, ServiceRoleArgs args, Scope scope) {
        super("plinth:access:ServiceRole", name, scope.options());
        var child = scope.child(this);
        var role = new Role(name, roleArgs(name, args, scope), child);
        var permissions = new ArrayList<Output<String>>();
        if (!args.statements().isEmpty()) {
            permissions.add(inline(name, args.statements(), role, child));
        }
        args.managedPolicies().forEach(policy -> permissions.add(attach(name, policy, role, child)));
        this.name = after(permissions, role.name());
        this.arn = after(permissions, role.arn());
        registerOutputs(Map.of("arn", arn));
    }

    public Output<String> arn() {
        return arn;
    }

    public Output<String> name() {
        return name;
    }

    private static RoleArgs roleArgs(String name, ServiceRoleArgs args, Scope scope) {
        return RoleArgs.builder()
                .name(scope.title(name))
                .description(args.description())
                .assumeRolePolicy(args.trust().policy().json())
                .tags(scope.tags(name))
                .build();
    }

    private static Output<String> inline(
            String name, List<Statement> statements, Role role, CustomResourceOptions child) {
        var args = RolePolicyArgs.builder()
                .role(role.name())
                .name(name)
                .policy(new Policy(statements).json())
                .build();
        return new RolePolicy(name, args, child).id();
    }

    private static Output<String> attach(String name, String policy, Role role, CustomResourceOptions child) {
        var args = RolePolicyAttachmentArgs.builder()
                .role(role.name())
                .policyArn(MANAGED + policy)
                .build();
        return new RolePolicyAttachment(name + "-" + policy.substring(policy.lastIndexOf('/') + 1), args, child).id();
    }

    /** A value that whoever uses it gets only after the permissions are in force. */
    private static Output<String> after(List<Output<String>> permissions, Output<String> value) {
        return Output.tuple(value, Output.all(permissions)).applyValue(known -> known.t1);
    }
}
