package dev.plinth.infra.site;

import com.pulumi.aws.s3.BucketReplicationConfig;
import com.pulumi.aws.s3.BucketReplicationConfigArgs;
import com.pulumi.aws.s3.inputs.BucketReplicationConfigRuleArgs;
import com.pulumi.aws.s3.inputs.BucketReplicationConfigRuleDeleteMarkerReplicationArgs;
import com.pulumi.aws.s3.inputs.BucketReplicationConfigRuleDestinationArgs;
import com.pulumi.aws.s3.inputs.BucketReplicationConfigRuleFilterArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import dev.plinth.infra.access.ServiceRole;
import dev.plinth.infra.access.ServiceRoleArgs;
import dev.plinth.infra.access.Statement;
import dev.plinth.infra.access.Trust;
import dev.plinth.infra.component.Scope;
import dev.plinth.infra.storage.Bucket;
import java.util.Map;

/** Copies everything that comes into one bucket to another one. */
final class Replication extends ComponentResource {
    private static final String ON = "Enabled";

    Replication(String name, Bucket source, Bucket target, Scope scope) {
        super("plinth:site:Replication", name, scope.options());
        var role = new ServiceRole(name, roleArgs(source.arn(), target.arn(), scope), scope.within(this));
        var rule = BucketReplicationConfigRuleArgs.builder()
                .id("all")
                .status(ON)
                .filter(BucketReplicationConfigRuleFilterArgs.builder()
                        .prefix("")
                        .build())
                .deleteMarkerReplication(BucketReplicationConfigRuleDeleteMarkerReplicationArgs.builder()
                        .status(ON)
                        .build())
                .destination(BucketReplicationConfigRuleDestinationArgs.builder()
                        .bucket(target.arn())
                        .storageClass("STANDARD")
                        .build())
                .build();
        var args = BucketReplicationConfigArgs.builder()
                .bucket(source.name())
                .role(role.arn())
                .rules(rule)
                .build();
        new BucketReplicationConfig(name, args, scope.child(this));
        registerOutputs(Map.of());
    }

    /** What AWS lists for it (Amazon S3 User Guide, permissions for live replication). */
    private static ServiceRoleArgs roleArgs(Output<String> source, Output<String> target, Scope scope) {
        return ServiceRoleArgs.of(
                "Copies the site to the recovery region",
                Trust.service("s3.amazonaws.com", scope.account()),
                Statement.allow("ReadBucket", "s3:GetReplicationConfiguration", "s3:ListBucket")
                        .on(source),
                Statement.allow(
                                "ReadObjects",
                                "s3:GetObjectVersionForReplication",
                                "s3:GetObjectVersionAcl",
                                "s3:GetObjectVersionTagging")
                        .on(source.applyValue(arn -> arn + "/*")),
                Statement.allow("WriteObjects", "s3:ReplicateObject", "s3:ReplicateDelete", "s3:ReplicateTags")
                        .on(target.applyValue(arn -> arn + "/*")));
    }
}
