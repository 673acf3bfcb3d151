package dev.plinth.policy;

/** A published set of controls, in the version whose numbers are quoted. */
public record Framework(String name, String version, String reference) {
    public static final Framework AWS_FSBP = new Framework(
            "AWS FSBP", "1.0.0", "https://docs.aws.amazon.com/securityhub/latest/userguide/fsbp-standard.html");
    public static final Framework CIS_AWS =
            new Framework("CIS AWS", "5.0.0", "https://www.cisecurity.org/benchmark/amazon_web_services");
    public static final Framework CHECKOV =
            new Framework("Checkov", "3", "https://www.checkov.io/5.Policy%20Index/terraform.html");

    public static final Framework TRIVY = new Framework("Trivy", "0.60", "https://avd.aquasec.com/misconfig/");

    public static final Framework POD_SECURITY = new Framework(
            "Pod Security Standards", "1.34", "https://kubernetes.io/docs/concepts/security/pod-security-standards/");

    /** The control of this framework that has this id, such as {@code RDS.2}. */
    public Control control(String id) {
        return new Control(this, id);
    }
}
