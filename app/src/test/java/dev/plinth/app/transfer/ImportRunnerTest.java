package dev.plinth.app.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.app.changes.Change;
import dev.plinth.app.changes.ChangeType;
import dev.plinth.app.transfer.ImportStore.Lease;
import dev.plinth.app.values.OverloadedException;
import dev.plinth.app.values.StoreUnavailableException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of imports, whatever happens to those who carry them out. */
final class ImportRunnerTest {
    private static final Lease ANOTHER = new Lease("another", Duration.ofMinutes(1));
    private static final int BATCH = 50;

    private final Workshop shop = new Workshop();

    static List<RuntimeException> outages() {
        var cause = new IllegalStateException("There is no connection.");
        return List.of(new StoreUnavailableException(cause, false), new OverloadedException(cause));
    }

    @Test
    void anImportIsWrittenDownWhenItIsOver() {
        Import done = shop.imported(ImportMode.CREATE, "finance.one", "?finance.faulty");

        Change last = shop.changes().all().getLast();
        assertThat(last.type()).isEqualTo(ChangeType.IMPORT_DONE);
        assertThat(last.subject()).isEqualTo(done.uid().toString());
        assertThat(last.after())
                .hasToString("{\"state\":\"succeeded\",\"records\":2,\"created\":1,\"updated\":0,\"unchanged\":0,"
                        + "\"failed\":1}");
    }

    @ParameterizedTest
    @MethodSource("outages")
    void afterAnOutageAnotherWorkerGoesOnWithTheFirstBatchThatIsNotKept(RuntimeException outage) {
        UUID uid = shop.order(ImportMode.CREATE, false, Workshop.words(BATCH + 10));
        shop.at("finance.m" + (BATCH + 5), () -> {
            throw outage;
        });
        assertThatThrownBy(shop::run).isSameAs(outage);
        assertThat(shop.found(uid).progress().records()).isEqualTo(BATCH);
        assertThat(shop.count()).isEqualTo(BATCH);

        shop.meanwhile(change -> {});
        shop.store().endLeases();
        shop.run(ANOTHER.worker());

        assertThat(shop.found(uid).state()).isEqualTo(ImportState.SUCCEEDED);
        assertThat(shop.found(uid).progress()).isEqualTo(new Progress(BATCH + 10, BATCH + 10, 0, 0, 0));
    }

    @Test
    void whoGoesOnKnowsTheRecordsBefore() {
        UUID uid = shop.order(ImportMode.UPSERT, false, Stream.concat(Workshop.words(BATCH), Stream.of("finance.m1")));
        Lease gone = new Lease("gone", Duration.ofMinutes(1));
        shop.store().take(gone);
        shop.store().advance(uid, gone, new Progress(BATCH, BATCH, 0, 0, 0), List.of());
        shop.store().endLeases();

        shop.run();

        assertThat(shop.store().faults(uid, 10))
                .extracting(found -> found.fault().code())
                .containsExactly("repeated");
    }

    @Test
    void anImportThatSomebodyEndsKeepsWhatWasImportedBefore() {
        UUID uid = shop.order(ImportMode.CREATE, false, Workshop.words(BATCH + 10));
        shop.at("finance.m" + (BATCH + 5), () -> shop.store().cancel(uid));

        shop.run();

        assertThat(shop.found(uid).state()).isEqualTo(ImportState.CANCELLED);
        assertThat(shop.found(uid).progress().records()).isEqualTo(BATCH);
        assertThat(shop.count()).isEqualTo(BATCH);
    }

    @Test
    void whoIsLateImportsNothingThatAnotherOneImportsNow() {
        UUID uid = shop.order(ImportMode.CREATE, false, Workshop.words(3));
        shop.at("finance.m2", () -> {
            shop.store().endLeases();
            shop.store().take(ANOTHER);
        });

        shop.run();

        assertThat(shop.found(uid).state()).isEqualTo(ImportState.RUNNING);
        assertThat(shop.count()).isZero();
        assertThat(shop.store().advance(uid, ANOTHER, Progress.NONE, List.of())).isTrue();
    }

    @Test
    void whoMustStopKeepsTheBatchAndGivesTheImportBack() {
        UUID uid = shop.order(ImportMode.CREATE, false, Workshop.words(BATCH + 10));
        shop.at("finance.m5", () -> Thread.currentThread().interrupt());

        shop.run();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(shop.count()).isEqualTo(BATCH);
        assertThat(shop.store().take(ANOTHER).map(taken -> taken.order().uid())).contains(uid);
    }

    @Test
    void whoMustStopBeginsNothing() {
        UUID uid = shop.order(ImportMode.CREATE, false, Workshop.words(1));
        Thread.currentThread().interrupt();

        shop.run();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(shop.found(uid).state()).isEqualTo(ImportState.WAITING);
    }

    @Test
    void aFaultOfTheLibraryEndsOnlyTheImportThatMetIt() {
        UUID broken = shop.order(ImportMode.CREATE, false, Workshop.words(2));
        UUID sound = shop.order(ImportMode.CREATE, false, Stream.of("finance.sound"));
        shop.at("finance.m2", () -> {
            throw new IllegalStateException("There is a mistake in the program.");
        });

        shop.run();

        assertThat(shop.found(broken).state()).isEqualTo(ImportState.FAILED);
        assertThat(shop.found(broken).details().failure()).contains("The library has a fault, which was logged.");
        assertThat(shop.found(sound).state()).isEqualTo(ImportState.SUCCEEDED);
    }

    @Test
    void anImportWhoseWorkersWereGoneIsTriedFiveTimes() {
        UUID uid = shop.order(ImportMode.CREATE, false, Workshop.words(1));
        takenAndLeft(4);

        shop.run();

        assertThat(shop.found(uid).state()).isEqualTo(ImportState.SUCCEEDED);
    }

    @Test
    void anImportThatEndsWhoeverCarriesItOutIsGivenUp() {
        UUID uid = shop.order(ImportMode.CREATE, false, Workshop.words(1));
        takenAndLeft(5);

        shop.run();

        assertThat(shop.found(uid).details().failure())
                .contains("It was begun 5 times, and whoever worked on it was gone each time.");
        assertThat(shop.count()).isZero();
    }

    @Test
    void oldImportsAreForgotten() {
        shop.run();

        assertThat(shop.store().forgotten()).containsExactly(Duration.ofHours(1), Duration.ofDays(30));
    }

    private void takenAndLeft(int times) {
        for (int time = 1; time <= times; time++) {
            shop.store().take(ANOTHER);
            shop.store().endLeases();
        }
    }
}
