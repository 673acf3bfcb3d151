package dev.plinth.app.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.app.audit.Verdict.Fault;
import dev.plinth.app.changes.ChangeType;
import dev.plinth.app.postgres.changes.AuditTable;
import dev.plinth.app.support.EmptyStore;
import dev.plinth.app.support.Servers;
import dev.plinth.app.support.Trail;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(Servers.Extension.class)
final class AuditTrailIT {
    private static final AuditFilter ALL =
            new AuditFilter(Set.of(), Set.of(), Set.of(), Optional.empty(), Optional.empty());

    private final EmptyStore store;
    private final Trail changes;
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final AuditTrail trail;

    AuditTrailIT(Servers servers) throws SQLException {
        store = new EmptyStore(servers.environment());
        changes = new Trail(store);
        trail = new AuditTrail(new AuditTable(store.database()), meters);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void anEmptyTrailIsIntact() {
        Verdict verdict = trail.verify();

        assertThat(verdict.isIntact()).isTrue();
        assertThat(verdict.checked()).isZero();
    }

    @Test
    void anUntouchedTrailIsIntactOverSeveralBatches() {
        record(1_100);
        changes.record("anna", ChangeType.METRIC_CREATED, "not.in.order.yet");

        Verdict verdict = trail.verify();

        assertThat(verdict.fault()).isEmpty();
        assertThat(verdict.checked()).isEqualTo(1_100);
        assertThat(verdict.last().hash())
                .isEqualTo(store.texts("select hash from audit_link where seq = 1100")
                        .getFirst());
        assertThat(failures()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_event set subject = 'other' where id = 3",
                "update audit_event set actor_id = 'ben' where id = 3",
                "update audit_event set actor_kind = 'api_key' where id = 3",
                "update audit_event set network = '' where id = 3",
                "update audit_event set request_id = 'other' where id = 3",
                "update audit_event set action = 'metric.deleted' where id = 3",
                "update audit_event set at = at + interval '1 microsecond' where id = 3",
                "update audit_event set uid = uuidv7() where id = 3",
                "update audit_event set before = '{}' where id = 3",
                "update audit_event set after = null where id = 3",
                "update audit_event set after = jsonb_set(after, '{id}', '\"m.9\"') where id = 3",
                "update audit_link set hash = repeat('0', 64) where seq = 3",
                "update audit_link set prev_hash = repeat('0', 64) where seq = 3",
            })
    void whatWasAlteredIsNamed(String tampering) {
        record(5);
        store.execute(tampering);

        Verdict verdict = trail.verify();

        assertThat(verdict.fault())
                .contains(new Fault(3, 3, "The change or its link is not what it was when it was kept."));
        assertThat(verdict.checked()).isEqualTo(2);
        assertThat(failures()).isEqualTo(1);
    }

    @Test
    void whatWasTakenOutIsNamed() {
        record(5);
        store.execute("delete from event where seq = 3");
        store.execute("delete from audit_link where seq = 3");

        assertThat(trail.verify().fault()).contains(new Fault(3, 0, "The link is missing from the chain."));
    }

    @Test
    void aChangeThatIsGoneIsNamedByItsLink() {
        record(5);
        store.execute("alter table audit_link drop constraint audit_link_event_id_fkey");
        store.execute("delete from audit_event where id = 3");

        assertThat(trail.verify().fault()).contains(new Fault(3, 3, "The change is missing that the link stands for."));
    }

    @Test
    void twoChangesThatChangedPlacesAreNamed() {
        record(5);
        store.execute("alter table audit_link drop constraint audit_link_event_id_key");
        store.execute("update audit_link set event_id = 7 - event_id where seq in (3, 4)");

        assertThat(trail.verify().fault().map(Fault::sequence)).contains(3L);
    }

    @Test
    void whatWasPutInPastTheAppIsNamed() {
        record(2);
        store.execute("""
                insert into audit_event (actor_kind, actor_id, network, request_id, action, subject)
                values ('user', 'ben', '', '', 'metric.deleted', 'm.1')
                """);

        assertThat(trail.verify().fault())
                .contains(new Fault(0, 3, "The change has no place in the chain, and waits for none."));
    }

    @Test
    void listsTheNewestFirstPageByPage() {
        record(5);

        var first = trail.list(ALL, Long.MAX_VALUE, 3);
        assertThat(subjects(first.items())).containsExactly("m.5", "m.4", "m.3");
        assertThat(first.hasMore()).isTrue();

        var second = trail.list(ALL, first.items().getLast().kept().id(), 3);
        assertThat(subjects(second.items())).containsExactly("m.2", "m.1");
        assertThat(second.hasMore()).isFalse();
    }

    @Test
    void filtersByActorSubjectAndAction() {
        changes.record("anna", ChangeType.METRIC_CREATED, "m.1");
        changes.record("ben", ChangeType.METRIC_CREATED, "m.2");
        changes.record("ben", ChangeType.METRIC_PUBLISHED, "m.1");
        changes.order();

        assertThat(subjects(
                        list(new AuditFilter(Set.of("ben"), Set.of(), Set.of(), Optional.empty(), Optional.empty()))))
                .containsExactly("m.1", "m.2");
        assertThat(list(new AuditFilter(Set.of(), Set.of("m.1"), Set.of(), Optional.empty(), Optional.empty())))
                .hasSize(2);
        assertThat(subjects(list(new AuditFilter(
                        Set.of(), Set.of(), Set.of(ChangeType.METRIC_PUBLISHED), Optional.empty(), Optional.empty()))))
                .containsExactly("m.1");
    }

    @Test
    void filtersByTimeFromTheFirstInstantOnAndBeforeTheLast() {
        record(3);
        Instant second = list(ALL).get(1).kept().at();

        assertThat(subjects(list(new AuditFilter(Set.of(), Set.of(), Set.of(), Optional.of(second), Optional.empty()))))
                .containsExactly("m.3", "m.2");
        assertThat(subjects(list(new AuditFilter(Set.of(), Set.of(), Set.of(), Optional.empty(), Optional.of(second)))))
                .containsExactly("m.1");
    }

    @Test
    void exportsAllOverSeveralBatches() {
        record(1_010);
        List<AuditEvent> exported = new ArrayList<>();

        trail.export(ALL, exported::add);

        assertThat(subjects(exported)).hasSize(1_010).startsWith("m.1010").endsWith("m.1");
    }

    private List<AuditEvent> list(AuditFilter filter) {
        return trail.list(filter, Long.MAX_VALUE, 100).items();
    }

    private void record(int count) {
        store.transactions().within(() -> {
            IntStream.rangeClosed(1, count)
                    .forEach(index -> changes.record("anna", ChangeType.METRIC_CREATED, "m." + index));
            return count;
        });
        changes.order();
    }

    private double failures() {
        return meters.counter("mdl.audit.verify.failures").count();
    }

    private static List<String> subjects(List<AuditEvent> events) {
        return events.stream().map(event -> event.kept().change().subject()).toList();
    }
}
