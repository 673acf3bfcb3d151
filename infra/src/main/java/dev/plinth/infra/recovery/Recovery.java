package dev.plinth.infra.recovery;

import com.pulumi.aws.rds.Instance;
import com.pulumi.aws.rds.InstanceArgs;
import com.pulumi.aws.rds.inputs.InstanceRestoreToPointInTimeArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.CustomResourceOptions;
import dev.plinth.infra.component.Scope;
import dev.plinth.infra.database.Database;
import dev.plinth.infra.network.Port;
import dev.plinth.infra.recovery.RecoverySpec.Claim;
import dev.plinth.infra.recovery.RecoverySpec.Surroundings;
import dev.plinth.infra.secret.RandomPassword;
import java.util.HashMap;
import java.util.Map;

/**
 * One private, encrypted server with the data of another one as it was at a moment. It is there to be looked at and thrown
 * away: nothing protects it, nothing backs it up, and it leaves no snapshot. Its owner has a password of its own, so that
 * whoever may read the copy cannot use that on the source.
 */
public final class Recovery extends ComponentResource {
    private static final String NAME = "database-copy";

    private final Instance copy;
    private final Output<String> password;

    public Recovery(RecoverySpec spec, Scope scope) {
        super("plinth:recovery:Recovery", "recovery", scope.options());
        // Every run draws another one; what counts is the one that the server was made with.
        var args = placed(spec.surroundings(), scope)
                .instanceClass(spec.instanceClass())
                .restoreToPointInTime(origin(spec))
                .password(RandomPassword.draw(this))
                .tags(tags(spec.claim(), scope))
                .build();
        var options = CustomResourceOptions.merge(
                scope.child(this),
                CustomResourceOptions.builder().ignoreChanges("password").build());
        this.copy = new Instance(NAME, args, options);
        this.password = copy.password().applyValue(drawn -> drawn.orElseThrow()).asSecret();
        registerOutputs(Map.of("endpoint", endpoint()));
    }

    /** Host and port of the copy. */
    public Output<String> endpoint() {
        return copy.endpoint();
    }

    /** The copy, as its API calls it. */
    public Output<String> identifier() {
        return copy.identifier();
    }

    /** Of the copy's owner, who is called as the source's. */
    public Output<String> password() {
        return password;
    }

    private static InstanceArgs.Builder placed(Surroundings surroundings, Scope scope) {
        return InstanceArgs.builder()
                .identifier(scope.title(NAME))
                .dbSubnetGroupName(surroundings.subnetGroup())
                .parameterGroupName(surroundings.parameterGroup())
                .vpcSecurityGroupIds(surroundings.securityGroups())
                .port(Port.DATABASE)
                .publiclyAccessible(false)
                .storageEncrypted(true)
                // A copy has its source's key whatever is said; said, a difference between the two shows.
                .kmsKeyId(surroundings.keyArn())
                .caCertIdentifier(Database.AUTHORITY)
                .iamDatabaseAuthenticationEnabled(true)
                .autoMinorVersionUpgrade(true)
                .copyTagsToSnapshot(true)
                .multiAz(false)
                .backupRetentionPeriod(0)
                .deleteAutomatedBackups(true)
                .deletionProtection(false)
                .skipFinalSnapshot(true)
                .applyImmediately(true);
    }

    private static InstanceRestoreToPointInTimeArgs origin(RecoverySpec spec) {
        var origin = InstanceRestoreToPointInTimeArgs.builder().sourceDbInstanceIdentifier(spec.source());
        return switch (spec.moment()) {
            case Moment.At(var time) -> origin.restoreTime(time.toString()).build();
            case Moment.Latest() -> origin.useLatestRestorableTime(true).build();
        };
    }

    private static Map<String, String> tags(Claim claim, Scope scope) {
        var tags = new HashMap<>(scope.tags(NAME));
        tags.put("Owner", claim.owner());
        tags.put("Expires", claim.expires().toString());
        return Map.copyOf(tags);
    }
}
