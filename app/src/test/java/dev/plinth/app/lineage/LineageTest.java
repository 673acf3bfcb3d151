package dev.plinth.app.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.app.consumers.Consumer;
import dev.plinth.app.consumers.ConsumerKind;
import dev.plinth.app.consumers.ConsumerName;
import dev.plinth.app.consumers.FakeConsumers;
import dev.plinth.app.consumers.Usage;
import dev.plinth.app.metrics.MetricStatus;
import dev.plinth.app.metrics.Source;
import dev.plinth.app.metrics.View;
import dev.plinth.app.values.DomainId;
import dev.plinth.app.values.Label;
import dev.plinth.app.values.MetricId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A diamond: top is derived from left and right, both from base; base reads a column. */
final class LineageTest {
    private static final MetricNode TOP = metric("top");
    private static final MetricNode LEFT = metric("left");
    private static final MetricNode RIGHT = metric("right");
    private static final MetricNode BASE = metric("base");

    private final List<LineageStore.Origin> origins = new ArrayList<>();
    private final List<Edge> edges = new ArrayList<>(
            List.of(new Edge(TOP, LEFT), new Edge(TOP, RIGHT), new Edge(LEFT, BASE), new Edge(RIGHT, BASE)));
    private final List<Consumer> consumers = new ArrayList<>();

    @Test
    void followsUpToTheSources() {
        origins.add(new LineageStore.Origin(BASE.uid(), source(Optional.of(new Label("amount")))));
        origins.add(new LineageStore.Origin(LEFT.uid(), source(Optional.empty())));

        Graph graph = lineage().of(TOP, query(Heading.UP, 10));

        assertThat(keys(graph))
                .containsExactlyInAnyOrder(
                        "metric:top",
                        "metric:left",
                        "metric:right",
                        "metric:base",
                        "table:warehouse/orders",
                        "column:warehouse/orders/amount");
        assertThat(graph.edges())
                .containsExactlyInAnyOrder(
                        new GraphEdge("metric:top", "metric:left", "derived_from"),
                        new GraphEdge("metric:top", "metric:right", "derived_from"),
                        new GraphEdge("metric:left", "metric:base", "derived_from"),
                        new GraphEdge("metric:right", "metric:base", "derived_from"),
                        new GraphEdge("metric:base", "column:warehouse/orders/amount", "reads"),
                        new GraphEdge("column:warehouse/orders/amount", "table:warehouse/orders", "part_of"),
                        new GraphEdge("metric:left", "table:warehouse/orders", "reads"));
        assertThat(graph.truncated()).isFalse();
    }

    @Test
    void followsDownToTheConsumers() {
        consumers.add(consumer(TOP));

        Graph graph = lineage().of(BASE, query(Heading.DOWN, 10));

        assertThat(keys(graph))
                .containsExactlyInAnyOrder(
                        "metric:base", "metric:left", "metric:right", "metric:top", "consumer:job/Report");
        assertThat(graph.edges())
                .contains(
                        new GraphEdge("metric:left", "metric:base", "derived_from"),
                        new GraphEdge("consumer:job/Report", "metric:top", "uses"));
    }

    @Test
    void goesAsFarAsItWasAskedTo() {
        assertThat(keys(lineage().of(TOP, query(Heading.UP, 1))))
                .containsExactly("metric:top", "metric:left", "metric:right");
    }

    @Test
    void bothWaysDoNotTurnRound() {
        edges.add(new Edge(metric("sibling"), BASE));

        assertThat(keys(lineage().of(LEFT, query(Heading.BOTH, 10))))
                .containsExactlyInAnyOrder("metric:left", "metric:base", "metric:top");
    }

    @Test
    void endsEvenInACircle() {
        edges.add(new Edge(BASE, TOP));

        assertThat(keys(lineage().of(TOP, query(Heading.UP, 10)))).hasSize(4);
    }

    @Test
    void leavesOutWhatIsTooMuch() {
        edges.clear();
        for (int index = 0; index < Lineage.NODES_MAX; index++) {
            edges.add(new Edge(TOP, metric("many" + index)));
        }

        Graph graph = lineage().of(TOP, query(Heading.UP, 10));

        assertThat(graph.truncated()).isTrue();
        assertThat(graph.nodes()).hasSize(Lineage.NODES_MAX);
        assertThat(graph.edges()).hasSize(Lineage.NODES_MAX - 1);
    }

    @Test
    void hitsConsumersOfAllThatDerives() {
        consumers.add(consumer(TOP));

        Impact impact = lineage().impact(BASE, query(Heading.DOWN, 10));

        assertThat(impact.metrics()).containsExactlyInAnyOrder(BASE, LEFT, RIGHT, TOP);
        assertThat(impact.distances())
                .containsEntry(BASE.uid(), 0)
                .containsEntry(RIGHT.uid(), 1)
                .containsEntry(TOP.uid(), 2);
        assertThat(impact.consumers()).hasSize(1);
        assertThat(impact.truncated()).isFalse();
    }

    private Lineage lineage() {
        return new Lineage(new Edges(), new FakeConsumers(consumers));
    }

    private static LineageQuery query(Heading heading, int depth) {
        return new LineageQuery(heading, depth, View.PUBLISHED);
    }

    private static List<String> keys(Graph graph) {
        return graph.nodes().stream().map(GraphNode::key).toList();
    }

    private static MetricNode metric(String id) {
        return new MetricNode(
                UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)),
                new MetricId(id),
                new Label(id),
                new DomainId("finance"),
                MetricStatus.PUBLISHED);
    }

    private static Source source(Optional<Label> column) {
        return new Source(new Label("warehouse"), new Label("orders"), column);
    }

    private static Consumer consumer(MetricNode metric) {
        var name = new ConsumerName(ConsumerKind.JOB, new Label("Report"));
        return new Consumer(
                new UUID(7, 7),
                metric.id(),
                new Usage(name, Optional.empty(), Optional.empty()),
                Consumer.Origin.REGISTERED,
                "somebody",
                new Consumer.Seen(Instant.EPOCH, Instant.EPOCH));
    }

    private record Edge(MetricNode from, MetricNode to) {}

    private final class Edges implements LineageStore {
        @Override
        public List<Step> steps(Collection<UUID> metrics, Heading heading, View view, int limit) {
            return edges.stream()
                    .map(edge -> heading == Heading.UP ? edge : new Edge(edge.to(), edge.from()))
                    .filter(edge -> metrics.contains(edge.from().uid()))
                    .map(edge -> new Step(edge.from().uid(), RelationshipType.DERIVED_FROM, edge.to()))
                    .limit(limit)
                    .toList();
        }

        @Override
        public List<Origin> origins(Collection<UUID> metrics, View view, int limit) {
            return origins.stream()
                    .filter(origin -> metrics.contains(origin.metric()))
                    .toList();
        }
    }
}
