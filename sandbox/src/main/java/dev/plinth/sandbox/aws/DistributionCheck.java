package dev.plinth.sandbox.aws;

import dev.plinth.sandbox.check.Failure;
import dev.plinth.sandbox.value.Properties;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What CloudFront would refuse only when the distribution is made: Amazon CloudFront API Reference, CreateDistribution. */
final class DistributionCheck {
    private static final String CERTIFICATE = "viewerCertificate.acmCertificateArn";

    private DistributionCheck() {}

    static List<Failure> of(Properties distribution) {
        var failures = new ArrayList<Failure>();
        certificate(distribution, failures);
        distribution
                .text("webAclId")
                .filter(arn -> !arn.contains(":us-east-1:") || !arn.contains(":global/"))
                .ifPresent(arn -> failures.add(new Failure(
                        "webAclId",
                        "expected a web ACL of scope CLOUDFRONT in us-east-1, found \"%s\"".formatted(arn))));
        var targets = targets(distribution);
        Stream.concat(
                        Stream.of(distribution.in("defaultCacheBehavior")),
                        distribution.each("orderedCacheBehaviors").stream())
                .flatMap(behaviour -> behaviour.text("targetOriginId").stream())
                .filter(target -> !targets.contains(target))
                .forEach(target -> failures.add(
                        new Failure("targetOriginId", "expected one of %s, found \"%s\"".formatted(targets, target))));
        return List.copyOf(failures);
    }

    private static void certificate(Properties distribution, List<Failure> failures) {
        var certificate = distribution.in("viewerCertificate");
        certificate
                .text("acmCertificateArn")
                .filter(arn -> !arn.contains(":us-east-1:"))
                .ifPresent(arn -> failures.add(new Failure(
                        CERTIFICATE, "CloudFront takes certificates of us-east-1 only, found \"%s\"".formatted(arn))));
        if (certificate.truth("cloudfrontDefaultCertificate")
                && !distribution.texts("aliases").isEmpty()) {
            failures.add(
                    new Failure("aliases", "CloudFront's own certificate is not valid for them; give " + CERTIFICATE));
        }
    }

    private static Set<String> targets(Properties distribution) {
        var targets = new HashSet<String>();
        Stream.of("origins", "originGroups")
                .flatMap(list -> distribution.each(list).stream())
                .forEach(origin -> origin.text("originId").ifPresent(targets::add));
        return targets;
    }
}
