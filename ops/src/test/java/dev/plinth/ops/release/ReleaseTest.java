package dev.plinth.ops.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.plinth.ops.ExitCode;
import dev.plinth.ops.Failure;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a release promises. */
final class ReleaseTest {
    private static final String BACK = "{\"live\":\"blue\"}";

    @TempDir
    private Path folder;

    private Scene scene;

    @BeforeEach
    void setTheScene() {
        scene = new Scene(folder);
    }

    @Test
    void aGoodReleaseDeploysWithoutTrafficThenShiftsInSteps() {
        var record = scene.start();

        assertThat(record.outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(scene.updates)
                .containsExactly(
                        "{\"images\":{\"green\":\"current\"}}",
                        "{\"weights\":{\"green\":10,\"blue\":90}}",
                        "{\"weights\":{\"green\":50,\"blue\":50}}",
                        "{\"live\":\"green\"}");
        assertThat(record.steps()).extracting(StepRecord::step).containsExactly(Step.values());
        assertThat(record.steps()).allMatch(StepRecord::hasPassed);
    }

    @Test
    void itsRecordTellsWhoWhatWhyAndHowItWent() {
        var kept = RecordJson.write(scene.records.find(scene.start().id()).orElseThrow());

        assertThat(kept.at("/who/user").asText()).isEqualTo("ada");
        assertThat(kept.at("/message").asText()).isEqualTo("the new report");
        assertThat(kept.at("/commit").asText()).isEqualTo("c0ffee");
        assertThat(kept.at("/from/image").asText()).isEqualTo(Scene.OLD);
        assertThat(kept.at("/to/image").asText()).isEqualTo(Scene.NEW);
        assertThat(kept.at("/to/colour").asText()).isEqualTo("green");
        assertThat(kept.at("/steps")).hasSize(Step.values().length);
        assertThat(kept.at("/steps/5/measured/0/text").asText())
                .isEqualTo("errors 0.00 % of 1000 requests (max 1.00 %)");
        assertThat(kept.at("/ended").asText()).isNotEmpty();
    }

    @Test
    void eachWeightBakesForItsTime() {
        var record = scene.start();

        assertThat(record.steps())
                .filteredOn(step -> step.step().weight() > 0)
                .hasSize(3)
                .allMatch(step -> step.took().orElseThrow().equals(Duration.ofSeconds(10)));
    }

    @Test
    void errorsMoveTheTrafficBackAtOnce() {
        scene.counts = new Counts(1000, 11, 0, Optional.of(Duration.ofMillis(20)));

        var record = scene.start();

        assertThat(record.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(record.reason()).hasValue("a gate does not hold: errors 1.10 % of 1000 requests (max 1.00 %)");
        assertThat(record.reached()).hasValue(Step.SHIFT_10);
        assertThat(record.steps().getLast().took()).hasValue(Duration.ofSeconds(2));
        assertThat(scene.updates).last().isEqualTo(BACK);
        assertThat(scene.standing.weight(Colour.BLUE)).isEqualTo(100);
        assertThat(scene.said).last().isEqualTo("blue gets every request, as before");
    }

    @Test
    void slownessAndSaturationDoSoToo() {
        scene.counts = new Counts(1000, 0, 0, Optional.of(Duration.ofMillis(1001)));
        assertThat(scene.start().reason())
                .hasValueSatisfying(why -> assertThat(why).contains("p95 1001 ms"));

        scene.counts = new Counts(1000, 0, 11, Optional.of(Duration.ofMillis(20)));
        assertThat(scene.start().reason())
                .hasValueSatisfying(why -> assertThat(why).contains("saturation 1.10 %"));
    }

    @Test
    void tooFewRequestsAreNoProof() {
        scene.counts = new Counts(9, 0, 0, Optional.empty());

        assertThat(scene.start().reason()).hasValue("a gate does not hold: 9 requests, too few to judge (needs 10)");
        assertThat(new Gates(Scene.TERMS.limits()).judge(0, scene.counts)).allMatch(Measured::passed);
    }

    @Test
    void aTargetThatIsLostWhileItBakesMovesTheTrafficBack() {
        scene.onPause = () -> {
            if (scene.standing.weight(Colour.GREEN) == 50) {
                scene.states.put(Colour.GREEN, "unhealthy");
            }
        };

        var record = scene.start();

        assertThat(record.reached()).hasValue(Step.SHIFT_50);
        assertThat(record.reason()).hasValue("green lost its health: [10.0.0.1:8080 is unhealthy]");
        assertThat(scene.updates).last().isEqualTo(BACK);
    }

    @Test
    void aPodThatIsStartedAgainWhileItBakesMovesTheTrafficBackHoweverHealthyItIs() {
        scene.onPause = () -> {
            if (scene.standing.weight(Colour.GREEN) == 50) {
                scene.starts = Map.of("api-green-0", "pid 8");
            }
        };

        var record = scene.start();

        assertThat(record.reached()).hasValue(Step.SHIFT_50);
        assertThat(record.reason())
                .hasValue("pods of green were started again while they were watched: api-green-0 (pid 7, then pid 8)");
        assertThat(scene.updates).last().isEqualTo(BACK);
    }

    @Test
    void aPodThatIsStartedAgainBetweenTwoWeightsDoesSoToo() {
        scene.onUpdate = () -> {
            if (scene.updates.size() == 3) {
                scene.starts = Map.of("api-green-0", "pid 8");
            }
        };

        assertThat(scene.start().reached()).hasValue(Step.SHIFT_50);
    }

    @Test
    void podsThatComeAndGoAreNotStartedAgain() {
        scene.onPause = () -> scene.starts = Map.of("api-green-1", "pid 9");

        assertThat(scene.start().outcome()).isEqualTo(Outcome.SUCCEEDED);
    }

    @Test
    void aVersionThatNeverBecomesHealthyGetsNoTraffic() {
        scene.states.put(Colour.GREEN, "initial");

        var record = scene.start();

        assertThat(record.reached()).hasValue(Step.VERIFY);
        assertThat(scene.updates).containsExactly("{\"images\":{\"green\":\"current\"}}", BACK);
    }

    @Test
    void aColourThatCannotRunTheNewImageGetsItsOldOneBack() {
        scene.failUpdate(1, "pod api-green-0 is not ready");

        var record = scene.start();

        assertThat(record.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(scene.updates)
                .last()
                .isEqualTo("{\"live\":\"blue\",\"images\":{\"green\":\"%s\"}}".formatted(Scene.OLDER));
    }

    @Test
    void aVersionThatFailsInItsTrialGetsNoTraffic() {
        scene.leak = 10;

        var record = scene.start();

        assertThat(record.reached()).hasValue(Step.VERIFY);
        assertThat(record.reason())
                .hasValue("green failed 2 of 19 own requests, before any traffic; the last one: status 503");
        assertThat(scene.updates).containsExactly("{\"images\":{\"green\":\"current\"}}", BACK);
    }

    @Test
    void oneAccidentInATrialIsForgiven() {
        scene.leak = Trial.REQUESTS;

        var record = scene.start();

        assertThat(record.outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(record.steps())
                .filteredOn(step -> step.step() == Step.VERIFY)
                .flatExtracting(StepRecord::measured)
                .extracting(Measured::text)
                .contains("errors 1.00 % of 100 requests (max 1.00 %)");
    }

    @Test
    void aVersionThatLostAnOperationBreaksTheContract() {
        scene.operations.put(Colour.GREEN, List.of("write"));

        assertThat(scene.start().reason()).hasValue("green breaks the API's contract: it has no read any more");
    }

    @Test
    void aLiveVersionThatCannotLiveWithTheMigratedSchemaStopsTheRelease() {
        scene.onUpdate = () -> scene.states.put(Colour.BLUE, "mute");

        var record = scene.start();

        assertThat(record.reached()).hasValue(Step.VERIFY);
        assertThat(record.outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void anUpdateThatFailsLeadsBack() {
        scene.failUpdate(3, "the listener is gone");

        var record = scene.start();

        assertThat(record.reason()).hasValue("the listener is gone");
        assertThat(record.reached()).hasValue(Step.SHIFT_50);
        assertThat(scene.updates).hasSize(4).last().isEqualTo(BACK);
    }

    @Test
    void whereTheWayBackFailsTheReleaseStaysOpenUntilItIsAborted() {
        scene.counts = new Counts(1000, 500, 0, Optional.empty());
        scene.failUpdate(3, "no connection");

        assertThat(scene.start().outcome()).isEqualTo(Outcome.STUCK);
        assertThatThrownBy(scene::start).hasMessageContaining("is not over");

        var aborted = scene.releases().abort(Scene.BOB, Scene.TERMS).orElseThrow();
        assertThat(aborted.outcome()).isEqualTo(Outcome.ABORTED);
        assertThat(scene.standing.weight(Colour.BLUE)).isEqualTo(100);
        assertThat(scene.records.lock()).isEmpty();
    }

    @Test
    void whatIsNotFitIsToldAllAtOnceAndNothingIsTouched() {
        scene.account = "999999999999";
        scene.unfinished = true;
        scene.restorable = Optional.of(Scene.NOON.minus(Duration.ofHours(25)));
        scene.states.put(Colour.BLUE, "unhealthy");
        scene.firing = List.of("plinth-local-cpu");

        var reason = scene.start().reason().orElseThrow();

        assertThat(reason.lines()).hasSize(6);
        assertThat(reason)
                .contains("999999999999", "did not reach its end", "blue is not healthy", "more than a day ago", "cpu");
        assertThat(scene.updates).isEmpty();
    }

    @Test
    void aPlanThatChangesMoreThanTheReleaseIsRefused() {
        scene.planned = List.of(new ReleaseStack.Planned("aws:rds/instance:Instance", "database-primary"));

        assertThat(scene.start().reason())
                .hasValueSatisfying(why -> assertThat(why).contains("database-primary", "plinth up"));
        assertThat(scene.updates).isEmpty();
    }

    @Test
    void aSecondReleaseIsRefusedAndToldWhoseTheFirstIs() {
        scene.dieAfterUpdate(2);
        assertThatThrownBy(scene::start).isInstanceOf(Failure.class);

        assertThatThrownBy(scene::start)
                .isInstanceOf(Failure.class)
                .hasMessageContaining("20261121T120000Z of ada@desk is not over: the new report");
    }

    @Test
    void aLockKeepsEveryReleaseOutUntilItIsTakenAway() {
        scene.releases().lock(Scene.BOB, "trade fair until Friday");

        assertThatThrownBy(scene::start)
                .hasMessage("bob@laptop holds the lock since 2026-11-21T12:00:00Z: trade fair until Friday");

        scene.releases().unlock();
        assertThat(scene.start().outcome()).isEqualTo(Outcome.SUCCEEDED);
    }

    @Test
    void aReleaseThatDiedStaysWhereItIsAndIsBroughtToItsEndByPromote() {
        scene.dieAfterUpdate(2);
        var died = catchThrowableOfType(Failure.class, scene::start);
        assertThat(died.exitCode()).isEqualTo(ExitCode.INTERRUPTED);
        assertThat(scene.standing.weight(Colour.GREEN)).isEqualTo(10);
        scene.onPause = () -> {};

        var record = scene.releases().promote(Scene.BOB, Scene.TERMS).orElseThrow();

        assertThat(record.outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(record.origin().who()).isEqualTo(Scene.BOB);
        assertThat(scene.updates)
                .hasSize(5)
                .filteredOn(update -> update.contains("images"))
                .hasSize(1);
        assertThat(scene.records.lock()).isEmpty();
    }

    @Test
    void aReleaseThatDiedIsLedBackByAbort() {
        scene.dieAfterUpdate(3);
        assertThatThrownBy(scene::start).isInstanceOf(Failure.class);
        scene.onPause = () -> {};

        var record = scene.releases().abort(Scene.BOB, Scene.TERMS).orElseThrow();

        assertThat(record.outcome()).isEqualTo(Outcome.ABORTED);
        assertThat(scene.updates).last().isEqualTo(BACK);
        assertThat(scene.start().outcome()).isEqualTo(Outcome.SUCCEEDED);
    }

    @Test
    void aReleaseAtWorkIsPromotedFromAnotherTerminal() {
        scene.aliveEverywhere = true;
        var asked = new boolean[1];
        scene.onPause = () -> {
            if (!asked[0] && scene.standing.weight(Colour.GREEN) == 10) {
                asked[0] = true;
                assertThat(scene.releases().promote(Scene.BOB, Scene.TERMS)).isEmpty();
            }
        };

        var record = scene.start();

        assertThat(record.outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(step(record, Step.SHIFT_10).took()).hasValue(Duration.ofSeconds(2));
        assertThat(step(record, Step.SHIFT_50).took()).hasValue(Duration.ofSeconds(10));
    }

    @Test
    void aReleaseAtWorkIsStoppedFromAnotherTerminal() {
        scene.aliveEverywhere = true;
        scene.onPause = () -> scene.releases().abort(Scene.BOB, Scene.TERMS);

        var record = scene.start();

        assertThat(record.outcome()).isEqualTo(Outcome.ABORTED);
        assertThat(scene.updates).last().isEqualTo(BACK);
    }

    @Test
    void aRollbackFlipsTheTrafficToTheWarmColourAndDoesNothingElse() {
        var released = scene.start();
        scene.updates.clear();

        var back = scene.rollback();

        assertThat(scene.updates).containsExactly(BACK);
        assertThat(back.id()).isEqualTo(released.id());
        assertThat(back.outcome()).isEqualTo(Outcome.ROLLED_BACK);
        assertThat(back.reason()).hasValue("taken back by bob@laptop");
        assertThatThrownBy(() -> scene.rollback()).hasMessage("there is no release to take back");
    }

    @Test
    void aRollbackIsRefusedWhenTheWarmVersionIsNotThereAnyMore() {
        scene.start();
        scene.states.put(Colour.BLUE, "none");
        assertThatThrownBy(() -> scene.rollback()).hasMessageContaining("blue lost its health");

        scene.standing = new Standing(Colour.GREEN, scene.standing.weights(), scene.standing.images());
        scene.update(Requests.deploy(Colour.BLUE));
        assertThatThrownBy(() -> scene.rollback()).hasMessageContaining("changed by other means");
    }

    @Test
    void aRollbackIsRefusedWhenTheSchemaWasContracted() {
        scene.standing = new Standing(
                Colour.BLUE, scene.standing.weights(), Map.of(Colour.BLUE, Scene.OLD, Colour.GREEN, Scene.OLD));
        scene.migration("V3__contract_domain.sql", "drop table domain;");
        scene.start();
        scene.updates.clear();

        assertThatThrownBy(() -> scene.rollback())
                .hasMessageContaining("contracted the schema (V3__contract_domain.sql)");
        assertThat(scene.updates).isEmpty();
    }

    @Test
    void historyTellsTheNewestFirst() {
        scene.start();
        scene.pause(Duration.ofMinutes(5));
        scene.rollback();
        scene.counts = new Counts(1000, 500, 0, Optional.empty());
        scene.start();

        assertThat(scene.releases().history(10))
                .extracting(ReleaseRecord::outcome)
                .containsExactly(Outcome.FAILED, Outcome.ROLLED_BACK);
    }

    private static StepRecord step(ReleaseRecord record, Step step) {
        return record.steps().stream()
                .filter(done -> done.step() == step)
                .findFirst()
                .orElseThrow();
    }
}
