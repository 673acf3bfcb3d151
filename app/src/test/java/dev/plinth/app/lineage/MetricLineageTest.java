package dev.plinth.app.lineage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plinth.app.consumers.Consumer;
import dev.plinth.app.consumers.ConsumerKind;
import dev.plinth.app.consumers.ConsumerName;
import dev.plinth.app.consumers.FakeConsumers;
import dev.plinth.app.consumers.Usage;
import dev.plinth.app.metrics.Metric;
import dev.plinth.app.metrics.MetricContent;
import dev.plinth.app.metrics.Source;
import dev.plinth.app.metrics.View;
import dev.plinth.app.support.Actors;
import dev.plinth.app.support.MetricSamples;
import dev.plinth.app.values.Label;
import dev.plinth.app.values.MetricId;
import dev.plinth.app.values.NotFoundException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A metric that was published, and whose draft has another name. */
final class MetricLineageTest {
    private static final MetricId ID = new MetricId("a.metric");

    private final Metric published = MetricSamples.metric(ID.value(), "sales", true);
    private final List<View> views = new ArrayList<>();
    private final MetricLineage lineage = new MetricLineage(
            (id, view) ->
                    Optional.of(view == View.DRAFT ? renamed() : published).filter(metric -> id.equals(ID)),
            new Lineage(new Sources(), new FakeConsumers(List.of(consumer()))));

    @Test
    void showsWhatTheCallerMaySee() {
        lineage.graph(Actors.viewer().principal(), ID, Heading.UP, 1);
        lineage.graph(Actors.reviewer().principal(), ID, Heading.UP, 1);

        assertThat(views).containsExactly(View.PUBLISHED, View.PUBLISHED, View.CURRENT, View.CURRENT);
        assertThatThrownBy(() -> lineage.graph(Actors.viewer().principal(), new MetricId("no.metric"), Heading.UP, 1))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void writesEveryKindOfNode() {
        ObjectNode graph = LineageJson.write(lineage.graph(Actors.viewer().principal(), ID, Heading.BOTH, 1));

        assertThat(graph.path("root").asText()).isEqualTo("metric:a.metric");
        assertThat(graph.path("nodes").findValuesAsText("kind"))
                .containsExactly("metric", "table", "column", "consumer");
        assertThat(graph.path("edges").findValuesAsText("type")).containsExactly("reads", "part_of", "uses");
        assertThat(graph.path("truncated").booleanValue()).isFalse();
    }

    @Test
    void tellsTheClassOfAChangeToThoseWhoSeeDrafts() {
        ObjectNode shown = LineageJson.write(lineage.impact(Actors.reviewer().principal(), ID));
        ObjectNode hidden = LineageJson.write(lineage.impact(Actors.viewer().principal(), ID));

        assertThat(shown.path("change_class").asText()).isEqualTo("minor");
        assertThat(hidden.has("change_class")).isFalse();
        assertThat(hidden.at("/metrics/0/distance").intValue()).isZero();
        assertThat(hidden.at("/consumers/0/name").asText()).isEqualTo("Report");
    }

    private Metric renamed() {
        var content = published.content();
        var draft = new MetricContent(
                content.id(),
                new Label("Another name"),
                content.description(),
                content.classification(),
                content.definition(),
                content.stewardship(),
                content.remarks());
        return new Metric(published.uid(), draft, published.standing(), published.edition(), 2, published.createdAt());
    }

    private static Consumer consumer() {
        var name = new ConsumerName(ConsumerKind.JOB, new Label("Report"));
        return new Consumer(
                new UUID(7, 7),
                ID,
                new Usage(name, Optional.empty(), Optional.empty()),
                Consumer.Origin.REGISTERED,
                "somebody",
                new Consumer.Seen(Instant.EPOCH, Instant.EPOCH));
    }

    /** No relationships, and one column. */
    private final class Sources implements LineageStore {
        @Override
        public List<Step> steps(Collection<UUID> metrics, Heading heading, View view, int limit) {
            views.add(view);
            return List.of();
        }

        @Override
        public List<Origin> origins(Collection<UUID> metrics, View view, int limit) {
            views.add(view);
            return List.of(new Origin(
                    published.uid(),
                    new Source(new Label("warehouse"), new Label("orders"), Optional.of(new Label("amount")))));
        }
    }
}
