package dev.plinth.app.lineage;

import dev.plinth.app.consumers.Consumer;
import dev.plinth.app.consumers.ConsumerStore;
import dev.plinth.app.metrics.Source;
import dev.plinth.app.values.Names;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Follows the dependencies of metrics. */
public final class Lineage {
    /** So much a page can draw, and an answer can carry. */
    static final int NODES_MAX = 500;
    /** How far lineage is followed at most. */
    public static final int DEPTH_MAX = 10;
    // Read at most at once; metrics have few relationships, so this only bounds what a mistake could cost.
    private static final int READ_MAX = 5_000;

    private final LineageStore store;
    private final ConsumerStore consumers;

    public Lineage(LineageStore store, ConsumerStore consumers) {
        this.store = store;
        this.consumers = consumers;
    }

    /** What the metric hangs together with: metrics, and as leaves the sources above and the consumers below. */
    public Graph of(MetricNode root, LineageQuery query) {
        var draft = new GraphDraft(root, NODES_MAX);
        for (Heading heading : query.heading().single()) {
            List<MetricNode> reached = walk(draft, heading, query);
            if (heading == Heading.UP) {
                addSources(draft, reached, query);
            } else {
                addConsumers(draft, reached);
            }
        }
        return draft.graph();
    }

    /** Those who use the metric or what derives from it, each with the distance of the metric that is used. */
    public Impact impact(MetricNode root, LineageQuery query) {
        var draft = new GraphDraft(root, NODES_MAX);
        Map<UUID, Integer> distances = new LinkedHashMap<>();
        distances.put(root.uid(), 0);
        List<MetricNode> frontier = List.of(root);
        for (int distance = 1; distance <= query.depth() && !frontier.isEmpty(); distance++) {
            frontier = step(draft, frontier, Heading.DOWN, query);
            for (MetricNode metric : frontier) {
                distances.put(metric.uid(), distance);
            }
        }
        List<Consumer> hit = consumers.of(distances.keySet(), READ_MAX + 1);
        return new Impact(
                Optional.empty(), draft.metrics(), distances, hit, draft.graph().truncated() || hit.size() > READ_MAX);
    }

    /** All metrics that are reached, the root first. */
    private List<MetricNode> walk(GraphDraft draft, Heading heading, LineageQuery query) {
        List<MetricNode> reached = new ArrayList<>(List.of(draft.graph().root()));
        List<MetricNode> frontier = List.copyOf(reached);
        for (int depth = 1; depth <= query.depth() && !frontier.isEmpty(); depth++) {
            frontier = step(draft, frontier, heading, query);
            reached.addAll(frontier);
        }
        return reached;
    }

    /** The metrics next to these that were not reached before. */
    private List<MetricNode> step(GraphDraft draft, List<MetricNode> frontier, Heading heading, LineageQuery query) {
        Map<UUID, MetricNode> begins = byUid(frontier);
        List<LineageStore.Step> steps = store.steps(begins.keySet(), heading, query.view(), READ_MAX + 1);
        if (steps.size() > READ_MAX) {
            draft.truncate();
        }
        List<MetricNode> next = new ArrayList<>();
        for (LineageStore.Step step : steps) {
            MetricNode begin = Objects.requireNonNull(begins.get(step.begin()));
            if (draft.add(step.end())) {
                next.add(step.end());
            }
            String type = Names.of(step.type());
            if (heading == Heading.UP) {
                draft.connect(begin, step.end(), type);
            } else {
                draft.connect(step.end(), begin, type);
            }
        }
        return next;
    }

    private void addSources(GraphDraft draft, List<MetricNode> metrics, LineageQuery query) {
        Map<UUID, MetricNode> readers = byUid(metrics);
        for (LineageStore.Origin origin : store.origins(readers.keySet(), query.view(), READ_MAX)) {
            MetricNode metric = Objects.requireNonNull(readers.get(origin.metric()));
            Source source = origin.source();
            var table =
                    new GraphNode.Table(source.system().value(), source.table().value());
            draft.add(table);
            source.column()
                    .ifPresentOrElse(
                            name -> {
                                var column = new GraphNode.Column(table, name.value());
                                draft.add(column);
                                draft.connect(metric, column, "reads");
                                draft.connect(column, table, "part_of");
                            },
                            () -> draft.connect(metric, table, "reads"));
        }
    }

    private void addConsumers(GraphDraft draft, List<MetricNode> metrics) {
        Map<UUID, MetricNode> used = byUid(metrics);
        Map<String, MetricNode> byId = used.values().stream()
                .collect(Collectors.toMap(metric -> metric.id().value(), Function.identity()));
        for (Consumer consumer : consumers.of(used.keySet(), READ_MAX)) {
            var name = consumer.usage().consumer();
            var user = new GraphNode.User(Names.of(name.kind()), name.name().value());
            draft.add(user);
            draft.connect(
                    user, Objects.requireNonNull(byId.get(consumer.metric().value())), "uses");
        }
    }

    private static Map<UUID, MetricNode> byUid(List<MetricNode> metrics) {
        return metrics.stream().collect(Collectors.toMap(MetricNode::uid, Function.identity()));
    }
}
