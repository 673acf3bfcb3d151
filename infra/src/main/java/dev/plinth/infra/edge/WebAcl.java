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
                .customResponseBodies(List.of(body(OwnRules.TOO_MANY, """
                                {"type": "/problems/too-many-requests", "title": "Too many requests", "status": 429,
                                 "detail": "Wait as long as the header Retry-After says.",
                                 "code": "too_many_requests", "retryable": true}"""), body(OwnRules.TOO_LARGE, """
                                {"type": "/problems/body-too-large", "title": "The body is too large", "status": 413,
                                 "detail": "The API takes no body of this size.",
                                 "code": "body_too_large", "retryable": false}""")))
                .rules(FirewallRules.of(spec))
                .visibilityConfig(WebAclVisibilityConfigArgs.builder()
                        .cloudwatchMetricsEnabled(true)
                        .metricName(scope.title(name))
                        .sampledRequestsEnabled(true)
                        .build())
                .tags(scope.tags(name))
                .build();
    }

    /** A problem document (RFC 9457), with the members that the API's own ones have. */
    private static WebAclCustomResponseBodyArgs body(String key, String problem) {
        return WebAclCustomResponseBodyArgs.builder()
                .key(key)
                .contentType("APPLICATION_JSON")
                .content(problem)
                .build();
    }
}
