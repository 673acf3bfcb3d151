package dev.plinth.app.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.app.access.Actor;
import dev.plinth.app.access.Principal;
import dev.plinth.app.access.Reach;
import dev.plinth.app.access.Role;
import dev.plinth.app.jobs.Bell;
import dev.plinth.app.json.Json;
import dev.plinth.app.postgres.changes.ChangeTable;
import dev.plinth.app.support.EmptyStore;
import dev.plinth.app.support.Servers;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Servers.Extension.class)
final class ChangeRelayIT {
    private static final Actor ANNA = new Actor(
            new Principal(Principal.Kind.USER, "u-1", Role.EDITOR.scopes(), new Reach.Everywhere()),
            "203.0.113.77",
            "request-1");

    private final EmptyStore store;
    private final ChangeTable table;
    private final Bell bell = new Bell();
    private final ChangeRecorder log;

    ChangeRelayIT(Servers servers) throws SQLException {
        store = new EmptyStore(servers.environment());
        table = new ChangeTable(store.database());
        log = new ChangeRecorder(table, store.transactions(), bell);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void keepsWhoDidWhatAndHowItWasBeforeAndAfter() {
        log.record(
                ANNA,
                new Change(
                        ChangeType.METRIC_UPDATED,
                        "finance.one",
                        Json.object().put("tier", 1),
                        Json.object().put("tier", 2)));

        assertThat(store.texts("""
                        select concat_ws('|', actor_kind, actor_id, network, request_id, action, subject, before, after)
                        from audit_event
                        """))
                .containsExactly(
                        "user|u-1|203.0.113.0/24|request-1|metric.updated|finance.one|{\"tier\": 1}|{\"tier\": 2}");
    }

    @Test
    void whatIsUndoneLeavesNoTrace() {
        store.transactions().undone(() -> {
            log.record(ANNA, made("finance.one"));
            return "";
        });

        assertThat(store.texts("select subject from audit_event")).isEmpty();
        assertThat(store.texts("select event_id from outbox")).isEmpty();
    }

    @Test
    void subscribersAreToldOfEveryChangeOnceInOrder() {
        List<RecordedChange> heard = new ArrayList<>();
        ChangeRelay relay = relay(new Subscriber("cache", heard::add));
        // More than one batch.
        IntStream.range(0, 450).forEach(index -> log.record(ANNA, made("m." + index)));

        relay.run();
        relay.run();

        assertThat(heard.stream().map(RecordedChange::subject))
                .containsExactlyElementsOf(
                        IntStream.range(0, 450).mapToObj(index -> "m." + index).toList());
        assertThat(heard.stream().map(RecordedChange::sequence))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 450).boxed().toList());
        assertThat(heard.getFirst().type()).isEqualTo(ChangeType.METRIC_CREATED);
        assertThat(table.oldestUnfinished()).isEmpty();
    }

    @Test
    void aSubscriberThatFailsIsToldAgainAndHoldsUpNoOther() {
        var failures = new AtomicInteger();
        List<String> broken = new ArrayList<>();
        List<String> sound = new ArrayList<>();
        ChangeListener failsOnce = change -> {
            if (change.subject().equals("m.2") && failures.getAndIncrement() == 0) {
                throw new IllegalStateException("not now");
            }
            broken.add(change.subject());
        };
        ChangeRelay relay = relay(
                new Subscriber("broken", failsOnce), new Subscriber("sound", change -> sound.add(change.subject())));
        List.of("m.1", "m.2", "m.3").forEach(subject -> log.record(ANNA, made(subject)));

        assertThatThrownBy(relay::run).hasMessage("not now");
        assertThat(sound).containsExactly("m.1", "m.2", "m.3");
        assertThat(table.oldestUnfinished()).isPresent();

        relay.run();
        assertThat(broken).containsExactly("m.1", "m.1", "m.2", "m.3");
        assertThat(table.oldestUnfinished()).isEmpty();
    }

    @Test
    void theBellRingsWhenAChangeIsKept() throws Exception {
        try (var waiting = Executors.newVirtualThreadPerTaskExecutor()) {
            var woken = waiting.submit(() -> {
                bell.await(Duration.ofSeconds(30));
                return store.texts("select subject from audit_event");
            });
            log.record(ANNA, made("m.1"));

            assertThat(woken.get()).containsExactly("m.1");
        }
    }

    /** Several instances write and give places at once, and every third transaction is undone. */
    @Test
    void underLoadNoChangeIsLostAndTheChainHasNeitherGapsNorForks() throws Exception {
        List<RecordedChange> heard = Collections.synchronizedList(new ArrayList<>());
        ChangeRelay relay = relay(new Subscriber("cache", heard::add));
        List<Callable<Object>> work = new ArrayList<>();
        IntStream.range(0, 6).forEach(writer -> work.add(() -> write(writer)));
        IntStream.range(0, 3)
                .forEach(instance -> work.add(() -> {
                    for (int round = 0; round < 30; round++) {
                        relay.run();
                    }
                    return "";
                }));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : threads.invokeAll(work)) {
                done.get();
            }
        }
        relay.run();

        List<String> kept = store.texts("select subject from audit_event order by id");
        assertThat(kept).hasSize(6 * 40);
        assertThat(store.texts("select seq from audit_link order by seq"))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, kept.size())
                        .mapToObj(Integer::toString)
                        .toList());
        assertThat(store.texts("""
                        select seq from (select seq, prev_hash, lag(hash) over (order by seq) as expected
                                         from audit_link) l
                        where seq > 1 and prev_hash is distinct from expected
                        """)).isEmpty();
        assertThat(heard.stream().map(RecordedChange::subject)).containsExactlyInAnyOrderElementsOf(kept);
        assertThat(heard.stream().map(RecordedChange::sequence)).isSorted();
        assertThat(store.texts("select event_id from outbox")).isEmpty();
    }

    private Object write(int writer) {
        for (int index = 0; index < 60; index++) {
            String subject = "w%d.%d".formatted(writer, index);
            if (index % 3 == 0) {
                store.transactions().undone(() -> {
                    log.record(ANNA, made(subject));
                    return "";
                });
            } else {
                log.record(ANNA, made(subject));
            }
        }
        return "";
    }

    private ChangeRelay relay(Subscriber... subscribers) {
        return new ChangeRelay(table, store.transactions(), changes -> {}, List.of(subscribers));
    }

    private static Change made(String subject) {
        return Change.made(ChangeType.METRIC_CREATED, subject, Json.object().put("metric_id", subject));
    }
}
