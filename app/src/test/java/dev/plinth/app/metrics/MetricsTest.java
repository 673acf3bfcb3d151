package dev.plinth.app.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.app.access.Actor;
import dev.plinth.app.access.Principal;
import dev.plinth.app.access.Reach;
import dev.plinth.app.access.Role;
import dev.plinth.app.json.Json;
import dev.plinth.app.metrics.Lifecycle.Farewell;
import dev.plinth.app.metrics.Removals.Force;
import dev.plinth.app.support.Bodies;
import dev.plinth.app.values.ConflictException;
import dev.plinth.app.values.DomainId;
import dev.plinth.app.values.ForbiddenException;
import dev.plinth.app.values.IfMatch;
import dev.plinth.app.values.InvalidFieldException;
import dev.plinth.app.values.InvalidValueException;
import dev.plinth.app.values.MetricId;
import dev.plinth.app.values.NotFoundException;
import dev.plinth.app.values.Prose;
import dev.plinth.app.values.StaleRevisionException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the services of metrics decide, without a server. */
final class MetricsTest {
    private static final MetricId ID = new MetricId("finance.margin");
    private static final MetricId OTHER = new MetricId("finance.other");
    private static final Prose REASON = new Prose("It is agreed.");
    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");
    private static final Farewell FAREWELL = new Farewell(REASON, NOW.plusSeconds(60), Optional.empty());

    private final Shelf shelf = new Shelf();
    private final List<String> told = new ArrayList<>();
    private final List<String> consumers = new ArrayList<>();
    private final MetricJournal journal = new MetricJournal(
            (actor, change) -> told.add(change.type().text() + " " + change.subject()),
            shelf,
            (id, extent) -> told.add("forget " + id + " " + extent));
    private final Revisions revisions = new Revisions(shelf, journal, shelf);
    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final Metrics metrics = new Metrics(shelf, shelf, revisions, journal);
    private final Lifecycle lifecycle = new Lifecycle(shelf, shelf, revisions, clock);
    private final Removals removals = new Removals(shelf, revisions, metric -> consumers, clock);
    private final Versions versions = new Versions(shelf, shelf, revisions);

    @Test
    void everyChangeIsToldAndForgotten() {
        create();
        named("Other");
        lifecycle.publish(Actor.APP, at(), REASON);
        removals.rename(Actor.APP, at(), OTHER);

        assertThat(told)
                .containsExactly(
                        "metric.created finance.margin",
                        "forget finance.margin DRAFT",
                        "metric.updated finance.margin",
                        "forget finance.margin DRAFT",
                        "metric.published finance.margin",
                        "forget finance.margin EVERYTHING",
                        "metric.renamed finance.other",
                        "forget finance.other EVERYTHING",
                        "forget finance.margin EVERYTHING");
    }

    @Test
    void whatChangesNothingIsNotTold() {
        create();
        told.clear();

        assertThat(metrics.update(Actor.APP, at(), before -> before).revision()).isEqualTo(1);
        assertThat(told).isEmpty();
    }

    @Test
    void anIdIsGivenOnce() {
        create();

        assertThatThrownBy(this::create)
                .isInstanceOf(ConflictException.class)
                .hasMessage("A metric with the id 'finance.margin' exists already.");
        assertThat(metrics.upsert(Actor.APP, content(), new IfMatch.Any()).created())
                .isFalse();
        assertThat(metrics.upsert(Actor.APP, content().called(OTHER), new IfMatch.Any())
                        .created())
                .isTrue();
        assertThatThrownBy(() -> removals.rename(Actor.APP, at(), OTHER)).isInstanceOf(ConflictException.class);
        assertThat(metrics.count(MetricQuery.all(View.DRAFT))).isEqualTo(2);
        assertThat(metrics.list(MetricQuery.all(View.DRAFT), new Position(List.of(), 1))
                        .hasMore())
                .isTrue();
    }

    @Test
    void anOldRevisionIsNotChanged() {
        create();
        named("Other");

        assertThatThrownBy(() -> metrics.update(
                        Actor.APP, new MetricAt(ID, new IfMatch.Revisions(Set.of(1L))), before -> content()))
                .isInstanceOf(StaleRevisionException.class);
    }

    @Test
    void aDomainMustBeThereAndInReach() {
        create();
        Actor member = editor(new Reach.Within(Set.of(new DomainId("finance"))));

        assertThat(metrics.update(member, at(), before -> renamed("Theirs")).revision())
                .isEqualTo(2);
        assertThatThrownBy(() -> metrics.update(member, at(), before -> in("sales")))
                .isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> metrics.update(Actor.APP, at(), before -> in("nowhere")))
                .isInstanceOf(InvalidFieldException.class);
        assertThatThrownBy(() -> metrics.create(
                        editor(new Reach.Within(Set.of())), content().called(OTHER)))
                .isInstanceOf(ForbiddenException.class);
    }

    @Test
    void aCopyIsAnotherMetric() {
        create();

        Metric copy = metrics.duplicate(Actor.APP, ID, OTHER);

        assertThat(copy.content()).isEqualTo(content().called(OTHER));
        assertThat(copy.uid()).isNotEqualTo(metrics.get(ID, View.DRAFT).uid());
    }

    @Test
    void onlyADifferenceIsPublished() {
        create();
        assertThat(publish()).isEqualTo("1.0.0");
        assertThatThrownBy(this::publish).hasMessageContaining("nothing to publish");
        named("Other");
        assertThat(publish()).isEqualTo("1.1.0");
        assertThat(metrics.get(ID, View.of(Principal.NOBODY)).content().name()).hasToString("Other");
    }

    @Test
    void onlyWhatIsPublishedCanBeDeprecated() {
        create();
        assertThatThrownBy(() -> lifecycle.deprecate(Actor.APP, at(), FAREWELL)).hasMessageContaining("this is draft");
        publish();
        assertThatThrownBy(() -> lifecycle.deprecate(Actor.APP, at(), new Farewell(REASON, NOW, Optional.empty())))
                .hasMessage("must be in the future");
        assertThatThrownBy(() ->
                        lifecycle.deprecate(Actor.APP, at(), new Farewell(REASON, NOW.plusSeconds(1), Optional.of(ID))))
                .hasMessageContaining("must be the id of another metric that is published");

        Metric leaving = lifecycle.deprecate(Actor.APP, at(), FAREWELL);
        assertThat(leaving.standing().status()).isEqualTo(MetricStatus.DEPRECATED);
        assertThat(MetricJson.write(leaving).at("/deprecation/since").textValue())
                .isEqualTo(NOW.toString());
        named("Better");
        assertThat(publish()).isEqualTo("1.1.0");
    }

    @Test
    void whatIsRetiredStaysSo() {
        create();
        assertThatThrownBy(() -> lifecycle.retire(Actor.APP, at(), REASON)).hasMessageContaining("this is draft");
        publish();
        Metric retired = lifecycle.retire(Actor.APP, at(), REASON);

        assertThat(retired.standing().status()).isEqualTo(MetricStatus.RETIRED);
        assertThat(retired.standing().version()).contains(Version.FIRST);
        assertThatThrownBy(this::publish).hasMessageContaining("duplicate it");
        assertThatThrownBy(() -> lifecycle.retire(Actor.APP, at(), REASON)).hasMessageContaining("this is retired");
    }

    @Test
    void whatIsUsedIsOnlyDeletedByForce() {
        create();
        consumers.add("a dashboard");
        Actor writer = editor(new Reach.Everywhere());

        assertThatThrownBy(() -> removals.delete(Actor.APP, at(), Force.NONE)).hasMessageContaining("a dashboard");
        assertThatThrownBy(() -> removals.delete(writer, at(), Force.EVEN_IF_USED))
                .isInstanceOf(ForbiddenException.class);
        removals.delete(Actor.APP, at(), Force.EVEN_IF_USED);
        assertThat(metrics.find(ID, View.DRAFT)).isEmpty();
    }

    @Test
    void whatWasDeletedComesBackAsItWas() {
        create();
        publish();
        removals.delete(Actor.APP, at(), Force.NONE);
        assertThatThrownBy(() -> named("Other")).isInstanceOf(NotFoundException.class);
        assertThat(MetricJson.write(shelf.find(ID, View.DRAFT).orElseThrow())
                        .required("deleted_at")
                        .textValue())
                .isEqualTo(NOW.toString());

        assertThat(removals.undelete(Actor.APP, at()).standing()).isEqualTo(new Standing.Published(Version.FIRST));
        assertThatThrownBy(() -> removals.undelete(Actor.APP, at())).hasMessage("The metric is not deleted.");
    }

    @Test
    void anOldVersionBecomesTheDraftAgain() {
        create();
        publish();
        named("Other");
        publish();
        Metric metric = metrics.get(ID, View.DRAFT);

        assertThat(versions.list(metric, Optional.empty(), 1).hasMore()).isTrue();
        assertThat(versions.latest(metric).number()).hasToString("1.1.0");
        assertThat(versions.before(metric, Version.parse("1.1.0")).number()).isEqualTo(Version.FIRST);
        assertThatThrownBy(() -> versions.before(metric, Version.FIRST)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> versions.get(metric, Version.parse("7.0.0"))).isInstanceOf(NotFoundException.class);
        assertThat(versions.restore(Actor.APP, at(), Version.FIRST).content()).isEqualTo(content());
    }

    @Test
    void aDraftHasNoLatestVersion() {
        create();

        assertThatThrownBy(() -> versions.latest(metrics.get(ID, View.CURRENT))).isInstanceOf(NotFoundException.class);
    }

    @ParameterizedTest
    @EnumSource(Trait.class)
    void everyTraitTakesItsOwnValuesOnly(Trait trait) {
        String value = switch (trait) {
            case DOMAIN, DOMAIN_TREE -> "finance";
            case TIER -> "2";
            case METRIC_TYPE -> "leading";
            case CALC_TYPE -> "ratio";
            case TAG, TAG_ANY -> "board";
            case STATUS -> "published";
            case UNIT, OWNER, SOURCE_SYSTEM -> "Some Label";
            case GRAIN -> "week";
        };

        assertThat(trait.check(value)).isEqualTo(value);
        assertThatThrownBy(() -> trait.check(" ")).isInstanceOf(InvalidValueException.class);
    }

    private void create() {
        metrics.create(Actor.APP, content());
    }

    private void named(String name) {
        metrics.update(Actor.APP, at(), before -> renamed(name));
    }

    private String publish() {
        return lifecycle
                .publish(Actor.APP, at(), REASON)
                .standing()
                .version()
                .map(Version::toString)
                .orElse("");
    }

    private static MetricAt at() {
        return new MetricAt(ID, new IfMatch.Any());
    }

    private static Actor editor(Reach reach) {
        return new Actor(new Principal(Principal.Kind.USER, "u", Role.EDITOR.scopes(), reach), "", "");
    }

    private static MetricContent content() {
        return read(Bodies.fullMetric(ID.value(), "finance"));
    }

    private static MetricContent renamed(String name) {
        return read(Bodies.fullMetric(ID.value(), "finance").replace("Gross margin ✓", name));
    }

    private static MetricContent in(String domain) {
        return read(Bodies.fullMetric(ID.value(), domain));
    }

    private static MetricContent read(String json) {
        return StoredContent.read(ID, Json.parseOwn(json.getBytes(StandardCharsets.UTF_8)));
    }
}
