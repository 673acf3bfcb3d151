package dev.plinth.app.objectives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.app.access.Actor;
import dev.plinth.app.changes.ChangeType;
import dev.plinth.app.domains.DomainMap;
import dev.plinth.app.domains.Domains;
import dev.plinth.app.metrics.Amount;
import dev.plinth.app.support.Actors;
import dev.plinth.app.support.Changes;
import dev.plinth.app.support.DirectTransactions;
import dev.plinth.app.values.ConflictException;
import dev.plinth.app.values.DomainId;
import dev.plinth.app.values.ForbiddenException;
import dev.plinth.app.values.IfMatch;
import dev.plinth.app.values.InvalidFieldException;
import dev.plinth.app.values.Label;
import dev.plinth.app.values.MetricId;
import dev.plinth.app.values.NotFoundException;
import dev.plinth.app.values.Prose;
import dev.plinth.app.values.Slice;
import dev.plinth.app.values.StaleRevisionException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Half of the time is over. */
final class KeyResultsTest {
    private static final IfMatch ANY = new IfMatch.Any();
    private static final UUID BEGINNING = new UUID(0, 0);
    private static final Actor EDITOR = Actors.editor("sales");

    private final Changes changes = new Changes();
    private final ObjectiveMaps maps = new ObjectiveMaps();
    private final Clock clock = Clock.fixed(Instant.parse("2026-01-06T00:00:00.123456789Z"), ZoneOffset.UTC);
    private final Domains domains = new Domains(
            new DomainMap().with("sales", Optional.empty()).with("finance", Optional.empty()),
            new DirectTransactions(),
            new Changes());
    private final Objectives objectives =
            new Objectives(maps.new ObjectiveMap(), domains, new DirectTransactions(), changes);
    private final KeyResults keyResults = new KeyResults(
            maps.new KeyResultMap(),
            maps.new CheckInList(),
            objectives,
            new KeyResults.Work(new DirectTransactions(), changes, clock));

    @Test
    void anObjectiveIsMadeChangedAndTakenAway() {
        Objective made = objectives.create(EDITOR, objective("sales"));

        Objective changed =
                objectives.change(Actors.editor("sales", "finance"), made.uid(), ANY, content -> objective("finance"));
        assertThat(changed.domain()).hasToString("finance");
        assertThat(objectives.get(made.uid())).isEqualTo(changed);
        objectives.delete(Actors.reviewer(), made.uid(), ANY);

        assertThatThrownBy(() -> objectives.get(made.uid())).isInstanceOf(NotFoundException.class);
        assertThat(changes.types())
                .containsExactly(
                        ChangeType.OBJECTIVE_CREATED, ChangeType.OBJECTIVE_UPDATED, ChangeType.OBJECTIVE_DELETED);
    }

    @Test
    void anObjectiveBelongsToADomainThatItsAuthorReaches() {
        UUID uid = objectives.create(EDITOR, objective("sales")).uid();

        assertThatThrownBy(() -> objectives.create(EDITOR, objective("nowhere")))
                .isInstanceOf(InvalidFieldException.class);
        assertThatThrownBy(() -> objectives.create(EDITOR, objective("finance")))
                .isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> objectives.change(EDITOR, uid, ANY, content -> objective("finance")))
                .isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> objectives.delete(Actors.editor("finance"), uid, ANY))
                .isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> objectives.delete(EDITOR, uid, new IfMatch.Revisions(Set.of(5L))))
                .isInstanceOf(StaleRevisionException.class);
    }

    @Test
    void listsObjectivesPageByPage() {
        objectives.create(EDITOR, objective("sales"));
        objectives.create(EDITOR, objective("sales"));

        Slice<Objective> page = objectives.list(new ObjectiveQuery(Set.of(), Optional.empty(), BEGINNING, 1));

        assertThat(page.items()).hasSize(1);
        assertThat(page.hasMore()).isTrue();
    }

    @Test
    void aNewKeyResultStandsAtItsBaselineAndIsJudged() {
        KeyResult made = made();

        assertThat(made.reading().current()).isEqualTo(amount(0));
        assertThat(made.reading().track()).isEqualTo(Track.OFF_TRACK);
        assertThat(keyResults.get(made.uid())).isEqualTo(made);
        assertThat(keyResults.of(made.objective(), BEGINNING, 5).items()).containsExactly(made);
    }

    @Test
    void aReportIsKeptAndJudged() {
        UUID uid = made().uid();

        KeyResult after = keyResults.checkIn(EDITOR, uid, report(4));

        assertThat(after.progress()).isEqualByComparingTo("0.4");
        assertThat(after.reading().track()).isEqualTo(Track.ON_TRACK);
        assertThat(after.reading().at()).contains(Instant.parse("2026-01-06T00:00:00.123456Z"));
        assertThat(keyResults.checkIns(uid, Optional.empty(), 5).items())
                .singleElement()
                .satisfies(checkIn -> {
                    assertThat(checkIn.author()).isEqualTo(EDITOR.principal().id());
                    assertThat(ObjectiveJson.write(checkIn).path("note").asText())
                            .isEqualTo("As counted.");
                });
        assertThat(changes.types()).endsWith(ChangeType.KEY_RESULT_CHECKED_IN);
    }

    @Test
    void tellsWhenAKeyResultGoesOffTrackAndOnlyThen() {
        UUID uid = made().uid();
        keyResults.checkIn(EDITOR, uid, report(5));
        keyResults.checkIn(EDITOR, uid, report(1));
        keyResults.checkIn(EDITOR, uid, report(0));

        assertThat(changes.types())
                .filteredOn(ChangeType.KEY_RESULT_OFF_TRACK::equals)
                .hasSize(1);
    }

    @Test
    void aChangeIsJudgedAgain() {
        UUID uid = made().uid();
        keyResults.checkIn(EDITOR, uid, report(4));

        KeyResult after = keyResults.change(EDITOR, uid, ANY, content -> keyResult(100, Optional.empty()));

        assertThat(after.progress()).isEqualByComparingTo("0.04");
        assertThat(after.reading().track()).isEqualTo(Track.OFF_TRACK);
        assertThatThrownBy(() -> keyResults.change(EDITOR, uid, new IfMatch.Revisions(Set.of(1L)), content -> content))
                .isInstanceOf(StaleRevisionException.class);
    }

    @Test
    void namesPublishedMetricsOnly() {
        UUID objective = objectives.create(EDITOR, objective("sales")).uid();

        KeyResult made =
                keyResults.create(EDITOR, objective, keyResult(10, Optional.of(new MetricId("public.metric"))));

        assertThat(ObjectiveJson.write(made).path("metric_id").asText()).isEqualTo("public.metric");
        assertThatThrownBy(
                        () -> keyResults.create(EDITOR, objective, keyResult(10, Optional.of(new MetricId("a.draft")))))
                .isInstanceOf(InvalidFieldException.class);
        assertThatThrownBy(() -> keyResults.change(
                        EDITOR, made.uid(), ANY, content -> keyResult(10, Optional.of(new MetricId("a.draft")))))
                .isInstanceOf(InvalidFieldException.class);
    }

    @Test
    void anObjectiveHasTwentyAtMost() {
        UUID objective = objectives.create(EDITOR, objective("sales")).uid();
        for (int index = 0; index < 20; index++) {
            keyResults.create(EDITOR, objective, keyResult(10, Optional.empty()));
        }

        assertThatThrownBy(() -> keyResults.create(EDITOR, objective, keyResult(10, Optional.empty())))
                .isInstanceOf(ConflictException.class);
    }

    @Test
    void takesAKeyResultAway() {
        KeyResult made = made();

        assertThatThrownBy(() -> keyResults.delete(EDITOR, made.uid(), new IfMatch.Revisions(Set.of(9L))))
                .isInstanceOf(StaleRevisionException.class);
        assertThatThrownBy(() -> keyResults.delete(Actors.editor("finance"), made.uid(), ANY))
                .isInstanceOf(ForbiddenException.class);
        keyResults.delete(EDITOR, made.uid(), ANY);
        assertThatThrownBy(() -> keyResults.get(made.uid())).isInstanceOf(NotFoundException.class);
    }

    @Test
    void anObjectiveStandsWhereItsKeyResultsStandOnAverage() {
        KeyResult first = made();
        keyResults.create(EDITOR, first.objective(), keyResult(10, Optional.empty()));
        keyResults.checkIn(EDITOR, first.uid(), report(10));

        var outlook = ObjectiveJson.write(keyResults.outlook(first.objective()));

        assertThat(outlook.path("elapsed").decimalValue()).isEqualByComparingTo("0.5");
        assertThat(outlook.path("progress").decimalValue()).isEqualByComparingTo("0.5");
        assertThat(outlook.path("status").asText()).isEqualTo("on_track");
        assertThat(outlook.at("/key_results/0/status").asText()).isEqualTo("on_track");
        assertThat(outlook.at("/key_results/1/status").asText()).isEqualTo("off_track");
    }

    private KeyResult made() {
        UUID objective = objectives.create(EDITOR, objective("sales")).uid();
        return keyResults.create(EDITOR, objective, keyResult(10, Optional.empty()));
    }

    private static ObjectiveContent objective(String domain) {
        return new ObjectiveContent(
                new DomainId(domain),
                new Label("Sell more"),
                new Prose("More than last year."),
                new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 10)));
    }

    private static KeyResultContent keyResult(long target, Optional<MetricId> metric) {
        return new KeyResultContent(
                new Label("Deals"), new Label("deals"), metric, new Aim(Aim.Direction.UP, amount(0), amount(target)));
    }

    private static CheckIn.Report report(long value) {
        return new CheckIn.Report(amount(value), Optional.of(new Prose("As counted.")));
    }

    private static Amount amount(long value) {
        return new Amount(BigDecimal.valueOf(value));
    }
}
