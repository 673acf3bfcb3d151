package dev.plinth.app.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.app.changes.ChangeType;
import dev.plinth.app.metrics.MetricContent;
import dev.plinth.app.transfer.ImportFault.Place;
import dev.plinth.app.values.Label;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What becomes of the records of a file. */
final class ImportRunTest {
    private final Workshop shop = new Workshop();

    @Test
    void everyRecordIsCountedByWhatBecameOfIt() {
        shop.keep(WordFiles.content("finance.same"));
        shop.keep(named("finance.other", "It was called so"));

        Import done = shop.imported(
                ImportMode.UPSERT,
                "finance.new",
                "finance.same",
                "finance.other",
                "?finance.faulty",
                "nowhere.metric",
                "finance.new");

        assertThat(done.state()).isEqualTo(ImportState.SUCCEEDED);
        assertThat(done.progress()).isEqualTo(new Progress(6, 1, 1, 1, 3));
        assertThat(shop.metric("finance.other").content()).isEqualTo(WordFiles.content("finance.other"));
        assertThat(shop.metric("finance.same").revision()).isEqualTo(1);
    }

    @Test
    void everyFaultTellsItsRecord() {
        Import done =
                shop.imported(ImportMode.UPSERT, "finance.new", "?finance.faulty", "nowhere.metric", "finance.new");

        assertThat(shop.store().faults(done.uid(), 10))
                .containsExactly(
                        new ImportFault(place(2, "finance.faulty"), WordFiles.FAULT),
                        new ImportFault(
                                place(3, "nowhere.metric"),
                                new Fault("invalid", Optional.of("/domain"), "must be there")),
                        new ImportFault(
                                place(4, "finance.new"),
                                new Fault(
                                        "repeated",
                                        Optional.of("/metric_id"),
                                        "An earlier record of the file has the same id; only the first was imported.")));
    }

    @Test
    void whatIsThereAlreadyIsAFaultWhenOnlyNewMetricsAreToCome() {
        shop.keep(named("finance.there", "It is called so"));

        Import done = shop.imported(ImportMode.CREATE, "finance.before", "finance.there", "finance.after");

        assertThat(done.progress()).isEqualTo(new Progress(3, 2, 0, 0, 1));
        assertThat(shop.metric("finance.there").content().name()).hasToString("It is called so");
        assertThat(shop.store().faults(done.uid(), 10))
                .extracting(found -> found.fault().code())
                .containsExactly("conflict");
    }

    @Test
    void whatComesBeforeAnUnreadableRestIsImported() {
        Import done = shop.imported(ImportMode.CREATE, "finance.one", "!", "finance.two");

        assertThat(done.state()).isEqualTo(ImportState.FAILED);
        assertThat(done.details().failure())
                .contains("The file could not be read to its end; the last fault tells why.");
        assertThat(done.progress()).isEqualTo(new Progress(2, 1, 0, 0, 1));
        assertThat(shop.store().faults(done.uid(), 10))
                .containsExactly(new ImportFault(new Place(2, 2, Optional.empty()), WordFiles.HIDES));
    }

    @Test
    void allFaultsAreCountedAndTheFirstAreKept() {
        int records = Imports.FAULTS_MAX + 1;
        UUID uid = shop.order(ImportMode.CREATE, false, Workshop.words(records).map(word -> "?" + word));

        shop.run();

        assertThat(shop.found(uid).progress().failed()).isEqualTo(records);
        assertThat(shop.store().faults(uid, records)).hasSize(Imports.FAULTS_MAX);
    }

    @Test
    void aTrialFindsOutWhatWouldHappenAndChangesNothing() {
        UUID uid = shop.order(ImportMode.CREATE, true, Stream.of("finance.one", "?finance.faulty"));

        shop.run();

        assertThat(shop.found(uid).progress()).isEqualTo(new Progress(2, 1, 0, 0, 1));
        assertThat(shop.store().faults(uid, 10)).hasSize(1);
        assertThat(shop.count()).isZero();
        assertThat(shop.changes().types()).doesNotContain(ChangeType.IMPORT_DONE);
    }

    @Test
    void aTrialEndsWhenSomebodyWantsItTo() {
        UUID uid = shop.order(ImportMode.CREATE, true, Stream.of("finance.one"));
        shop.meanwhile(change -> shop.store().cancel(uid));

        shop.run();

        assertThat(shop.found(uid).state()).isEqualTo(ImportState.CANCELLED);
    }

    private static Place place(int record, String id) {
        return new Place(record, record, Optional.of(id));
    }

    private static MetricContent named(String id, String name) {
        MetricContent content = WordFiles.content(id);
        return new MetricContent(
                content.id(),
                new Label(name),
                content.description(),
                content.classification(),
                content.definition(),
                content.stewardship(),
                content.remarks());
    }
}
