package dev.plinth.policies.security.network;

import static dev.plinth.policy.Framework.AWS_FSBP;
import static dev.plinth.policy.Framework.CHECKOV;
import static dev.plinth.policy.Framework.CIS_AWS;
import static dev.plinth.policy.Framework.TRIVY;

import com.pulumi.aws.ebs.EncryptionByDefault;
import com.pulumi.aws.ebs.Volume;
import com.pulumi.aws.ec2.Instance;
import com.pulumi.aws.ec2.LaunchTemplate;
import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceRule;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;

/** The disks of machines cannot be read without a key. */
final class EbsEncrypted implements ResourceRule {
    private static final ResourceTypes VOLUMES = ResourceTypes.of(Volume.class);
    private static final Property<Boolean> ENCRYPTED = VOLUMES.flag("encrypted");
    private static final ResourceTypes DEFAULTS = ResourceTypes.of(EncryptionByDefault.class);
    private static final Property<Boolean> ENABLED = DEFAULTS.flag("enabled");
    private static final ResourceTypes TEMPLATES = ResourceTypes.of(LaunchTemplate.class);

    @Override
    public RuleInfo info() {
        var types = ResourceTypes.of(Volume.class, LaunchTemplate.class, Instance.class, EncryptionByDefault.class);
        return RuleInfo.mandatory("ebs-encrypted", types, "Disks of machines are encrypted")
                .severity(Severity.HIGH)
                .controls(
                        AWS_FSBP.control("EC2.3"),
                        AWS_FSBP.control("EC2.7"),
                        AWS_FSBP.control("EC2.181"),
                        CIS_AWS.control("5.1.1"),
                        CHECKOV.control("CKV_AWS_3"),
                        TRIVY.control("AWS-0026"),
                        TRIVY.control("AWS-0131"))
                .why("Whoever gets hold of a disk or of a snapshot of it reads what was on it.")
                .cure("set encrypted to true; an existing disk has to be made anew from an encrypted copy of its"
                        + " snapshot");
    }

    @Override
    public Judgement check(Resource resource, Context context) {
        if (resource.is(VOLUMES)) {
            return Judgement.violatedIf(
                    !resource.get(ENCRYPTED).orElse(false), "is not encrypted, as encrypted is not true");
        }
        if (resource.is(DEFAULTS)) {
            return Judgement.violatedIf(
                    !resource.get(ENABLED).orElse(true),
                    "lets disks be made unencrypted in the whole region, as enabled is false");
        }
        return resource.is(TEMPLATES) ? Disks.ofTemplate(resource) : Disks.ofInstance(resource);
    }
}
