package dev.plinth.ops.bootstrap;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.plinth.ops.cloud.Permissions;
import dev.plinth.ops.console.Json;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.ObjectOwnership;
import software.amazon.awssdk.services.s3.model.OwnershipControlsRule;
import software.amazon.awssdk.services.s3.model.PublicAccessBlockConfiguration;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionRule;

/** The bucket of the states: every version kept, encrypted with the key, reached by its account only and only by TLS. */
final class StateBucket {
    private static final int NOT_FOUND = 404;
    private static final PublicAccessBlockConfiguration NO_PUBLIC_ACCESS = PublicAccessBlockConfiguration.builder()
            .blockPublicAcls(true)
            .blockPublicPolicy(true)
            .ignorePublicAcls(true)
            .restrictPublicBuckets(true)
            .build();

    private final S3Client s3;
    private final Home home;
    private final StateKey key;

    StateBucket(S3Client s3, Home home, StateKey key) {
        this.s3 = s3;
        this.home = home;
        this.key = key;
    }

    List<Step> steps() {
        return List.of(
                step("", this::exists, this::create),
                step(": no public access", this::isClosed, this::close),
                step(": its account owns every object", this::isOwned, this::own),
                step(": keeps every version", this::isVersioned, this::version),
                step(": encrypted with " + Home.ALIAS, this::isEncrypted, this::encrypt),
                step(": refuses what does not come by TLS", this::isTlsOnly, this::requireTls));
    }

    private Step step(String what, BooleanSupplier isDone, Runnable carryOut) {
        return new Step("bucket %s%s".formatted(home.bucket(), what), () -> isSet(isDone), carryOut);
    }

    /** What has never been set is answered with an error. */
    private boolean isSet(BooleanSupplier setting) {
        try {
            return setting.getAsBoolean();
        } catch (NoSuchBucketException e) {
            return false;
        } catch (AwsServiceException e) {
            if (e.statusCode() == NOT_FOUND) {
                return false;
            }
            throw e;
        }
    }

    private boolean exists() {
        // With the owner, so that a bucket of the same name in another account is never taken for this one.
        ask("s3:ListBucket", () -> s3.headBucket(r -> r.bucket(home.bucket()).expectedBucketOwner(home.account())));
        return true;
    }

    private void create() {
        ask(
                "s3:CreateBucket",
                () -> s3.createBucket(r -> {
                    r.bucket(home.bucket());
                    // The first region has no name here.
                    if (!home.region().equals("us-east-1")) {
                        r.createBucketConfiguration(c -> c.locationConstraint(home.region()));
                    }
                }));
    }

    private boolean isClosed() {
        return NO_PUBLIC_ACCESS.equals(ask(
                        "s3:GetBucketPublicAccessBlock", () -> s3.getPublicAccessBlock(r -> r.bucket(home.bucket())))
                .publicAccessBlockConfiguration());
    }

    private void close() {
        ask(
                "s3:PutBucketPublicAccessBlock",
                () -> s3.putPublicAccessBlock(
                        r -> r.bucket(home.bucket()).publicAccessBlockConfiguration(NO_PUBLIC_ACCESS)));
    }

    private boolean isOwned() {
        return ask("s3:GetBucketOwnershipControls", () -> s3.getBucketOwnershipControls(r -> r.bucket(home.bucket())))
                .ownershipControls()
                .rules()
                .stream()
                .allMatch(rule -> rule.objectOwnership() == ObjectOwnership.BUCKET_OWNER_ENFORCED);
    }

    private void own() {
        var rule = OwnershipControlsRule.builder()
                .objectOwnership(ObjectOwnership.BUCKET_OWNER_ENFORCED)
                .build();
        ask(
                "s3:PutBucketOwnershipControls",
                () -> s3.putBucketOwnershipControls(
                        r -> r.bucket(home.bucket()).ownershipControls(c -> c.rules(rule))));
    }

    private boolean isVersioned() {
        return ask("s3:GetBucketVersioning", () -> s3.getBucketVersioning(r -> r.bucket(home.bucket())))
                        .status()
                == BucketVersioningStatus.ENABLED;
    }

    private void version() {
        ask(
                "s3:PutBucketVersioning",
                () -> s3.putBucketVersioning(r -> r.bucket(home.bucket())
                        .versioningConfiguration(c -> c.status(BucketVersioningStatus.ENABLED))));
    }

    private boolean isEncrypted() {
        var arn = key.find();
        return arn.isPresent()
                && ask("s3:GetEncryptionConfiguration", () -> s3.getBucketEncryption(r -> r.bucket(home.bucket())))
                        .serverSideEncryptionConfiguration()
                        .rules()
                        .stream()
                        .map(rule -> rule.applyServerSideEncryptionByDefault())
                        .anyMatch(rule -> rule.sseAlgorithm() == ServerSideEncryption.AWS_KMS
                                && arn.get().equals(rule.kmsMasterKeyID()));
    }

    private void encrypt() {
        var arn = key.find().orElseThrow();
        var rule = ServerSideEncryptionRule.builder()
                .bucketKeyEnabled(true)
                .applyServerSideEncryptionByDefault(
                        d -> d.sseAlgorithm(ServerSideEncryption.AWS_KMS).kmsMasterKeyID(arn))
                .build();
        ask(
                "s3:PutEncryptionConfiguration",
                () -> s3.putBucketEncryption(
                        r -> r.bucket(home.bucket()).serverSideEncryptionConfiguration(c -> c.rules(rule))));
    }

    private boolean isTlsOnly() {
        var found = ask("s3:GetBucketPolicy", () -> s3.getBucketPolicy(r -> r.bucket(home.bucket())))
                .policy();
        try {
            return Json.mapper().readTree(found).equals(Json.mapper().readTree(policy()));
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    private void requireTls() {
        ask(
                "s3:PutBucketPolicy",
                () -> s3.putBucketPolicy(r -> r.bucket(home.bucket()).policy(policy())));
    }

    private String policy() {
        var statement = Json.object()
                .put("Sid", "TlsOnly")
                .put("Effect", "Deny")
                .put("Principal", "*")
                .put("Action", "s3:*");
        var arn = "arn:aws:s3:::" + home.bucket();
        statement.putArray("Resource").add(arn).add(arn + "/*");
        statement.putObject("Condition").putObject("Bool").put("aws:SecureTransport", "false");
        var policy = Json.object().put("Version", "2012-10-17");
        policy.putArray("Statement").add(statement);
        return policy.toString();
    }

    private <T> T ask(String action, Supplier<T> question) {
        return Permissions.attempt(action, home.bucket(), question);
    }
}
