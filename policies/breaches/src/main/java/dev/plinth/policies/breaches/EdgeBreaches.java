package dev.plinth.policies.breaches;

import com.pulumi.aws.acm.Certificate;
import com.pulumi.aws.acm.CertificateArgs;
import com.pulumi.aws.cloudfront.Distribution;
import com.pulumi.aws.cloudfront.DistributionArgs;
import com.pulumi.aws.cloudfront.inputs.DistributionOriginArgs;
import com.pulumi.aws.cloudwatch.LogDeliverySource;
import com.pulumi.aws.cloudwatch.LogDeliverySourceArgs;
import com.pulumi.aws.lb.Listener;
import com.pulumi.aws.lb.ListenerArgs;
import com.pulumi.aws.lb.LoadBalancer;
import com.pulumi.aws.lb.LoadBalancerArgs;
import com.pulumi.aws.lb.inputs.ListenerDefaultActionArgs;
import com.pulumi.aws.lb.inputs.LoadBalancerAccessLogsArgs;
import com.pulumi.aws.route53.HostedZoneDnsSec;
import com.pulumi.aws.route53.HostedZoneDnsSecArgs;
import com.pulumi.aws.route53.QueryLog;
import com.pulumi.aws.route53.QueryLogArgs;
import com.pulumi.aws.route53.Zone;
import com.pulumi.aws.route53.ZoneArgs;
import com.pulumi.aws.route53domains.RegisteredDomain;
import com.pulumi.aws.route53domains.RegisteredDomainArgs;
import com.pulumi.aws.wafv2.WebAcl;
import com.pulumi.aws.wafv2.WebAclArgs;
import com.pulumi.aws.wafv2.WebAclAssociation;
import com.pulumi.aws.wafv2.WebAclAssociationArgs;
import com.pulumi.aws.wafv2.WebAclLoggingConfiguration;
import com.pulumi.aws.wafv2.WebAclLoggingConfigurationArgs;

/** Breaks the rules of the security pack's package {@code edge}. */
final class EdgeBreaches {
    private static final String LOG_ARN = "arn:aws:logs:eu-central-1:111122223333:log-group:logs";

    private EdgeBreaches() {}

    static void present() {
        certificates();
        loadBalancers();
        listeners();
        distributions();
        webAcls();
        route53TransferLock();
    }

    /** alb-waf, cloudfront-logging, route53-dnssec, route53-query-log and waf-logging. */
    static void absent() {
        // The configuration of the packs names it as one that may face the internet.
        balancer("public", SoundEdge.balancer().internal(false));
        distribution("unlogged", SoundEdge.distribution());
        new Zone("example.org", ZoneArgs.builder().name("example.org").build(), Sound.keeping());
        acl("unlogged", SoundEdge.acl().rules(SoundEdge.managed("AWSManagedRulesKnownBadInputsRuleSet")));
    }

    /** acm-key-algorithm and acm-no-wildcard. */
    private static void certificates() {
        certificate(
                "weak", CertificateArgs.builder().domainName("a.example.org").keyAlgorithm("RSA_1024"));
        certificate("wildcard", CertificateArgs.builder().domainName("*.example.org"));
    }

    /** alb-access-logs, alb-desync-mode, alb-drop-invalid-headers and alb-public-allow-list. */
    private static void loadBalancers() {
        var off = LoadBalancerAccessLogsArgs.builder()
                .bucket(SoundEdge.LOGS)
                .enabled(false)
                .build();
        balancer("unlogged", SoundEdge.balancer().accessLogs(off));
        balancer("monitoring", SoundEdge.balancer().desyncMitigationMode("monitor"));
        balancer("lenient", SoundEdge.balancer().dropInvalidHeaderFields(false));
        var open = balancer("open", SoundEdge.balancer().internal(false));
        new WebAclAssociation(
                "open",
                WebAclAssociationArgs.builder()
                        .resourceArn(open.arn())
                        .webAclArn(SoundEdge.ACL_ARN)
                        .build());
    }

    /** alb-http-redirect, alb-tls-policy and nlb-listener-tls. */
    private static void listeners() {
        listener("plain", ListenerArgs.builder().port(80).protocol("HTTP"));
        listener("old", ListenerArgs.builder().port(443).protocol("HTTPS").sslPolicy("ELBSecurityPolicy-2016-08"));
        listener("passing", ListenerArgs.builder().port(5432).protocol("TCP"));
    }

    private static void distributions() {
        var logged = distribution(
                "open",
                SoundEdge.distribution()
                        .defaultCacheBehavior(SoundEdge.behaviour()
                                .viewerProtocolPolicy("allow-all")
                                .build()));
        new LogDeliverySource(
                "logged",
                LogDeliverySourceArgs.builder()
                        .name("logged")
                        .logType("ACCESS_LOGS")
                        .resourceArn(logged.arn())
                        .build());
        origins();
        distribution(
                "bare",
                SoundEdge.distribution()
                        .defaultCacheBehavior(SoundEdge.behaviour()
                                .responseHeadersPolicyId("")
                                .build()));
        distribution("old", SoundEdge.distribution().viewerCertificate(SoundEdge.certificate("TLSv1.1_2016")));
        distribution("unguarded", SoundEdge.unguarded());
    }

    /** cloudfront-origin-tls and cloudfront-s3-origin-oac. */
    private static void origins() {
        var byHttp = SoundEdge.origin().customOriginConfig(SoundEdge.asked("http-only"));
        distribution("plain", SoundEdge.distribution().origins(byHttp.build()));
        var bucket = DistributionOriginArgs.builder()
                .originId("api")
                .domainName("files.s3.eu-central-1.amazonaws.com")
                .build();
        distribution("unsigned", SoundEdge.distribution().origins(bucket));
    }

    /** waf-has-rules, waf-known-bad-inputs and waf-metrics. */
    private static void webAcls() {
        var known = SoundEdge.managed("AWSManagedRulesKnownBadInputsRuleSet");
        var empty = acl("empty", SoundEdge.acl());
        acl("trusting", SoundEdge.acl().rules(SoundEdge.managed("AWSManagedRulesCommonRuleSet")));
        acl("unseen", SoundEdge.acl().rules(known).visibilityConfig(SoundEdge.seen(false)));
        new WebAclLoggingConfiguration(
                "logged",
                WebAclLoggingConfigurationArgs.builder()
                        .resourceArn(empty.arn())
                        .logDestinationConfigs(LOG_ARN)
                        .build());
    }

    private static void route53TransferLock() {
        new RegisteredDomain(
                "example.org",
                RegisteredDomainArgs.builder()
                        .domainName("example.org")
                        .transferLock(false)
                        .build());
        var zone = new Zone("sound.org", ZoneArgs.builder().name("sound.org").build(), Sound.keeping());
        new QueryLog(
                "sound.org",
                QueryLogArgs.builder()
                        .zoneId(zone.zoneId())
                        .cloudwatchLogGroupArn(LOG_ARN)
                        .build());
        new HostedZoneDnsSec(
                "sound.org",
                HostedZoneDnsSecArgs.builder().hostedZoneId(zone.zoneId()).build());
    }

    private static void certificate(String name, CertificateArgs.Builder args) {
        new Certificate(name, args.validationMethod("DNS").build());
    }

    private static LoadBalancer balancer(String name, LoadBalancerArgs.Builder args) {
        return new LoadBalancer(name, args.name(name).build());
    }

    private static void listener(String name, ListenerArgs.Builder args) {
        var forward = ListenerDefaultActionArgs.builder()
                .type("forward")
                .targetGroupArn("arn:aws:elasticloadbalancing:eu-central-1:111122223333:targetgroup/api/1")
                .build();
        new Listener(
                name,
                args.loadBalancerArn("arn:aws:elasticloadbalancing:eu-central-1:111122223333:loadbalancer/app/api/1")
                        .certificateArn("arn:aws:acm:eu-central-1:111122223333:certificate/1")
                        .defaultActions(forward)
                        .build());
    }

    private static Distribution distribution(String name, DistributionArgs.Builder args) {
        return new Distribution(name, args.build());
    }

    private static WebAcl acl(String name, WebAclArgs.Builder args) {
        return new WebAcl(name, args.name(name).build());
    }
}
