package dev.plinth.infra.edge;

import com.pulumi.aws.cloudwatch.LogResourcePolicy;
import com.pulumi.aws.cloudwatch.LogResourcePolicyArgs;
import com.pulumi.aws.route53.QueryLog;
import com.pulumi.aws.route53.QueryLogArgs;
import com.pulumi.aws.route53.Record;
import com.pulumi.aws.route53.RecordArgs;
import com.pulumi.aws.route53.Zone;
import com.pulumi.aws.route53.ZoneArgs;
import com.pulumi.aws.route53.enums.RecordType;
import com.pulumi.aws.route53.inputs.RecordAliasArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import dev.plinth.infra.access.Condition;
import dev.plinth.infra.access.Policy;
import dev.plinth.infra.access.Principal;
import dev.plinth.infra.access.Statement;
import dev.plinth.infra.component.Place;
import dev.plinth.infra.component.Scope;
import dev.plinth.infra.logs.Logs;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The domain in DNS: its zone, if it is this environment's own, and who may issue certificates for it. */
final class Dns extends ComponentResource {
    private static final int TTL_SECONDS = 300;
    /** Certificates come from Amazon alone, and none with a wildcard (ACM User Guide, CAA records; RFC 8659). */
    private static final List<String> ISSUERS = List.of("0 issue \"amazon.com\"", "0 issuewild \";\"");

    private final String name;
    private final Domain.Named domain;
    private final Scope scope;
    private final Output<String> zoneId;
    private final Optional<Output<List<String>>> nameServers;

    Dns(String name, Domain.Named domain, Logs logs, Scope scope) {
        super("plinth:edge:Dns", name, scope.options());
        this.name = name;
        this.domain = domain;
        this.scope = scope;
        switch (domain) {
            case Domain.Hosted(String unused, String givenId) -> {
                this.zoneId = Output.of(givenId);
                this.nameServers = Optional.empty();
            }
            case Domain.Delegated own -> {
                var zone = new Zone(name, zoneArgs(), scope.keeping(this));
                this.zoneId = zone.zoneId();
                this.nameServers = Optional.of(zone.nameServers());
                logQueries(zone, logs);
            }
        }
        addIssuers();
        registerOutputs(Map.of("zoneId", zoneId));
    }

    Output<String> zoneId() {
        return zoneId;
    }

    /** The servers that the parent domain must name; nothing when the zone is not this environment's own. */
    Optional<Output<List<String>>> nameServers() {
        return nameServers;
    }

    /** Leads the domain to the CDN, by both versions of IP. */
    void leadTo(Distribution distribution) {
        for (var type : List.of(RecordType.A, RecordType.AAAA)) {
            var args = RecordArgs.builder()
                    .zoneId(zoneId)
                    .name(domain.name())
                    .type(type)
                    .aliases(RecordAliasArgs.builder()
                            .name(distribution.domainName())
                            .zoneId(distribution.zoneId())
                            // Route 53 checks no health behind CloudFront.
                            .evaluateTargetHealth(false)
                            .build())
                    .build();
            new Record("%s-%s".formatted(name, type.getValue()), args, scope.child(this));
        }
    }

    private ZoneArgs zoneArgs() {
        return ZoneArgs.builder()
                .name(domain.name())
                .comment("Of %s; its parent domain names its servers".formatted(scope.environment()))
                .tags(scope.tags(name))
                .build();
    }

    /** Route 53 logs into us-east-1 only, and only where a policy lets it (Route 53 Developer Guide, query logging). */
    private void logQueries(Zone zone, Logs logs) {
        var logName = name + "-queries";
        var group = logs.globalGroup(logName, "/aws/route53/" + domain.name(), this, scope);
        var mayWrite = Statement.allow("WriteQueries", "logs:CreateLogStream", "logs:PutLogEvents")
                .to(Principal.service("route53.amazonaws.com"))
                .on(group.arn().applyValue(arn -> arn + ":*"))
                .when(Condition.actingFor(scope.account()), Condition.arnLike("aws:SourceArn", zone.arn()));
        var policy = new LogResourcePolicy(
                logName,
                LogResourcePolicyArgs.builder()
                        .policyName(scope.title(logName))
                        .policyDocument(Policy.of(mayWrite).json())
                        .build(),
                scope.childIn(Place.GLOBAL, this));
        new QueryLog(
                logName,
                QueryLogArgs.builder()
                        .zoneId(zoneId)
                        // AWS refuses a log group that Route 53 may not write to yet.
                        .cloudwatchLogGroupArn(
                                Output.tuple(group.arn(), policy.id()).applyValue(known -> known.t1))
                        .build(),
                scope.childIn(Place.GLOBAL, this));
    }

    private void addIssuers() {
        var args = RecordArgs.builder()
                .zoneId(zoneId)
                .name(domain.name())
                .type(RecordType.CAA)
                .ttl(TTL_SECONDS)
                .records(ISSUERS)
                .build();
        new Record(name + "-issuers", args, scope.child(this));
    }
}
