package dev.plinth.sandbox.check;

import static dev.plinth.sandbox.Inputs.fields;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.sandbox.schema.SdkSchema;
import dev.plinth.sandbox.value.Value;
import dev.plinth.sandbox.value.Value.Fields;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class InputCheckTest {
    private static final SdkSchema SDKS = new SdkSchema();
    private static final String DATABASE = "aws:rds/instance:Instance";
    private static final String DEPLOYMENT = "kubernetes:apps/v1:Deployment";
    private static final String IMAGE = "docker:index/image:Image";

    @Test
    void acceptsGoodInputs() {
        assertThat(check(DATABASE, database())).isEmpty();
    }

    @Test
    void namesAnInputThatTheSdkDoesNotHaveAndTheOneThatWasMeant() {
        assertThat(check(DATABASE, database().with("storageSize", Value.number(20))))
                .containsExactly("storageSize: the SDK has no such input of aws:rds/instance:Instance; "
                        + "did you mean allocatedStorage?");
    }

    @ParameterizedTest
    @CsvSource({
        "enginVersion, engineVersion",
        "databaseName, dbName",
        "instanceType, instanceClass",
        "publicAccessible, publiclyAccessible",
        "multiAZ, multiAz"
    })
    void suggestsByLettersOrByWords(String wrong, String meant) {
        assertThat(check(DATABASE, database().with(wrong, Value.text(""))))
                .first()
                .asString()
                .endsWith("did you mean %s?".formatted(meant));
    }

    @Test
    void namesTypeAndFoundValue() {
        assertThat(check(DATABASE, database().with("port", Value.text("x"))))
                .containsExactly("port: expected a whole number, found \"x\"");
        assertThat(check(DATABASE, database().with("port", Value.number(5432.5))))
                .containsExactly("port: expected a whole number, found 5432.5");
        assertThat(check(DATABASE, database().with("multiAz", Value.text("true"))))
                .containsExactly("multiAz: expected true or false, found \"true\"");
    }

    @Test
    void tellsAllFaultsAtOnce() {
        assertThat(check(DATABASE, fields("port", "x", "nonsense", 1)))
                .containsExactlyInAnyOrder(
                        "port: expected a whole number, found \"x\"",
                        "nonsense: the SDK has no such input of aws:rds/instance:Instance; remove it",
                        "instanceClass: missing, but aws:rds/instance:Instance requires it");
    }

    @Test
    void looksIntoNestedObjectsAndLists() {
        var container = Map.of("image", "a", "ports", List.of(Map.of("containerPort", "http")));
        assertThat(check(DEPLOYMENT, deployment(container)))
                .containsExactlyInAnyOrder(
                        "spec.template.spec.containers[0].name: missing, but ContainerArgs requires it",
                        "spec.template.spec.containers[0].ports[0].containerPort: expected a whole number, found \"http\"");
    }

    @Test
    void aUnionTakesEitherType() {
        assertThat(check(DEPLOYMENT, deployment(probed(8081)))).isEmpty();
        assertThat(check(DEPLOYMENT, deployment(probed("admin")))).isEmpty();
        assertThat(check(DEPLOYMENT, deployment(probed(true))))
                .containsExactly("spec.template.spec.containers[0].readinessProbe.httpGet.port: "
                        + "expected a whole number or a string, found true");
    }

    @Test
    void aClosedEnumerationTakesItsValuesOnly() {
        assertThat(check(IMAGE, fields("imageName", "a", "build", Map.of("builderVersion", "BuilderV9"))))
                .containsExactly(
                        "build.builderVersion: expected one of BuilderV1, BuilderBuildKit, found \"BuilderV9\"");
    }

    @Test
    void whatIsUnknownPasses() {
        assertThat(check(
                        DATABASE,
                        database().with("port", Value.unknown()).with("vpcSecurityGroupIds", Value.unknown())))
                .isEmpty();
    }

    @Test
    void aNullCountsAsAbsent() {
        assertThat(check(DATABASE, database().with("instanceClass", new Value.Null())))
                .containsExactly("instanceClass: missing, but aws:rds/instance:Instance requires it");
    }

    @Test
    void aSecretIsCheckedButNotShown() {
        var short7 = new Value.Secret(Value.text("hunter2"));
        assertThat(check(DATABASE, database().with("password", short7)))
                .containsExactly("password: expected 8 to 128 printable characters except / \" @ and space, "
                        + "found a secret value");
        assertThat(check(DATABASE, database().with("password", new Value.Secret(Value.number(12345678)))))
                .containsExactly("password: expected a string, found a secret value");
    }

    @Test
    void providerOptionsAreReadAsTheJsonTextsThatTheyTravelAs() {
        var good = fields(
                "region", "eu-central-1", "defaultTags", "{\"tags\":{\"a\":\"b\"}}", "skipMetadataApiCheck", "true");
        assertThat(messages("pulumi:providers:aws", good)).isEmpty();
        assertThat(messages("pulumi:providers:aws", good.with("defaultTags", Value.text("{\"tag\":{}}"))))
                .containsExactly(
                        "defaultTags.tag: the SDK has no such input of ProviderDefaultTagsArgs; did you mean tags?");
        assertThat(messages("pulumi:providers:aws", good.with("skipMetadataApiCheck", Value.text("yes"))))
                .containsExactly("skipMetadataApiCheck: expected true or false as JSON, found \"yes\"");
    }

    private static List<String> check(String token, Fields inputs) {
        return messages(token, inputs);
    }

    private static List<String> messages(String token, Fields inputs) {
        return InputCheck.check(SDKS.find(token).orElseThrow(), inputs).stream()
                .map(Failure::message)
                .toList();
    }

    private static Fields database() {
        return fields("instanceClass", "db.t4g.micro", "engine", "postgres", "allocatedStorage", 20);
    }

    private static Map<String, Object> probed(Object port) {
        return Map.of("name", "api", "image", "a", "readinessProbe", Map.of("httpGet", Map.of("port", port)));
    }

    private static Fields deployment(Map<String, ?> container) {
        var labels = Map.of("app", "api");
        var template = Map.of("metadata", Map.of("labels", labels), "spec", Map.of("containers", List.of(container)));
        return fields(
                "metadata",
                Map.of("name", "api"),
                "spec",
                Map.of("selector", Map.of("matchLabels", labels), "template", template));
    }
}
