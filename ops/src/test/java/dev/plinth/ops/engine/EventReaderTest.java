package dev.plinth.ops.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.MissingNode;
import dev.plinth.ops.engine.EngineEvent.Severity;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class EventReaderTest {
    private final EventReader reader = new EventReader();

    @Test
    void aStepIsReadWithItsResourceAndWhatChanged() {
        assertThat(reader.read(Events.planned("update", "aws:rds/instance:Instance", "primary")))
                .contains(new EngineEvent.Started(
                        new Resource(Events.urn("aws:rds/instance:Instance", "primary")),
                        Operation.UPDATE,
                        true,
                        List.of("engineVersion"),
                        new EngineEvent.Inputs(MissingNode.getInstance(), MissingNode.getInstance())));
    }

    @Test
    void aStepIsReadWithTheInputsBeforeAndAfter() {
        var event = reader.read(Events.changing("aws:rds/instance:Instance", "primary", "{\"a\":1}", "{\"a\":2}"));

        assertThat(event)
                .get()
                .isInstanceOfSatisfying(
                        EngineEvent.Started.class,
                        step -> assertThat(step.inputs()).hasToString("Inputs[before={\"a\":1}, after={\"a\":2}]"));
    }

    @Test
    void aPackIsKnownByItsNameAlone() {
        assertThat(reader.read(Events.summary("\"same\":3")))
                .contains(new EngineEvent.Summary(
                        Map.of("same", 3), Map.of("plinth-backup", "0.1.0", "plinth-security", "0.1.0"), 3));
    }

    @Test
    void aFindingThatIsNotMandatoryIsAdvice() {
        assertThat(reader.read(Events.policy("warning", "pack", "rule", "urn", "message")))
                .contains(new EngineEvent.Policy(new PolicyFinding(
                        "pack", "rule", PolicyFinding.Level.ADVISORY, new Resource("urn"), "message")));
    }

    @Test
    void whatTheEngineTellsOnlyItselfIsLeftOut() {
        assertThat(reader.read(Events.diagnostic("debug", "", "Registering resource")))
                .isEmpty();
        assertThat(reader.read(Events.diagnostic("info", "", " \\n"))).isEmpty();
        assertThat(reader.read("{\"sequence\":24,\"cancelEvent\":{}}")).isEmpty();
        assertThat(reader.read("{\"sequence\":25,\"eventOfAnotherYear\":{}}")).isEmpty();
    }

    @Test
    void programsSpeakAsInformationWhateverStreamTheyUse() {
        assertThat(reader.read(Events.diagnostic("info#err", "urn", "hello")))
                .contains(new EngineEvent.Diagnostic(Severity.INFO, new Resource("urn"), "hello"));
    }

    @Test
    void aTypeIsShownWithoutTheFileThatTheSdkKeepsItIn() {
        var parent = "plinth:data:Database$aws:rds/instance:Instance";

        assertThat(new Resource(Events.urn(parent, "primary")).type()).isEqualTo("aws:rds:Instance");
        assertThat(new Resource(Events.urn("kubernetes:apps/v1:Deployment", "blue")).type())
                .isEqualTo("kubernetes:apps:Deployment");
        assertThat(new Resource(Events.urn(parent, "primary")).name()).isEqualTo("primary");
    }
}
