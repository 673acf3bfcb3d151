package dev.plinth.sandbox.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SdkSchemaTest {
    private static final SdkSchema SDKS = new SdkSchema();

    @ParameterizedTest
    @CsvSource({"aws,1400", "kubernetes,150", "docker,10"})
    void readsEveryResourceClassOfTheSdkDownToTheLastNestedType(String packageName, int countMin) {
        var walked = new HashSet<Class<?>>();
        for (var token : SDKS.tokens(packageName)) {
            var schema = SDKS.find(token).orElseThrow();
            walk(schema.inputs(), walked);
            walk(schema.outputs(), walked);
        }

        assertThat(SDKS.tokens(packageName)).hasSizeGreaterThan(countMin);
        assertThat(walked).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aws:rds/instance:Instance",
                "aws:index/getRegionIsNoResource:Nothing",
                "kubernetes:rbac.authorization.k8s.io/v1:Role",
                "docker:index/image:Image",
                "pulumi:providers:aws"
            })
    void theNamingRuleGivesAnSdkClassOrNone(String token) {
        assertThat(ClassNames.of(token)).isPresent();
        assertThat(SDKS.find(token).isPresent()).isEqualTo(!token.contains("IsNoResource"));
    }

    @Test
    void knowsWhatIsRequiredAndOfWhichType() {
        var inputs = SDKS.find("aws:rds/instance:Instance").orElseThrow().inputs();

        assertThat(inputs)
                .containsEntry(
                        "allocatedStorage", new Property("allocatedStorage", new Type.Whole(), false, false, false))
                .hasEntrySatisfying(
                        "instanceClass",
                        property -> assertThat(property.required()).isTrue())
                .hasEntrySatisfying(
                        "name", property -> assertThat(property.deprecated()).isTrue());
    }

    @Test
    void knowsWhichOutputsAreAlwaysThere() {
        var outputs = SDKS.find("aws:rds/instance:Instance").orElseThrow().outputs();

        assertThat(outputs)
                .doesNotContainKeys("id", "urn")
                .hasEntrySatisfying(
                        "endpoint", property -> assertThat(property.required()).isTrue())
                .hasEntrySatisfying(
                        "password", property -> assertThat(property.required()).isFalse());
    }

    @Test
    void readsTheValuesOfClosedEnumerations() {
        var inputs = SDKS.find("docker:index/image:Image").orElseThrow().inputs();
        var walked = new HashSet<Class<?>>();
        walk(inputs, walked);

        assertThat(walked)
                .flatMap(declaration -> Declarations.of(declaration).values())
                .extracting(Property::type)
                .contains(new Type.Enumeration("BuilderVersion", List.of("BuilderV1", "BuilderBuildKit")));
    }

    @Test
    void findsNothingInOtherPackages() {
        assertThat(SDKS.find("gcp:storage/bucket:Bucket")).isEmpty();
        assertThat(SDKS.find("aws:rds/instance:Instances")).isEmpty();
        assertThat(SDKS.find("nonsense")).isEmpty();
    }

    private static void walk(Map<String, Property> properties, Set<Class<?>> walked) {
        properties.values().forEach(property -> walk(property.type(), walked));
    }

    private static void walk(Type type, Set<Class<?>> walked) {
        assertThat(type.described()).isNotBlank();
        if (type instanceof Type.Structure structure && walked.add(structure.declaration())) {
            walk(Declarations.of(structure.declaration()), walked);
        } else if (type instanceof Type.Items items) {
            walk(items.element(), walked);
        } else if (type instanceof Type.Dictionary dictionary) {
            walk(dictionary.element(), walked);
        } else if (type instanceof Type.Either either) {
            walk(either.left(), walked);
            walk(either.right(), walked);
        }
    }
}
