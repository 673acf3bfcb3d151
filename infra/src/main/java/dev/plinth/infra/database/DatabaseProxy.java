package dev.plinth.infra.database;

import com.pulumi.aws.rds.Proxy;
import com.pulumi.aws.rds.ProxyArgs;
import com.pulumi.aws.rds.ProxyDefaultTargetGroup;
import com.pulumi.aws.rds.ProxyDefaultTargetGroupArgs;
import com.pulumi.aws.rds.ProxyTarget;
import com.pulumi.aws.rds.ProxyTargetArgs;
import com.pulumi.aws.rds.inputs.ProxyAuthArgs;
import com.pulumi.aws.rds.inputs.ProxyDefaultTargetGroupConnectionPoolConfigArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.CustomResourceOptions;
import dev.plinth.infra.access.Condition;
import dev.plinth.infra.access.ServiceRole;
import dev.plinth.infra.access.ServiceRoleArgs;
import dev.plinth.infra.access.Statement;
import dev.plinth.infra.access.Trust;
import dev.plinth.infra.component.Scope;
import dev.plinth.infra.network.Port;
import java.util.List;
import java.util.Map;

/**
 * Pools the app's connections to the primary and holds them through a failover: TLS only, with a certificate of public
 * trust, for the roles whose secrets it reads.
 */
final class DatabaseProxy extends ComponentResource {
    /** Longer than the app's own pool keeps a connection, which so never finds one closed. RDS's own default. */
    private static final int IDLE_CLIENT_SECONDS = 1800;
    /** An API that waits longer for a connection has lost its client. The default, 120, would pile requests up. */
    private static final int BORROW_SECONDS = 10;
    /** A tenth of the server's connections stays for those who come by themselves: owner, rotation, a person at night. */
    private static final int CONNECTIONS_PERCENT = 90;

    private static final int IDLE_CONNECTIONS_PERCENT = 45;

    private final DatabaseProxyArgs args;
    private final Scope scope;
    private final Proxy proxy;
    private final ProxyDefaultTargetGroup pool;
    private final ProxyTarget target;

    DatabaseProxy(String name, DatabaseProxyArgs args, Scope scope) {
        super("plinth:database:DatabaseProxy", name, scope.options());
        this.args = args;
        this.scope = scope;
        var child = scope.child(this);
        // Made before the proxy: RDS would make it itself, without our key and for ever.
        var log = args.signals().logs().group(name, "/aws/rds/proxy/" + scope.title(name), this, scope);
        this.proxy = new Proxy(
                name,
                proxyArgs(name),
                CustomResourceOptions.builder().parent(this).dependsOn(log).build());
        this.pool = new ProxyDefaultTargetGroup(
                name,
                ProxyDefaultTargetGroupArgs.builder()
                        .dbProxyName(proxy.name())
                        .connectionPoolConfig(poolArgs())
                        .build(),
                child);
        this.target = new ProxyTarget(
                name,
                ProxyTargetArgs.builder()
                        .dbProxyName(proxy.name())
                        .targetGroupName(pool.name())
                        .dbInstanceIdentifier(args.primaryIdentifier())
                        .build(),
                child);
        registerOutputs(Map.of("endpoint", endpoint()));
    }

    /** Host and port, known when the primary stands behind them. */
    Output<String> endpoint() {
        return Output.tuple(proxy.endpoint(), target.id()).applyValue(known -> known.t1 + ":" + Port.DATABASE);
    }

    Output<String> proxyName() {
        return proxy.name();
    }

    /** The group whose one target takes all connections. */
    Output<String> targetGroupName() {
        return pool.name();
    }

    private ProxyArgs proxyArgs(String name) {
        return ProxyArgs.builder()
                .name(scope.title(name))
                .engineFamily("POSTGRESQL")
                .requireTls(true)
                .idleClientTimeout(IDLE_CLIENT_SECONDS)
                .roleArn(role(name).arn())
                .auths(args.logins().stream().map(DatabaseProxy::auth).toList())
                .vpcSubnetIds(args.placement().subnetIds())
                .vpcSecurityGroupIds(args.placement().securityGroupId().applyValue(List::of))
                .tags(scope.tags(name))
                .build();
    }

    private static ProxyAuthArgs auth(Output<String> secretArn) {
        return ProxyAuthArgs.builder()
                .authScheme("SECRETS")
                .clientPasswordAuthType("POSTGRES_SCRAM_SHA_256")
                .iamAuth("DISABLED")
                .secretArn(secretArn)
                .build();
    }

    private static ProxyDefaultTargetGroupConnectionPoolConfigArgs poolArgs() {
        return ProxyDefaultTargetGroupConnectionPoolConfigArgs.builder()
                .connectionBorrowTimeout(BORROW_SECONDS)
                .maxConnectionsPercent(CONNECTIONS_PERCENT)
                .maxIdleConnectionsPercent(IDLE_CONNECTIONS_PERCENT)
                .build();
    }

    private ServiceRole role(String name) {
        var secretsManager =
                "secretsmanager.%s.amazonaws.com".formatted(scope.account().region());
        var roleArgs = ServiceRoleArgs.of(
                "Lets the proxy read the logins of the database",
                // AWS does not say that the proxy tells for whom it comes; only who may pass the role can use it.
                Trust.serviceForAnybody("rds.amazonaws.com"),
                Statement.allow("ReadLogins", "secretsmanager:GetSecretValue", "secretsmanager:DescribeSecret")
                        .on(args.logins()),
                Statement.allow("OpenLogins", "kms:Decrypt")
                        .on(args.secrets().keyArn())
                        .when(Condition.is("kms:ViaService", secretsManager)));
        return new ServiceRole(name, roleArgs, scope.within(this));
    }
}
