package dev.plinth.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plinth.app.http.Access;
import dev.plinth.app.http.Effect;
import dev.plinth.app.http.Operation;
import dev.plinth.app.support.Description;
import dev.plinth.app.support.Reply;
import dev.plinth.app.support.RunningApp;
import dev.plinth.app.support.Servers;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** The API does what its description says, and nothing else. */
@ExtendWith(Servers.Extension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ContractIT {
    private static final Pattern PARAMETER = Pattern.compile("\\{([a-z_]+)}");
    private static final Pattern KNOWN = Pattern.compile("known are ([a-z_, ]+)");

    private final RunningApp app;
    private final Description description;

    ContractIT(Servers servers) throws Exception {
        app = new RunningApp(servers.environment());
        description = Description.of(app);
    }

    @AfterAll
    void stop() {
        app.close();
    }

    @Test
    void whatIsServedIsDescribedAndNothingElse() {
        assertThat(app.operations().stream().map(ContractIT::line))
                .hasSizeGreaterThan(5)
                .containsExactlyInAnyOrderElementsOf(description.operations().stream()
                        .map(Description.Described::toString)
                        .toList());
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        assertThat(description.document().findValues("$ref"))
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(description
                                .document()
                                .at(reference.textValue().substring(1))
                                .isMissingNode())
                        .as(reference.textValue())
                        .isFalse());
    }

    @TestFactory
    Stream<DynamicTest> whoMayCallIsDescribed() {
        return each(operation -> {
            JsonNode described = description.operation(operation.id()).node();
            assertThat(described.path("security").toString())
                    .as(operation.id())
                    .isEqualTo(operation.access() instanceof Access.Everyone ? "[]" : "");
            assertThat(described.path("x-scope").asText())
                    .as(operation.id())
                    .isEqualTo(
                            switch (operation.access()) {
                                case Access.Everyone everyone -> "";
                                case Access.SignedIn signedIn -> "signed-in";
                                case Access.Holders holders -> holders.scope().text();
                            });
        });
    }

    @TestFactory
    Stream<DynamicTest> parametersOfThePathAreDescribed() {
        return each(operation -> {
            Set<String> inPath = new TreeSet<>();
            for (Matcher matcher = PARAMETER.matcher(operation.path()); matcher.find(); ) {
                inPath.add(matcher.group(1));
            }
            assertThat(description.parameters(description.operation(operation.id()), "path"))
                    .as(operation.id())
                    .isEqualTo(inPath);
        });
    }

    @TestFactory
    Stream<DynamicTest> parametersOfTheQueryAreThoseDescribed() {
        return each(operation -> {
            Reply reply = app.api()
                    .send(
                            operation.method().text(),
                            concrete(operation) + "?no_such_parameter=1",
                            operation.effect() == Effect.NONE ? "" : "{}",
                            "Content-Type",
                            "application/json",
                            "If-Match",
                            "*");

            assertThat(reply.status()).as(reply.toString()).isEqualTo(400);
            assertThat(known(reply))
                    .as(operation.id())
                    .isEqualTo(description.parameters(description.operation(operation.id()), "query"));
        });
    }

    @TestFactory
    Stream<DynamicTest> changesCanBeTriedOutAndCreationsRepeated() {
        return each(operation -> {
            var described = description.operation(operation.id());
            boolean transacted = operation.effect() == Effect.TRANSACTED;
            assertThat(description.parameters(described, "query").contains("validate_only"))
                    .as(operation.id())
                    .isEqualTo(transacted || operation.id().equals("startImport"));
            assertThat(description.parameters(described, "header").contains("Idempotency-Key"))
                    .as(operation.id())
                    .isEqualTo(transacted && operation.method().text().equals("POST"));
        });
    }

    private Stream<DynamicTest> each(Check check) {
        return app.operations().stream()
                .map(operation -> DynamicTest.dynamicTest(operation.id(), () -> check.of(operation)));
    }

    /** What the refusal of an unknown parameter lists. */
    private static Set<String> known(Reply reply) {
        Matcher matcher = KNOWN.matcher(reply.body());
        return matcher.find()
                ? Arrays.stream(matcher.group(1).strip().split(", ")).collect(Collectors.toCollection(TreeSet::new))
                : Set.of();
    }

    /** An address of the operation where nothing is. */
    static String concrete(Operation operation) {
        return PARAMETER.matcher(operation.path()).replaceAll("none-such");
    }

    private static String line(Operation operation) {
        return "%s %s %s".formatted(operation.id(), operation.method().text(), operation.path());
    }

    private interface Check {
        void of(Operation operation) throws Exception;
    }
}
