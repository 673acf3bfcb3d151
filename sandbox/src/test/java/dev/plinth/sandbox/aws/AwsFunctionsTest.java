package dev.plinth.sandbox.aws;

import static dev.plinth.sandbox.Inputs.fields;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.sandbox.resource.SandboxException;
import dev.plinth.sandbox.resource.Settings;
import dev.plinth.sandbox.resource.Settings.Mutable;
import dev.plinth.sandbox.value.Properties;
import dev.plinth.sandbox.value.Value.Fields;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class AwsFunctionsTest {
    private static final String PASSWORD = "aws:secretsmanager/getRandomPassword:getRandomPassword";
    private static final Settings SETTINGS =
            new Settings("eu-central-1", "111122223333", Map.of(), new Mutable(false, false), "default", Path.of(""));

    @Test
    void whoCallsIsTheAccountOfTheProvider() {
        assertThat(call("aws:index/getCallerIdentity:getCallerIdentity", fields())
                        .text("accountId"))
                .contains("111122223333");
    }

    @Test
    void zonesAreThoseOfTheRegion() {
        assertThat(call("aws:index/getAvailabilityZones:getAvailabilityZones", fields())
                        .texts("names"))
                .containsExactly("eu-central-1a", "eu-central-1b", "eu-central-1c");
    }

    @Test
    void passwordsAreRandomAndAsWished() {
        var wish = fields("passwordLength", 40, "excludePunctuation", true, "requireEachIncludedType", true);

        var password = call(PASSWORD, wish).text("randomPassword").orElseThrow();

        assertThat(password)
                .hasSize(40)
                .matches("[A-Za-z0-9]+")
                .matches(".*[A-Z].*")
                .matches(".*[a-z].*")
                .matches(".*[0-9].*");
        assertThat(call(PASSWORD, wish).text("randomPassword")).isPresent().isNotEqualTo(password);
    }

    @Test
    void aPasswordOfNothingIsRefused() {
        var nothing = fields(
                "excludePunctuation", true, "excludeNumbers", true, "excludeUppercase", true, "excludeLowercase", true);

        assertThatThrownBy(() -> call(PASSWORD, nothing))
                .isInstanceOf(SandboxException.class)
                .hasMessageStartingWith("passwordLength: expected ");
    }

    @Test
    void policyDocumentsAreReallyMade() {
        var statement = Map.of(
                "sid", "Read",
                "actions", List.of("s3:GetObject"),
                "resources", List.of("b", "a"),
                "principals", List.of(Map.of("type", "Service", "identifiers", List.of("backup.amazonaws.com"))),
                "conditions",
                        List.of(Map.of("test", "Bool", "variable", "aws:SecureTransport", "values", List.of("true"))));

        var document = call("aws:iam/getPolicyDocument:getPolicyDocument", fields("statements", List.of(statement)));

        assertThat(document.text("minifiedJson"))
                .contains("{\"Version\":\"2012-10-17\",\"Statement\":[{\"Sid\":\"Read\",\"Effect\":\"Allow\","
                        + "\"Action\":\"s3:GetObject\",\"Resource\":[\"a\",\"b\"],"
                        + "\"Principal\":{\"Service\":\"backup.amazonaws.com\"},"
                        + "\"Condition\":{\"Bool\":{\"aws:SecureTransport\":\"true\"}}}]}");
    }

    @Test
    void whatAwsPublishesIsKnown() {
        assertThat(call("aws:elb/getServiceAccount:getServiceAccount", fields()).text("id"))
                .contains("054676820928");
        assertThat(call(
                                "aws:ec2/getManagedPrefixList:getManagedPrefixList",
                                fields("name", "com.amazonaws.global.cloudfront.origin-facing"))
                        .text("id")
                        .orElseThrow())
                .matches("pl-[0-9a-f]{8}");
        assertThat(call("aws:cloudfront/getCachePolicy:getCachePolicy", fields("name", "Managed-CachingDisabled"))
                        .text("id"))
                .contains("4135ea2d-6df8-44a3-9df3-4b5a84be39ad");
    }

    @Test
    void otherFunctionsAreRefusedWithWhatToDo() {
        assertThatThrownBy(() -> call("aws:ec2/getAmi:getAmi", fields()))
                .isInstanceOf(SandboxException.class)
                .hasMessageContaining("getCallerIdentity")
                .hasMessageContaining("Make the value a setting of the stack");
    }

    private static Properties call(String token, Fields arguments) {
        return new Properties(new AwsFunctions(new SecureRandom()).call(token, arguments, SETTINGS));
    }
}
