package dev.plinth.app.page;

import dev.plinth.app.lineage.Family;
import dev.plinth.app.lineage.Graph;
import dev.plinth.app.lineage.GraphEdge;
import dev.plinth.app.lineage.GraphNode;
import dev.plinth.app.lineage.Heading;
import dev.plinth.app.lineage.MetricLineage;
import dev.plinth.app.lineage.RelationshipQuery;
import dev.plinth.app.lineage.RelationshipType;
import dev.plinth.app.lineage.Relationships;
import dev.plinth.app.page.Drawing.Thing;
import dev.plinth.app.page.Drawing.Tie;
import dev.plinth.app.page.LineagePage.Sentence;
import dev.plinth.app.values.MetricId;
import dev.plinth.app.values.Names;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The page about what a metric comes from and who uses it. */
public final class LineagePages {
    private static final int DEPTH = 3;
    private static final int OTHERS_MAX = 50;
    private static final UUID BEGINNING = new UUID(0, 0);
    /** What is drawn; all other ties are only told in words. */
    private static final Set<RelationshipType> OTHERS = Arrays.stream(RelationshipType.values())
            .filter(type -> type.family() != Family.DEPENDENCY)
            .collect(Collectors.toUnmodifiableSet());

    private final MetricPages pages;
    private final MetricLineage lineage;
    private final Relationships relationships;

    public LineagePages(MetricPages pages, MetricLineage lineage, Relationships relationships) {
        this.pages = pages;
        this.lineage = lineage;
        this.relationships = relationships;
    }

    public LineagePage show(Viewer viewer, MetricId id) {
        MetricPage page = pages.definition(viewer, id);
        Graph graph = lineage.graph(viewer.principal(), page.metric().id(), Heading.BOTH, DEPTH);
        return new LineagePage(page, drawing(graph), sentences(graph), others(viewer, page), graph.truncated());
    }

    /** The tables stand for their columns, which would make the drawing hard to read. */
    private static Drawing drawing(Graph graph) {
        Map<String, String> shown = new HashMap<>();
        for (GraphNode node : graph.nodes()) {
            shown.put(
                    node.key(),
                    node instanceof GraphNode.Column column ? column.of().key() : node.key());
        }
        List<Thing> things = graph.nodes().stream()
                .filter(node -> !(node instanceof GraphNode.Column))
                .map(LineageWords::thing)
                .toList();
        List<Tie> ties = graph.edges().stream()
                .map(edge -> new Tie(
                        shown.getOrDefault(edge.from(), edge.from()),
                        shown.getOrDefault(edge.to(), edge.to()),
                        LineageWords.verb(edge.type())))
                .filter(tie -> !tie.from().equals(tie.to()))
                .distinct()
                .toList();
        return Draughtsman.draw(things, ties, graph.root().key());
    }

    private static List<Sentence> sentences(Graph graph) {
        Map<String, GraphNode> nodes = new HashMap<>();
        graph.nodes().forEach(node -> nodes.put(node.key(), node));
        return graph.edges().stream()
                .filter(edge -> !edge.type().equals("part_of"))
                .map(edge -> sentence(edge, nodes))
                .toList();
    }

    private static Sentence sentence(GraphEdge edge, Map<String, GraphNode> nodes) {
        return new Sentence(
                LineageWords.link(Objects.requireNonNull(nodes.get(edge.from()))),
                LineageWords.verb(edge.type()),
                LineageWords.link(Objects.requireNonNull(nodes.get(edge.to()))));
    }

    private List<Sentence> others(Viewer viewer, MetricPage page) {
        var query = new RelationshipQuery(OTHERS, viewer.view(), BEGINNING, OTHERS_MAX);
        return relationships.list(page.metric().id(), query).items().stream()
                .map(tie -> new Sentence(
                        LineageWords.link(tie.from()),
                        LineageWords.verb(Names.of(tie.type())),
                        LineageWords.link(tie.to())))
                .toList();
    }
}
