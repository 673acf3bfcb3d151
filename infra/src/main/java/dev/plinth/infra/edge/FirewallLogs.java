package dev.plinth.infra.edge;

import com.pulumi.aws.cloudwatch.LogResourcePolicy;
import com.pulumi.aws.cloudwatch.LogResourcePolicyArgs;
import com.pulumi.aws.wafv2.WebAclLoggingConfiguration;
import com.pulumi.aws.wafv2.WebAclLoggingConfigurationArgs;
import com.pulumi.aws.wafv2.inputs.WebAclLoggingConfigurationLoggingFilterArgs;
import com.pulumi.aws.wafv2.inputs.WebAclLoggingConfigurationLoggingFilterFilterArgs;
import com.pulumi.aws.wafv2.inputs.WebAclLoggingConfigurationLoggingFilterFilterConditionActionConditionArgs;
import com.pulumi.aws.wafv2.inputs.WebAclLoggingConfigurationLoggingFilterFilterConditionArgs;
import com.pulumi.aws.wafv2.inputs.WebAclLoggingConfigurationRedactedFieldArgs;
import com.pulumi.aws.wafv2.inputs.WebAclLoggingConfigurationRedactedFieldSingleHeaderArgs;
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

/** What the firewall stopped or counted, without anybody's credentials. What it let through is in the CDN's logs. */
final class FirewallLogs extends ComponentResource {
    /** AWS takes no other beginning (AWS WAF Developer Guide, logging to CloudWatch Logs). */
    private static final String PREFIX = "aws-waf-logs-";

    private static final List<String> CREDENTIALS = List.of("authorization", "cookie", "x-api-key");
    private static final List<String> KEPT = List.of("BLOCK", "COUNT");

    FirewallLogs(String name, Output<String> aclArn, Logs logs, Scope scope) {
        super("plinth:edge:FirewallLogs", name, scope.options());
        var group = logs.globalGroup(name, PREFIX + scope.environment(), this, scope);
        var policy = new LogResourcePolicy(
                name,
                LogResourcePolicyArgs.builder()
                        .policyName(scope.title(name))
                        .policyDocument(Policy.of(mayWrite(group.arn(), scope)).json())
                        .build(),
                scope.childIn(Place.GLOBAL, this));
        var args = WebAclLoggingConfigurationArgs.builder()
                .resourceArn(aclArn)
                .logDestinationConfigs(Output.tuple(group.arn(), policy.id()).applyValue(known -> List.of(known.t1)))
                .redactedFields(CREDENTIALS.stream().map(FirewallLogs::redacted).toList())
                .loggingFilter(filter())
                .build();
        new WebAclLoggingConfiguration(name, args, scope.childIn(Place.GLOBAL, this));
        registerOutputs(Map.of());
    }

    private static Statement mayWrite(Output<String> groupArn, Scope scope) {
        return Statement.allow("WriteFindings", "logs:CreateLogStream", "logs:PutLogEvents")
                .to(Principal.service("delivery.logs.amazonaws.com"))
                .on(groupArn.applyValue(arn -> arn + ":*"))
                .when(
                        Condition.actingFor(scope.account()),
                        Condition.arnLike(
                                "aws:SourceArn",
                                scope.account().arn("logs", scope.account().region(Place.GLOBAL), "*")));
    }

    private static WebAclLoggingConfigurationRedactedFieldArgs redacted(String header) {
        return WebAclLoggingConfigurationRedactedFieldArgs.builder()
                .singleHeader(WebAclLoggingConfigurationRedactedFieldSingleHeaderArgs.builder()
                        .name(header)
                        .build())
                .build();
    }

    private static WebAclLoggingConfigurationLoggingFilterArgs filter() {
        var conditions = KEPT.stream()
                .map(action -> WebAclLoggingConfigurationLoggingFilterFilterConditionArgs.builder()
                        .actionCondition(
                                WebAclLoggingConfigurationLoggingFilterFilterConditionActionConditionArgs.builder()
                                        .action(action)
                                        .build())
                        .build())
                .toList();
        return WebAclLoggingConfigurationLoggingFilterArgs.builder()
                .defaultBehavior("DROP")
                .filters(WebAclLoggingConfigurationLoggingFilterFilterArgs.builder()
                        .behavior("KEEP")
                        .requirement("MEETS_ANY")
                        .conditions(conditions)
                        .build())
                .build();
    }
}
