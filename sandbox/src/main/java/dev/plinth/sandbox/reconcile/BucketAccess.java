package dev.plinth.sandbox.reconcile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plinth.sandbox.proxy.OriginSettings;
import dev.plinth.sandbox.value.Properties;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What a bucket's policy lets one distribution read; statements that deny are about others. */
final class BucketAccess {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CDN = "cloudfront.amazonaws.com";
    private static final List<String> COMPARISONS = List.of("StringEquals", "StringLike", "ArnEquals", "ArnLike");

    private BucketAccess() {}

    static OriginSettings.Access of(Snapshot snapshot, String bucket, String distributionArn) {
        var statements = snapshot.ofType("aws:s3/bucketPolicy:BucketPolicy")
                .map(policy -> new Properties(policy.inputs()))
                .filter(policy -> policy.text("bucket").filter(bucket::equals).isPresent())
                .flatMap(policy -> policy.text("policy").stream())
                .flatMap(BucketAccess::statements)
                .filter(statement -> admits(statement, distributionArn))
                .toList();
        var prefix = "arn:aws:s3:::" + bucket + "/";
        var readable = statements.stream()
                .filter(statement -> allows(statement, "s3:GetObject"))
                .flatMap(statement -> texts(statement.path("Resource")))
                .filter(resource -> resource.startsWith(prefix))
                .map(resource -> resource.substring(prefix.length()))
                .toList();
        boolean listable = statements.stream().anyMatch(statement -> allows(statement, "s3:ListBucket"));
        return new OriginSettings.Access(readable, listable);
    }

    private static Stream<JsonNode> statements(String policy) {
        try {
            var statement = JSON.readTree(policy).path("Statement");
            return statement.isArray() ? StreamSupport.stream(statement.spliterator(), false) : Stream.of(statement);
        } catch (JsonProcessingException e) {
            return Stream.empty();
        }
    }

    private static boolean admits(JsonNode statement, String distributionArn) {
        boolean cdn = texts(statement.path("Principal").path("Service")).anyMatch(CDN::equals);
        var sources = COMPARISONS.stream()
                .flatMap(comparison -> statement.path("Condition").path(comparison).properties().stream())
                .filter(condition -> condition.getKey().toLowerCase(Locale.ROOT).equals("aws:sourcearn"))
                .flatMap(condition -> texts(condition.getValue()))
                .toList();
        return statement.path("Effect").asText().equals("Allow")
                && cdn
                && (sources.isEmpty() || sources.contains(distributionArn));
    }

    private static boolean allows(JsonNode statement, String action) {
        return texts(statement.path("Action"))
                .anyMatch(allowed -> allowed.equals(action) || allowed.equals("s3:*") || allowed.equals("*"));
    }

    private static Stream<String> texts(JsonNode oneOrMany) {
        return oneOrMany.isArray()
                ? StreamSupport.stream(oneOrMany.spliterator(), false).map(JsonNode::asText)
                : Stream.of(oneOrMany.asText());
    }
}
