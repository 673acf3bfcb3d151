package dev.plinth.app.lineage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.app.access.Actor;
import dev.plinth.app.changes.ChangeType;
import dev.plinth.app.metrics.Metric;
import dev.plinth.app.metrics.View;
import dev.plinth.app.support.Actors;
import dev.plinth.app.support.Changes;
import dev.plinth.app.support.DirectTransactions;
import dev.plinth.app.support.MetricSamples;
import dev.plinth.app.values.Conflict;
import dev.plinth.app.values.ConflictException;
import dev.plinth.app.values.ForbiddenException;
import dev.plinth.app.values.InvalidFieldException;
import dev.plinth.app.values.MetricId;
import dev.plinth.app.values.NotFoundException;
import dev.plinth.app.values.Slice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class RelationshipsTest {
    private static final Actor EDITOR = Actors.editor("sales");

    private final Map<String, Metric> known = Map.of(
            "one", MetricSamples.metric("one", "sales", true),
            "two", MetricSamples.metric("two", "sales", true),
            "far", MetricSamples.metric("far", "finance", true));
    private final Edges store = new Edges();
    private final Changes changes = new Changes();
    private final Relationships relationships = new Relationships(
            store, (id, view) -> Optional.ofNullable(known.get(id.value())), new DirectTransactions(), changes);

    @Test
    void keepsARelationshipAndRecordsItAtWhoSaysIt() {
        Relationship made = add("one", RelationshipType.DERIVED_FROM, "far");

        assertThat(relationships.get(EDITOR.principal(), new MetricId("far"), made.uid()))
                .isEqualTo(made);
        assertThat(changes.all()).singleElement().satisfies(change -> {
            assertThat(change.type()).isEqualTo(ChangeType.RELATIONSHIP_ADDED);
            assertThat(change.subject()).isEqualTo("one");
            assertThat(change.after().path("to").asText()).isEqualTo("far");
        });
    }

    @Test
    void neverLeadsInACircle() {
        add("one", RelationshipType.NUMERATOR, "two");

        assertThatThrownBy(() -> add("two", RelationshipType.DENOMINATOR, "one"))
                .isInstanceOfSatisfying(
                        ConflictException.class,
                        circle -> assertThat(circle.conflict()).isEqualTo(Conflict.WOULD_FORM_CYCLE));
        assertThatThrownBy(() -> add("one", RelationshipType.RELATED, "one")).isInstanceOf(ConflictException.class);
        assertThat(add("two", RelationshipType.PARENT, "one").type()).isEqualTo(RelationshipType.PARENT);
        assertThat(store.locked).containsExactly(Family.DEPENDENCY, Family.DEPENDENCY, Family.MUTUAL, Family.HIERARCHY);
    }

    @Test
    void refusesWhatIsThereAlready() {
        add("one", RelationshipType.RELATED, "two");

        assertThatThrownBy(() -> add("one", RelationshipType.RELATED, "two"))
                .isInstanceOfSatisfying(
                        ConflictException.class,
                        taken -> assertThat(taken.conflict()).isEqualTo(Conflict.ALREADY_EXISTS));
    }

    @Test
    void isSaidByThoseWhoMayChangeTheMetricOfMetricsThatAreThere() {
        assertThatThrownBy(() -> add("far", RelationshipType.PARENT, "one")).isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> add("one", RelationshipType.PARENT, "none")).isInstanceOf(InvalidFieldException.class);
        assertThatThrownBy(() -> add("none", RelationshipType.PARENT, "one")).isInstanceOf(NotFoundException.class);
    }

    @Test
    void aMetricHasSoManyAtMost() {
        store.count = 500;

        assertThatThrownBy(() -> add("one", RelationshipType.PARENT, "two"))
                .isInstanceOf(ConflictException.class)
                .hasMessage("'one' has 500 relationships, the most there can be. Remove one first.");
    }

    @Test
    void whatHoldsBothWaysIsTakenBackFromEitherSide() {
        UUID directed = add("one", RelationshipType.DERIVED_FROM, "far").uid();
        UUID mutual = add("one", RelationshipType.TRADEOFF, "far").uid();
        Actor other = Actors.editor("finance");

        assertThatThrownBy(() -> relationships.remove(other, new MetricId("far"), directed))
                .isInstanceOf(ForbiddenException.class);
        relationships.remove(other, new MetricId("far"), mutual);

        assertThat(store.edges).extracting(Relationship::uid).containsExactly(directed);
        assertThat(changes.types()).endsWith(ChangeType.RELATIONSHIP_REMOVED);
        assertThatThrownBy(() -> relationships.remove(other, new MetricId("far"), mutual))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void listsPageByPage() {
        add("one", RelationshipType.RELATED, "two");
        add("one", RelationshipType.TRADEOFF, "two");

        Slice<Relationship> page = relationships.list(
                new MetricId("one"), new RelationshipQuery(Set.of(), View.CURRENT, new UUID(0, 0), 1));

        assertThat(page.items()).hasSize(1);
        assertThat(page.hasMore()).isTrue();
    }

    private Relationship add(String from, RelationshipType type, String to) {
        return relationships.add(EDITOR, new MetricId(from), type, new MetricId(to));
    }

    /** Edges in memory, of metrics that everybody sees. */
    private final class Edges implements RelationshipStore {
        private final List<Relationship> edges = new ArrayList<>();
        private final List<Family> locked = new ArrayList<>();
        private int count;

        @Override
        public void lock(Family family) {
            locked.add(family);
        }

        @Override
        public Optional<UUID> insert(UUID from, UUID to, RelationshipType type) {
            var edge = new Relationship(new UUID(5, edges.size()), type, node(from), node(to), Instant.EPOCH);
            if (edges.stream().anyMatch(one -> one.type() == type && one.from().equals(edge.from()))) {
                return Optional.empty();
            }
            edges.add(edge);
            return Optional.of(edge.uid());
        }

        @Override
        public Optional<Relationship> find(UUID metric, UUID uid, View view) {
            return edges.stream().filter(edge -> edge.uid().equals(uid)).findFirst();
        }

        @Override
        public void delete(UUID uid) {
            edges.removeIf(edge -> edge.uid().equals(uid));
        }

        @Override
        public List<Relationship> list(UUID metric, RelationshipQuery query) {
            return edges.stream().limit(query.limit()).toList();
        }

        @Override
        public int count(UUID metric) {
            return count;
        }

        @Override
        public boolean leads(UUID from, UUID to, Family family) {
            return edges.stream()
                    .anyMatch(edge -> edge.type().family() == family
                            && edge.from().uid().equals(from)
                            && edge.to().uid().equals(to));
        }

        private MetricNode node(UUID uid) {
            return known.values().stream()
                    .filter(metric -> metric.uid().equals(uid))
                    .map(MetricNode::of)
                    .findFirst()
                    .orElseThrow();
        }
    }
}
