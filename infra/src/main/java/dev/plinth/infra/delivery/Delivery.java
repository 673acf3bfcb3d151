package dev.plinth.infra.delivery;

import com.pulumi.aws.iam.OpenIdConnectProvider;
import com.pulumi.aws.iam.OpenIdConnectProviderArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import dev.plinth.infra.access.Condition;
import dev.plinth.infra.access.Principal;
import dev.plinth.infra.access.ServiceRole;
import dev.plinth.infra.access.ServiceRoleArgs;
import dev.plinth.infra.access.Statement;
import dev.plinth.infra.access.Trust;
import dev.plinth.infra.component.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Two roles for GitHub Actions: one that reads, for the previews of pull requests, and one that deploys, which GitHub
 * hands only to jobs of the environment that gates this stack.
 */
public final class Delivery extends ComponentResource {
    private static final String ISSUER = "token.actions.githubusercontent.com";
    private static final String AUDIENCE = "sts.amazonaws.com";

    private final Scope scope;
    private final Optional<Roles> roles;

    public Delivery(String name, DeliveryArgs args, Scope scope) {
        super("plinth:delivery:Delivery", name, scope.options());
        this.scope = scope;
        this.roles = args.spec().repository().map(repository -> roles(name, repository, args));
        registerOutputs(Map.of());
    }

    /** The roles, if somebody deploys from GitHub. */
    public Optional<Roles> roles() {
        return roles;
    }

    /** The ARNs of the two roles. */
    public record Roles(Output<String> preview, Output<String> deploy) {}

    private Roles roles(String name, String repository, DeliveryArgs args) {
        var provider = args.spec().ownsProvider()
                ? provider(name)
                : Output.of(scope.account().globalArn("iam", "oidc-provider/" + ISSUER));
        var within = scope.within(this);
        var preview = new ServiceRole(
                name + "-preview",
                ServiceRoleArgs.of(
                                "Previews pull requests of %s; reads only".formatted(repository),
                                trust(provider, "repo:%s:pull_request".formatted(repository)),
                                previewRights())
                        .managed("SecurityAudit", "job-function/ViewOnlyAccess"),
                within);
        var deploy = new ServiceRole(
                name + "-deploy",
                ServiceRoleArgs.of(
                        "Deploys %s from %s".formatted(args.stack(), repository),
                        trust(provider, "repo:%s:environment:%s".formatted(repository, args.stack())),
                        deployRights()),
                within);
        return new Roles(preview.arn(), deploy.arn());
    }

    /** IAM knows GitHub's certificate authority by itself, so no thumbprint is pinned that would one day be wrong. */
    private Output<String> provider(String name) {
        var args = OpenIdConnectProviderArgs.builder()
                .url("https://" + ISSUER)
                .clientIdLists(AUDIENCE)
                .tags(scope.tags(name))
                .build();
        return new OpenIdConnectProvider(name, args, scope.child(this)).arn();
    }

    /** The subject says which jobs of the repository are meant: GitHub's guide to OpenID Connect with AWS. */
    private static Trust trust(Output<String> provider, String subject) {
        return new Trust(
                Principal.federated(provider),
                List.of("sts:AssumeRoleWithWebIdentity"),
                List.of(Condition.is(ISSUER + ":aud", AUDIENCE), Condition.is(ISSUER + ":sub", subject)));
    }

    private Statement[] previewRights() {
        var rights = new ArrayList<>(new PulumiBackend(scope.account()).reading());
        rights.add(Statement.allow("AskWhatProgramsAsk", "secretsmanager:GetRandomPassword", "eks:DescribeCluster")
                .on("*"));
        rights.add(Statement.deny("NoSecrets", "secretsmanager:GetSecretValue").on("*"));
        return rights.toArray(Statement[]::new);
    }

    private Statement[] deployRights() {
        var rights = new ArrayList<>(new PulumiBackend(scope.account()).writing());
        rights.addAll(DeployRights.of(scope));
        return rights.toArray(Statement[]::new);
    }
}
