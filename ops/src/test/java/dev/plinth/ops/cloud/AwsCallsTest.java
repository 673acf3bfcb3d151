package dev.plinth.ops.cloud;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whoever is refused is told the permission that is missing: each call names its own, and nothing names another. */
final class AwsCallsTest {
    private static final Path SOURCES = Path.of("src/main/java/dev/plinth/ops");

    /** A permission in a source; keys of conditions look alike. */
    private static final Pattern ACTION = Pattern.compile("\"((?!aws:)[a-z0-9]+:[A-Z]\\w+)\"");

    /** What services are called in permissions, where it is not the SDK's name for them. */
    private static final Map<String, String> PREFIXES = Map.of("elasticloadbalancingv2", "elasticloadbalancing");

    /** Of what the AWS Service Authorization Reference lists under another name than the operation's. */
    private static final Map<String, String> OTHERWISE = Map.of(
            "s3:HeadBucket", "s3:ListBucket",
            "s3:ListObjectsV2", "s3:ListBucket",
            "s3:GetBucketEncryption", "s3:GetEncryptionConfiguration",
            "s3:PutBucketEncryption", "s3:PutEncryptionConfiguration",
            "s3:GetPublicAccessBlock", "s3:GetBucketPublicAccessBlock",
            "s3:PutPublicAccessBlock", "s3:PutBucketPublicAccessBlock");

    @Test
    void eachCallNamesThePermissionThatItNeeds() throws IOException {
        var needed = new TreeMap<String, Set<String>>();
        AwsCalls.byClass()
                .forEach((type, calls) -> needed.put(
                        type, calls.stream().map(AwsCallsTest::action).collect(toCollection(TreeSet::new))));

        assertThat(named()).isEqualTo(needed);
    }

    @Test
    void theScanFindsCallsOfEachKind() {
        assertThat(AwsCalls.all())
                .hasSizeGreaterThan(30)
                .contains("sts:GetCallerIdentity", "s3:GetObject", "s3:ListObjectsV2", "rds:DescribeDBProxyTargets");
    }

    private static String action(String call) {
        var parts = call.split(":", 2);
        return OTHERWISE.getOrDefault(call, "%s:%s".formatted(PREFIXES.getOrDefault(parts[0], parts[0]), parts[1]));
    }

    private static Map<String, Set<String>> named() throws IOException {
        var named = new TreeMap<String, Set<String>>();
        try (var files = Files.walk(SOURCES)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var actions = ACTION.matcher(Files.readString(file))
                        .results()
                        .map((MatchResult found) -> found.group(1))
                        .collect(toCollection(TreeSet::new));
                if (!actions.isEmpty()) {
                    named.put(file.getFileName().toString().replace(".java", ""), actions);
                }
            }
        }
        return named;
    }
}
