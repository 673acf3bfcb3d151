package dev.plinth.policies.security.workload;

import static dev.plinth.policy.Framework.CHECKOV;

import com.pulumi.kubernetes.networking.v1.Ingress;
import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.ObjectProperty;
import dev.plinth.policy.Properties;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceRule;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;
import dev.plinth.policy.kubernetes.Metadata;
import java.util.List;

/** What comes in through an Ingress is encrypted, for a host that is named, and without code in annotations. */
final class K8sIngressTls implements ResourceRule {
    /** The AWS load balancer controller takes its certificate from here instead of spec.tls. */
    private static final String CERTIFICATE = "alb.ingress.kubernetes.io/certificate-arn";

    private static final String NGINX = "nginx.ingress.kubernetes.io/";

    private static final ResourceTypes INGRESSES = ResourceTypes.of(Ingress.class);
    private static final Metadata METADATA = Metadata.of(INGRESSES);
    private static final ObjectProperty<Properties> SPEC = INGRESSES.object("spec");
    private static final ObjectProperty<List<Properties>> TLS = SPEC.fields().objects("tls");
    private static final ObjectProperty<List<Properties>> RULES = SPEC.fields().objects("rules");
    private static final Property<String> HOST = RULES.fields().text("host");

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory("k8s-ingress-tls", INGRESSES, "An Ingress speaks TLS, for hosts that it names")
                .severity(Severity.HIGH)
                .controls(
                        CHECKOV.control("CKV_K8S_152"), CHECKOV.control("CKV_K8S_153"), CHECKOV.control("CKV_K8S_154"))
                .why(
                        "Without TLS anybody on the way reads along, and a snippet in an annotation runs with the rights of"
                                + " the whole ingress controller.")
                .cure("set spec.tls, name the host of each rule, and take snippet annotations out");
    }

    @Override
    public Judgement check(Resource ingress, Context context) {
        return Judgement.all(
                () -> Judgement.violatedIf(!isEncrypted(ingress), "has no certificate, as spec.tls is empty"),
                () -> ingress.get(SPEC)
                        .map(spec -> spec.each(RULES, K8sIngressTls::checkHost))
                        .orElse(Judgement.kept()),
                () -> checkSnippets(ingress));
    }

    private static boolean isEncrypted(Resource ingress) {
        return ingress.get(SPEC).filter(spec -> spec.has(TLS)).isPresent()
                || METADATA.annotations(ingress.properties()).containsKey(CERTIFICATE);
    }

    private static Judgement checkHost(Properties rule) {
        if (!rule.has(HOST)) {
            return Judgement.violated("answers for every host, as a rule names none");
        }
        String host = rule.isUnknown(HOST) ? "" : rule.get(HOST).orElse("");
        return Judgement.violatedIf(host.startsWith("*"), "answers for every host in %s".formatted(host));
    }

    private static Judgement checkSnippets(Resource ingress) {
        return Judgement.violated(METADATA.annotations(ingress.properties()).keySet().stream()
                .filter(name -> name.startsWith(NGINX) && name.endsWith("-snippet"))
                .sorted()
                .map(name -> "runs the code in its annotation " + name)
                .toList());
    }
}
