package dev.plinth.policies.security.edge;

import static dev.plinth.policy.Framework.AWS_FSBP;
import static dev.plinth.policy.Framework.CHECKOV;
import static dev.plinth.policy.Framework.TRIVY;

import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.ObjectProperty;
import dev.plinth.policy.Properties;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceRule;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;
import java.util.List;

/** Whoever comes by HTTP is sent to HTTPS, and gets nothing else. */
final class AlbHttpRedirect implements ResourceRule {
    private static final ObjectProperty<List<Properties>> ACTIONS = LoadBalancers.LISTENERS.objects("defaultActions");
    private static final ObjectProperty<Properties> REDIRECT = ACTIONS.fields().object("redirect");
    private static final Property<String> TARGET = REDIRECT.fields().text("protocol");

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory(
                        "alb-http-redirect", LoadBalancers.LISTENERS, "A listener for HTTP only leads to HTTPS")
                .severity(Severity.HIGH)
                .controls(
                        AWS_FSBP.control("ELB.1"),
                        CHECKOV.control("CKV_AWS_2"),
                        CHECKOV.control("CKV2_AWS_20"),
                        TRIVY.control("AWS-0054"))
                .why("What is answered by HTTP, passwords and sessions among it, can be read and changed on the way.")
                .cure("give the listener one default action, a redirect with the protocol HTTPS, or remove it");
    }

    @Override
    public Judgement check(Resource listener, Context context) {
        if (!listener.get(LoadBalancers.PROTOCOL).orElse("").equals("HTTP")) {
            return Judgement.notApplicable("is about listeners for HTTP");
        }
        List<Properties> actions = listener.get(ACTIONS).orElse(List.of());
        boolean redirects = actions.size() == 1 && leadsToHttps(actions.getFirst());
        return Judgement.violatedIf(!redirects, "answers by HTTP instead of leading to HTTPS");
    }

    private static boolean leadsToHttps(Properties action) {
        // A redirect that names no protocol keeps the one of the request.
        return action.get(REDIRECT)
                .flatMap(redirect -> redirect.get(TARGET))
                .filter("HTTPS"::equals)
                .isPresent();
    }
}
