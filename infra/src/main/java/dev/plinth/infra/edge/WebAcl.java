package dev.plinth.infra.edge;

import com.pulumi.aws.wafv2.WebAclArgs;
import com.pulumi.aws.wafv2.inputs.WebAclCustomResponseBodyArgs;
import com.pulumi.aws.wafv2.inputs.WebAclDefaultActionAllowArgs;
import com.pulumi.aws.wafv2.inputs.WebAclDefaultActionArgs;
import com.pulumi.aws.wafv2.inputs.WebAclVisibilityConfigArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import dev.plinth.infra.component.Place;
import dev.plinth.infra.component.Scope;
import dev.plinth.infra.logs.Logs;
import java.util.List;
import java.util.Map;

/** The firewall before everything: limits what one client may ask for, and stops what looks like an attack. */
final class WebAcl extends ComponentResource {
    private final Output<String> arn;

    WebAcl(String name, FirewallSpec spec, Logs logs, Scope scope) {
        super("plinth:edge:WebAcl", name, scope.options());
        var acl = new com.pulumi.aws.wafv2.WebAcl(name, aclArgs(name, spec, scope), scope.childIn(Place.GLOBAL, this));
        new FirewallLogs(name + "-logs", acl.arn(), logs, scope.within(this));
        this.arn = acl.arn();
        registerOutputs(Map.of("arn", arn));
    }

    Output<String> arn() {
        return arn;
    }

    private static WebAclArgs aclArgs(String name, FirewallSpec spec, Scope scope) {
        return WebAclArgs.builder()
                .name(scope.title(name))
                .description("Before the site and the API of " + scope.environment())
                .scope("CLOUDFRONT")
                .defaultAction(WebAclDefaultActionArgs.builder()
                        .allow(WebAclDefaultActionAllowArgs.builder().build())
                        .build())
                .customResponseBodies(List.of(
                        body(OwnRules.TOO_MANY, "too-many-requests", 429, "Too many requests; wait a minute."),
                        body(OwnRules.TOO_LARGE, "body-too-large", 413, "The body is larger than any the API takes.")))
                .rules(FirewallRules.of(spec))
                .visibilityConfig(WebAclVisibilityConfigArgs.builder()
                        .cloudwatchMetricsEnabled(true)
                        .metricName(scope.title(name))
                        .sampledRequestsEnabled(true)
                        .build())
                .tags(scope.tags(name))
                .build();
    }

    /** A problem document (RFC 9457), as the API itself answers. */
    private static WebAclCustomResponseBodyArgs body(String key, String title, int status, String detail) {
        return WebAclCustomResponseBodyArgs.builder()
                .key(key)
                .contentType("APPLICATION_JSON")
                .content("{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\"}"
                        .formatted(title, status, detail))
                .build();
    }
}
