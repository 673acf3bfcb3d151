package dev.plinth.policies.security.network;

import static dev.plinth.policy.Framework.AWS_FSBP;
import static dev.plinth.policy.Framework.CHECKOV;
import static dev.plinth.policy.Framework.CIS_AWS;
import static dev.plinth.policy.Framework.TRIVY;

import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Patch;
import dev.plinth.policy.Properties;
import dev.plinth.policy.RemediatingRule;
import dev.plinth.policy.Resource;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;
import java.util.Optional;

/** A machine tells its credentials only to whom has asked for a token first. */
final class InstanceImdsv2 implements RemediatingRule {
    private static final String REQUIRED = "required";

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory("instance-imdsv2", Metadata.TYPES, "A machine's metadata needs a token")
                .severity(Severity.HIGH)
                .controls(
                        AWS_FSBP.control("EC2.8"),
                        AWS_FSBP.control("EC2.170"),
                        CIS_AWS.control("5.7"),
                        CHECKOV.control("CKV_AWS_79"),
                        TRIVY.control("AWS-0028"),
                        TRIVY.control("AWS-0130"))
                .why("A program that can be made to fetch a URL of somebody's choice gives away the machine's"
                        + " credentials.")
                .cure("set metadataOptions.httpTokens to required");
    }

    @Override
    public Judgement check(Resource machine, Context context) {
        if (Metadata.isOfTemplate(machine)) {
            return Judgement.notApplicable("judges the machine's launch template instead");
        }
        Optional<Properties> options = machine.get(Metadata.OPTIONS);
        if (options.map(Metadata::isOff).orElse(false)) {
            return Judgement.kept();
        }
        String tokens = options.flatMap(known -> known.get(Metadata.TOKENS)).orElse("not set");
        return Judgement.violatedIf(
                !tokens.equals(REQUIRED),
                "gives its metadata without a token, as metadataOptions.httpTokens is " + tokens);
    }

    @Override
    public Patch remedy(Resource machine, Context context) {
        // The provider passes the tokens on only beside an endpoint that is on.
        return check(machine, context).violations().isEmpty()
                ? Patch.NONE
                : Patch.inside(
                        Metadata.OPTIONS,
                        Patch.put(Metadata.ENDPOINT, Metadata.ON).and(Patch.put(Metadata.TOKENS, REQUIRED)));
    }
}
