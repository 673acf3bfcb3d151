package dev.plinth.infra.audit;

import com.pulumi.aws.accessanalyzer.Analyzer;
import com.pulumi.aws.accessanalyzer.AnalyzerArgs;
import com.pulumi.aws.guardduty.Detector;
import com.pulumi.aws.guardduty.DetectorArgs;
import com.pulumi.aws.guardduty.DetectorFeature;
import com.pulumi.aws.guardduty.DetectorFeatureArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import dev.plinth.infra.component.Scope;
import dev.plinth.infra.notices.EventNotice;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Looks for attacks and for what is open to strangers, and tells people what it finds. */
final class ThreatDetection extends ComponentResource {
    /**
     * What GuardDuty looks at beside calls, connections and names that are asked for. Its agent in the nodes is left out: the
     * endpoint that GuardDuty makes for it belongs to nobody here, and a network with one cannot be deleted.
     */
    private static final List<String> FEATURES = List.of(
            "S3_DATA_EVENTS", "EKS_AUDIT_LOGS", "EBS_MALWARE_PROTECTION", "RDS_LOGIN_EVENTS", "LAMBDA_NETWORK_LOGS");

    /** GuardDuty's medium, on its scale from 1 to 10; below that are things to know and not to act on. */
    private static final int SEVERITY_MIN = 4;

    ThreatDetection(String name, Output<String> topicArn, Scope scope) {
        super("plinth:audit:ThreatDetection", name, scope.options());
        var child = scope.child(this);
        var within = scope.within(this);
        var detector = new Detector(
                name,
                DetectorArgs.builder()
                        .enable(true)
                        .findingPublishingFrequency("FIFTEEN_MINUTES")
                        .tags(scope.tags(name))
                        .build(),
                child);
        for (var feature : FEATURES) {
            var args = DetectorFeatureArgs.builder()
                    .detectorId(detector.id())
                    .name(feature)
                    .status("ENABLED")
                    .build();
            new DetectorFeature(name + "-" + feature.toLowerCase(Locale.ROOT).replace('_', '-'), args, child);
        }
        new Analyzer(
                name,
                AnalyzerArgs.builder()
                        .analyzerName(scope.title(name))
                        .type("ACCOUNT")
                        .tags(scope.tags(name))
                        .build(),
                child);
        new EventNotice(name, findings(), topicArn, within);
        new EventNotice(name + "-open", openings(), topicArn, within);
        registerOutputs(Map.of());
    }

    private static EventNotice.Events findings() {
        return new EventNotice.Events(
                "What GuardDuty finds",
                Map.of(
                        "source", List.of("aws.guardduty"),
                        "detail-type", List.of("GuardDuty Finding"),
                        "detail", Map.of("severity", List.of(Map.of("numeric", List.of(">=", SEVERITY_MIN))))));
    }

    private static EventNotice.Events openings() {
        return new EventNotice.Events(
                "What the access analyzer finds open to other accounts",
                Map.of(
                        "source", List.of("aws.access-analyzer"),
                        "detail-type", List.of("Access Analyzer Finding"),
                        "detail", Map.of("status", List.of("ACTIVE"))));
    }
}
