package dev.plinth.policies.backup.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.backup.Selection;
import com.pulumi.aws.backup.SelectionArgs;
import com.pulumi.aws.backup.inputs.SelectionConditionArgs;
import com.pulumi.aws.backup.inputs.SelectionConditionStringLikeArgs;
import com.pulumi.aws.backup.inputs.SelectionConditionStringNotEqualArgs;
import com.pulumi.aws.backup.inputs.SelectionSelectionTagArgs;
import com.pulumi.aws.ebs.Volume;
import com.pulumi.aws.ebs.VolumeArgs;
import com.pulumi.aws.rds.Instance;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class BackupCoversResourceTest {
    private final PolicyTest rule = PolicyTest.of(new BackupCoversResource());

    private static final String ARN = "arn:aws:ec2:eu-central-1:111122223333:volume/vol-1";

    private final TestResource disk = TestResource.of(
            Volume.class,
            "disk",
            VolumeArgs.builder()
                    .availabilityZone("eu-central-1a")
                    .tags(Map.of("backup", "daily"))
                    .build());

    @Test
    void acceptsATagThatASelectionAsksFor() {
        assertThat(rule.violations(disk, selection(args().selectionTags(tag("backup", "daily")))))
                .isEmpty();
    }

    @Test
    void acceptsATagThatTheProviderAdds() {
        var tagged = TestResource.of(Volume.class, "disk").with("tagsAll", Map.of("backup", "daily"));

        assertThat(rule.violations(tagged, selection(args().selectionTags(tag("backup", "daily")))))
                .isEmpty();
    }

    @Test
    void acceptsAnArnThatASelectionNames() {
        assertThat(rule.violations(disk.with("arn", ARN), selection(args().resources(ARN))))
                .isEmpty();
        assertThat(rule.violations(disk.with("arn", ARN), selection(args().resources("arn:aws:ec2:*:*:volume/*"))))
                .isEmpty();
        assertThat(rule.violations(disk, selection(args()).from("resources", disk)))
                .isEmpty();
    }

    @Test
    void rejectsWhatNoSelectionNames() {
        assertThat(rule.violations(
                        disk.with("arn", ARN),
                        selection(args().selectionTags(tag("backup", "weekly"), tag("other", "daily"))
                                .resources("arn:aws:rds:*:*:db:*"))))
                .containsExactly("disk is in no backup plan: no selection names its ARN or one of its tags");
    }

    @Test
    void rejectsWhatTheConditionsLeaveOut() {
        assertThat(rule.violations(disk, selection(args().resources("*").conditions(notEqual("daily")))))
                .hasSize(1);
        assertThat(rule.violations(disk, selection(args().resources("*").conditions(like("week*")))))
                .hasSize(1);
        assertThat(rule.violations(disk, selection(args().resources("*").conditions(like("da*")))))
                .isEmpty();
    }

    @Test
    void rejectsWhatASelectionExcludes() {
        assertThat(rule.violations(
                        disk.with("arn", ARN), selection(args().resources("*").notResources(ARN))))
                .hasSize(1);
    }

    @Test
    void leavesItToAnotherRuleThatThereIsNoSelection() {
        assertThat(rule.notApplicable(disk)).containsExactly("has no selection to ask, as backup-plan-exists says");
    }

    @Test
    void leavesAReplicaToItsSource() {
        var replica = TestResource.of(Instance.class, "replica").with("replicateSourceDb", "primary");

        assertThat(rule.notApplicable(replica, selection(args()))).hasSize(1);
    }

    @Test
    void waitsForUnknownTags() {
        assertThat(rule.undecided(disk.unknown("tags"), selection(args().selectionTags(tag("backup", "daily")))))
                .containsExactly("disk: tags is not known before the deployment");
    }

    private static SelectionArgs.Builder args() {
        return SelectionArgs.builder().planId("plan").iamRoleArn("arn:aws:iam::111122223333:role/backup");
    }

    private static TestResource selection(SelectionArgs.Builder args) {
        return TestResource.of(Selection.class, "selection", args.build());
    }

    private static SelectionSelectionTagArgs tag(String key, String value) {
        return SelectionSelectionTagArgs.builder()
                .type("STRINGEQUALS")
                .key(key)
                .value(value)
                .build();
    }

    private static SelectionConditionArgs notEqual(String value) {
        return SelectionConditionArgs.builder()
                .stringNotEquals(SelectionConditionStringNotEqualArgs.builder()
                        .key("aws:ResourceTag/backup")
                        .value(value)
                        .build())
                .build();
    }

    private static SelectionConditionArgs like(String value) {
        return SelectionConditionArgs.builder()
                .stringLikes(SelectionConditionStringLikeArgs.builder()
                        .key("aws:ResourceTag/backup")
                        .value(value)
                        .build())
                .build();
    }
}
