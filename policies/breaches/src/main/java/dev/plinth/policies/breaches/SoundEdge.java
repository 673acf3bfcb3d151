package dev.plinth.policies.breaches;

import com.pulumi.aws.cloudfront.DistributionArgs;
import com.pulumi.aws.cloudfront.inputs.DistributionDefaultCacheBehaviorArgs;
import com.pulumi.aws.cloudfront.inputs.DistributionOriginArgs;
import com.pulumi.aws.cloudfront.inputs.DistributionOriginCustomOriginConfigArgs;
import com.pulumi.aws.cloudfront.inputs.DistributionOriginGroupArgs;
import com.pulumi.aws.cloudfront.inputs.DistributionOriginGroupFailoverCriteriaArgs;
import com.pulumi.aws.cloudfront.inputs.DistributionOriginGroupMemberArgs;
import com.pulumi.aws.cloudfront.inputs.DistributionRestrictionsArgs;
import com.pulumi.aws.cloudfront.inputs.DistributionRestrictionsGeoRestrictionArgs;
import com.pulumi.aws.cloudfront.inputs.DistributionViewerCertificateArgs;
import com.pulumi.aws.lb.LoadBalancerArgs;
import com.pulumi.aws.lb.inputs.LoadBalancerAccessLogsArgs;
import com.pulumi.aws.wafv2.WebAclArgs;
import com.pulumi.aws.wafv2.inputs.WebAclDefaultActionAllowArgs;
import com.pulumi.aws.wafv2.inputs.WebAclDefaultActionArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleOverrideActionArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleOverrideActionNoneArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementManagedRuleGroupStatementArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleVisibilityConfigArgs;
import com.pulumi.aws.wafv2.inputs.WebAclVisibilityConfigArgs;

/** A way in that breaks no rule. */
final class SoundEdge {
    static final String ACL_ARN = "arn:aws:wafv2:us-east-1:111122223333:global/webacl/known/1";
    static final String LOGS = "111122223333-logs";

    private static final String CERTIFICATE_ARN = "arn:aws:acm:us-east-1:111122223333:certificate/1";

    private SoundEdge() {}

    static LoadBalancerArgs.Builder balancer() {
        return LoadBalancerArgs.builder()
                .loadBalancerType("application")
                .internal(true)
                .dropInvalidHeaderFields(true)
                .enableDeletionProtection(true)
                .subnets("subnet-1", "subnet-2")
                .accessLogs(LoadBalancerAccessLogsArgs.builder()
                        .bucket(LOGS)
                        .enabled(true)
                        .build());
    }

    static WebAclArgs.Builder acl() {
        return WebAclArgs.builder()
                .scope("REGIONAL")
                .defaultAction(WebAclDefaultActionArgs.builder()
                        .allow(WebAclDefaultActionAllowArgs.builder().build())
                        .build())
                .visibilityConfig(seen(true));
    }

    static WebAclVisibilityConfigArgs seen(boolean counted) {
        return WebAclVisibilityConfigArgs.builder()
                .cloudwatchMetricsEnabled(counted)
                .metricName("acl")
                .sampledRequestsEnabled(true)
                .build();
    }

    /** A rule of one of AWS's groups. */
    static WebAclRuleArgs managed(String group) {
        return WebAclRuleArgs.builder()
                .name(group)
                .priority(1)
                .overrideAction(WebAclRuleOverrideActionArgs.builder()
                        .none(WebAclRuleOverrideActionNoneArgs.builder().build())
                        .build())
                .statement(WebAclRuleStatementArgs.builder()
                        .managedRuleGroupStatement(WebAclRuleStatementManagedRuleGroupStatementArgs.builder()
                                .vendorName("AWS")
                                .name(group)
                                .build())
                        .build())
                .visibilityConfig(WebAclRuleVisibilityConfigArgs.builder()
                        .cloudwatchMetricsEnabled(true)
                        .metricName(group)
                        .sampledRequestsEnabled(true)
                        .build())
                .build();
    }

    static DistributionArgs.Builder distribution() {
        return unguarded().webAclId(ACL_ARN);
    }

    /** A distribution that lacks a second origin only. */
    static DistributionArgs.Builder oneOrigin() {
        return bare().webAclId(ACL_ARN);
    }

    /** A distribution that lacks a web ACL only: what is set once cannot be taken back from a builder. */
    static DistributionArgs.Builder unguarded() {
        return bare().originGroups(DistributionOriginGroupArgs.builder()
                .originId("both")
                .failoverCriteria(DistributionOriginGroupFailoverCriteriaArgs.builder()
                        .statusCodes(503)
                        .build())
                .members(member("api"), member("api-2"))
                .build());
    }

    private static DistributionOriginGroupMemberArgs member(String origin) {
        return DistributionOriginGroupMemberArgs.builder().originId(origin).build();
    }

    private static DistributionArgs.Builder bare() {
        return DistributionArgs.builder()
                .enabled(true)
                .defaultRootObject("index.html")
                .origins(origin().build())
                .defaultCacheBehavior(behaviour().build())
                .viewerCertificate(certificate("TLSv1.2_2021"))
                .restrictions(DistributionRestrictionsArgs.builder()
                        .geoRestriction(DistributionRestrictionsGeoRestrictionArgs.builder()
                                .restrictionType("none")
                                .build())
                        .build());
    }

    static DistributionOriginArgs.Builder origin() {
        return DistributionOriginArgs.builder()
                .originId("api")
                .domainName("api.example.org")
                .customOriginConfig(asked("https-only"));
    }

    static DistributionOriginCustomOriginConfigArgs asked(String protocolPolicy) {
        return DistributionOriginCustomOriginConfigArgs.builder()
                .httpPort(80)
                .httpsPort(443)
                .originProtocolPolicy(protocolPolicy)
                .originSslProtocols("TLSv1.2")
                .build();
    }

    static DistributionDefaultCacheBehaviorArgs.Builder behaviour() {
        return DistributionDefaultCacheBehaviorArgs.builder()
                .allowedMethods("GET", "HEAD")
                .cachedMethods("GET", "HEAD")
                .cachePolicyId("658327ea-f89d-4fab-a63d-7e88639e58f6")
                .responseHeadersPolicyId("67f7725c-6f97-4210-82d7-5512b31e9d03")
                .targetOriginId("api")
                .viewerProtocolPolicy("redirect-to-https");
    }

    static DistributionViewerCertificateArgs certificate(String version) {
        return DistributionViewerCertificateArgs.builder()
                .acmCertificateArn(CERTIFICATE_ARN)
                .minimumProtocolVersion(version)
                .sslSupportMethod("sni-only")
                .build();
    }
}
