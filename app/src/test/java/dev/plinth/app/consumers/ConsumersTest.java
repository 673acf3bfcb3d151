package dev.plinth.app.consumers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.app.changes.ChangeType;
import dev.plinth.app.metrics.Metric;
import dev.plinth.app.metrics.Version;
import dev.plinth.app.support.Actors;
import dev.plinth.app.support.Changes;
import dev.plinth.app.support.DirectTransactions;
import dev.plinth.app.support.MetricSamples;
import dev.plinth.app.values.ConflictException;
import dev.plinth.app.values.ForbiddenException;
import dev.plinth.app.values.InvalidFieldException;
import dev.plinth.app.values.Label;
import dev.plinth.app.values.NotFoundException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class ConsumersTest {
    private final Metric metric = MetricSamples.metric("a.metric", "sales", true);
    private final FakeConsumers store = new FakeConsumers(List.of());
    private final Changes changes = new Changes();
    private final Consumers consumers = new Consumers(store, new DirectTransactions(), changes);

    @Test
    void anybodyMayRegisterWhateverTheirDomain() {
        Consumer made =
                consumers.register(Actors.editor("finance"), metric, usage("Board", Optional.of(Version.FIRST)));

        assertThat(consumers.get(metric, made.uid())).isEqualTo(made);
        assertThat(consumers.list(metric, new UUID(0, 0), 5).items()).containsExactly(made);
        assertThat(changes.types()).containsExactly(ChangeType.CONSUMER_ADDED);
        assertThat(ConsumerJson.write(made).toString())
                .contains("\"version\":\"1.0.0\"", "\"contact\":\"Analytics\"", "\"origin\":\"registered\"");
        assertThat(new ActiveConsumers(store, Clock.systemUTC()).activeConsumers(metric))
                .containsExactly("dashboard:Board");
    }

    @Test
    void refusesWhatIsRegisteredAndVersionsThatWereNeverPublished() {
        consumers.register(Actors.reviewer(), metric, usage("Board", Optional.empty()));

        assertThatThrownBy(() -> consumers.register(Actors.reviewer(), metric, usage("Board", Optional.empty())))
                .isInstanceOf(ConflictException.class)
                .hasMessage("'dashboard:Board' is registered as a consumer of 'a.metric' already.");
        assertThatThrownBy(() -> consumers.register(
                        Actors.reviewer(), metric, usage("Other", Optional.of(Version.parse("2.0.0")))))
                .isInstanceOf(InvalidFieldException.class);
    }

    @Test
    void itsAuthorAndThoseWhoMayChangeTheMetricRemoveAConsumer() {
        UUID first = consumers
                .register(Actors.reviewer(), metric, usage("One", Optional.empty()))
                .uid();
        UUID second = consumers
                .register(Actors.editor("finance"), metric, usage("Two", Optional.empty()))
                .uid();

        assertThatThrownBy(() -> consumers.remove(Actors.editor("finance"), metric, first))
                .isInstanceOf(ForbiddenException.class);
        consumers.remove(Actors.editor("finance"), metric, second);
        consumers.remove(Actors.editor("sales"), metric, first);

        assertThatThrownBy(() -> consumers.get(metric, first)).isInstanceOf(NotFoundException.class);
        assertThat(changes.types()).endsWith(ChangeType.CONSUMER_REMOVED, ChangeType.CONSUMER_REMOVED);
    }

    private static Usage usage(String name, Optional<Version> version) {
        return new Usage(
                new ConsumerName(ConsumerKind.DASHBOARD, new Label(name)),
                version,
                Optional.of(new Label("Analytics")));
    }
}
