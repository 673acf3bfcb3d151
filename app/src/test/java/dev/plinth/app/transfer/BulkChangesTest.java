package dev.plinth.app.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.plinth.app.access.Actor;
import dev.plinth.app.metrics.Metric;
import dev.plinth.app.metrics.MetricAt;
import dev.plinth.app.metrics.MetricContent;
import dev.plinth.app.metrics.MetricJournal;
import dev.plinth.app.metrics.MetricQuery;
import dev.plinth.app.metrics.Metrics;
import dev.plinth.app.metrics.Removals;
import dev.plinth.app.metrics.Revisions;
import dev.plinth.app.metrics.Shelf;
import dev.plinth.app.metrics.View;
import dev.plinth.app.support.Actors;
import dev.plinth.app.support.Changes;
import dev.plinth.app.transfer.BulkChanges.Together;
import dev.plinth.app.values.ConflictException;
import dev.plinth.app.values.ForbiddenException;
import dev.plinth.app.values.IfMatch;
import dev.plinth.app.values.MetricId;
import dev.plinth.app.values.NotFoundException;
import dev.plinth.app.values.StaleRevisionException;
import dev.plinth.app.values.Tag;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class BulkChangesTest {
    private static final String ID = "finance.margin";
    private static final IfMatch ANY = new IfMatch.Any();

    private final Shelf shelf = new Shelf();
    private final MetricJournal journal = new MetricJournal(new Changes(), shelf, (id, extent) -> {});
    private final Revisions revisions = new Revisions(shelf, journal, shelf);
    private final Metrics metrics = new Metrics(shelf, shelf, revisions, journal);
    private final Removals removals = new Removals(shelf, revisions, metric -> List.of(), Clock.systemUTC());
    private final BulkChanges bulk =
            new BulkChanges(metrics, removals, shelf, failure -> !(failure instanceof IllegalStateException));

    @Test
    void everyChangeHasItsOutcomeInItsPlace() {
        assertThat(carryOut(
                        new BulkChange.Create(content(ID)),
                        new BulkChange.Update(at(ID), content -> content("sales.margin")),
                        new BulkChange.Upsert(content(ID), ANY),
                        new BulkChange.Upsert(content("finance.other"), ANY),
                        new BulkChange.Delete(at(ID))))
                .extracting(Object::getClass)
                .containsExactly(
                        BulkOutcome.Created.class,
                        BulkOutcome.Updated.class,
                        BulkOutcome.Updated.class,
                        BulkOutcome.Created.class,
                        BulkOutcome.Deleted.class);
    }

    @Test
    void anOutcomeTellsTheMetricAsItIsThen() {
        List<BulkOutcome> outcomes = carryOut(
                new BulkChange.Create(content(ID)), new BulkChange.Update(at(ID), content -> content("sales.margin")));

        assertThat(outcomes)
                .map(BulkChangesTest::metric)
                .extracting(
                        Metric::revision,
                        metric -> metric.id().value(),
                        metric -> metric.domain().value())
                .containsExactly(tuple(1L, ID, "finance"), tuple(2L, ID, "sales"));
    }

    @Test
    void aChangeThatIsRefusedUndoesNoOther() {
        List<BulkOutcome> outcomes = carryOut(
                new BulkChange.Create(content(ID)),
                new BulkChange.Create(content(ID)),
                new BulkChange.Delete(at("finance.nowhere")),
                new BulkChange.Create(content("finance.other")));

        assertThat(failure(outcomes.get(1))).isInstanceOf(ConflictException.class);
        assertThat(failure(outcomes.get(2))).isInstanceOf(NotFoundException.class);
        assertThat(kept()).isEqualTo(2);
    }

    @Test
    void whatCouldNotBeReadIsRefusedAsItWas() {
        var refusal = new IllegalArgumentException("must be an object");

        assertThat(carryOut(new BulkChange.Refused(refusal))).containsExactly(new BulkOutcome.Failed(refusal));
    }

    @Test
    void onlyWhatTheClientHasSeenIsChanged() {
        carryOut(new BulkChange.Create(content(ID)));
        var old = new IfMatch.Revisions(Set.of(7L));

        List<BulkOutcome> outcomes = carryOut(new BulkChange.Upsert(content(ID), old));

        assertThat(failure(outcomes.getFirst())).isInstanceOf(StaleRevisionException.class);
    }

    @Test
    void whenAllStandTogetherOneFailureTakesAllBack() {
        List<BulkOutcome> outcomes = bulk.carryOut(
                Actor.APP,
                List.of(
                        new BulkChange.Create(content(ID)),
                        new BulkChange.Delete(at("finance.nowhere")),
                        new BulkChange.Create(content("finance.other"))),
                Together.ALL_OR_NONE);

        assertThat(outcomes)
                .extracting(Object::getClass)
                .containsExactly(BulkOutcome.TakenBack.class, BulkOutcome.Failed.class, BulkOutcome.TakenBack.class);
        assertThat(kept()).isZero();
    }

    @Test
    void whenAllStandTogetherAndNoneFailsAllAreKept() {
        List<BulkChange> changes =
                List.of(new BulkChange.Create(content(ID)), new BulkChange.Create(content("finance.other")));

        assertThat(bulk.carryOut(Actor.APP, changes, Together.ALL_OR_NONE))
                .hasOnlyElementsOfType(BulkOutcome.Created.class);
        assertThat(kept()).isEqualTo(2);
    }

    @Test
    void aFailureThatIsNoChangesFaultEndsAll() {
        assertThatThrownBy(() -> carryOut(
                        new BulkChange.Create(content(ID)),
                        new BulkChange.Refused(new IllegalStateException("The disk is gone."))))
                .hasMessage("The disk is gone.");
        assertThat(kept()).isZero();
    }

    @Test
    void tagsComeAndGoOneByOne() {
        carryOut(new BulkChange.Create(content(ID)));

        carryOut(new BulkChange.Retag(at(ID), tags("cash", "weekly"), tags("board", "never.there")));

        assertThat(metrics.get(new MetricId(ID), View.DRAFT).content())
                .returns(
                        tags("cash", "weekly"),
                        content -> content.classification().tags())
                .returns(content(ID).definition(), MetricContent::definition);
    }

    @Test
    void whoDeletesNeedsTheScopeForIt() {
        carryOut(new BulkChange.Create(content(ID)));

        List<BulkOutcome> outcomes =
                bulk.carryOut(Actors.viewer(), List.of(new BulkChange.Delete(at(ID))), Together.EACH_ON_ITS_OWN);

        assertThat(failure(outcomes.getFirst()))
                .isInstanceOf(ForbiddenException.class)
                .hasMessage("To delete a metric, you need the scope 'metrics:delete'.");
        assertThat(metrics.find(new MetricId(ID), View.DRAFT)).isPresent();
    }

    private List<BulkOutcome> carryOut(BulkChange... changes) {
        return bulk.carryOut(Actor.APP, List.of(changes), Together.EACH_ON_ITS_OWN);
    }

    private long kept() {
        return metrics.count(MetricQuery.all(View.DRAFT));
    }

    private static Metric metric(BulkOutcome outcome) {
        return switch (outcome) {
            case BulkOutcome.Created created -> created.metric();
            case BulkOutcome.Updated updated -> updated.metric();
            case BulkOutcome.Deleted deleted -> throw new AssertionError(deleted);
            case BulkOutcome.Failed failed -> throw new AssertionError(failed);
            case BulkOutcome.TakenBack back -> throw new AssertionError(back);
        };
    }

    private static RuntimeException failure(BulkOutcome outcome) {
        return ((BulkOutcome.Failed) outcome).refusal();
    }

    private static MetricAt at(String id) {
        return new MetricAt(new MetricId(id), ANY);
    }

    private static MetricContent content(String id) {
        return WordFiles.content(id);
    }

    private static List<Tag> tags(String... tags) {
        return Arrays.stream(tags).map(Tag::new).toList();
    }
}
