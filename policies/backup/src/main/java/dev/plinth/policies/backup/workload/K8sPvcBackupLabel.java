package dev.plinth.policies.backup.workload;

import com.pulumi.kubernetes.apps.v1.StatefulSet;
import com.pulumi.kubernetes.core.v1.PersistentVolumeClaim;
import dev.plinth.policy.Context;
import dev.plinth.policy.Described;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.ObjectProperty;
import dev.plinth.policy.Patch;
import dev.plinth.policy.Properties;
import dev.plinth.policy.RemediatingRule;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.RuleConfig;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;
import dev.plinth.policy.kubernetes.Metadata;
import java.util.List;
import java.util.Optional;

/** A claim carries the label by which a backup finds it. */
final class K8sPvcBackupLabel implements RemediatingRule {
    record Label(
            @Described("the label's name") String name,

            @Described("the label's value, which names a plan")
            String value) {}

    private static final RuleConfig<Label> LABEL = RuleConfig.of(new Label("backup", "daily"));
    private static final ResourceTypes CLAIMS = ResourceTypes.of(PersistentVolumeClaim.class);
    private static final Metadata CLAIM = Metadata.of(CLAIMS);
    private static final ResourceTypes SETS = ResourceTypes.of(StatefulSet.class);
    private static final ObjectProperty<Properties> SPEC = SETS.object("spec");
    private static final ObjectProperty<List<Properties>> TEMPLATES =
            SPEC.fields().objects("volumeClaimTemplates");
    private static final Metadata TEMPLATE = Metadata.of(TEMPLATES.fields());

    @Override
    public RuleInfo info() {
        return RuleInfo.disabled(
                        "k8s-pvc-backup-label", CLAIMS.and(SETS), "A claim carries the label of its backup plan")
                .severity(Severity.LOW)
                .why("Backups that choose volumes by a label leave out, without a word, what does not carry it.")
                .cure("set the label that the rule asks for in the claim's metadata")
                .config(LABEL);
    }

    @Override
    public Judgement check(Resource resource, Context context) {
        Label label = context.get(LABEL);
        return resource.is(CLAIMS)
                ? judge(CLAIM.label(resource.properties(), label.name()), label)
                : resource.get(SPEC)
                        .map(spec ->
                                spec.each(TEMPLATES, template -> judge(TEMPLATE.label(template, label.name()), label)))
                        .orElse(Judgement.kept());
    }

    @Override
    public Patch remedy(Resource resource, Context context) {
        Label label = context.get(LABEL);
        return resource.is(CLAIMS)
                ? remedy(CLAIM, resource.properties(), label)
                : resource.get(SPEC)
                        .map(spec -> Patch.inside(
                                SPEC, Patch.insideEach(spec, TEMPLATES, template -> remedy(TEMPLATE, template, label))))
                        .orElse(Patch.NONE);
    }

    private static Patch remedy(Metadata metadata, Properties owner, Label label) {
        return metadata.label(owner, label.name()).equals(Optional.of(label.value()))
                ? Patch.NONE
                : metadata.label(label.name(), label.value());
    }

    private static Judgement judge(Optional<String> found, Label label) {
        return Judgement.violatedIf(
                !found.equals(Optional.of(label.value())),
                "has a claim without the label %s=%s".formatted(label.name(), label.value()));
    }
}
