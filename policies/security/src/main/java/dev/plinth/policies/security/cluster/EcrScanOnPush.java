package dev.plinth.policies.security.cluster;

import static dev.plinth.policy.Framework.AWS_FSBP;
import static dev.plinth.policy.Framework.CHECKOV;
import static dev.plinth.policy.Framework.TRIVY;

import com.pulumi.aws.ecr.Repository;
import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.ObjectProperty;
import dev.plinth.policy.Patch;
import dev.plinth.policy.Properties;
import dev.plinth.policy.Property;
import dev.plinth.policy.RemediatingRule;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;

/** An image is searched for known flaws when it comes in. */
final class EcrScanOnPush implements RemediatingRule {
    private static final ResourceTypes REPOSITORIES = ResourceTypes.of(Repository.class);
    private static final ObjectProperty<Properties> SCANNING = REPOSITORIES.object("imageScanningConfiguration");
    private static final Property<Boolean> ON_PUSH = SCANNING.fields().flag("scanOnPush");

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory("ecr-scan-on-push", REPOSITORIES, "Images are scanned when they are pushed")
                .severity(Severity.HIGH)
                .controls(AWS_FSBP.control("ECR.1"), CHECKOV.control("CKV_AWS_163"), TRIVY.control("AWS-0030"))
                .why("A flaw that everybody knows runs in production until somebody looks for it.")
                .cure("set imageScanningConfiguration.scanOnPush to true");
    }

    @Override
    public Judgement check(Resource repository, Context context) {
        return Judgement.violatedIf(!isScanned(repository), "does not scan images when they are pushed");
    }

    @Override
    public Patch remedy(Resource repository, Context context) {
        return isScanned(repository) ? Patch.NONE : Patch.inside(SCANNING, Patch.put(ON_PUSH, true));
    }

    private static boolean isScanned(Resource repository) {
        return repository
                .get(SCANNING)
                .flatMap(scanning -> scanning.get(ON_PUSH))
                .orElse(false);
    }
}
