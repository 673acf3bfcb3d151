package dev.plinth.app.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.plinth.app.access.Actor;
import dev.plinth.app.access.Principal;
import dev.plinth.app.jobs.Bell;
import dev.plinth.app.support.DirectTransactions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ChangeRelayTest {
    private final MemoryChanges store = new MemoryChanges();
    private final Bell bell = new Bell();
    private final ChangeRecorder log = new ChangeRecorder(store, new DirectTransactions(), bell);
    private final List<LinkedChange> published = new ArrayList<>();
    private final List<RecordedChange> heard = new ArrayList<>();

    @Test
    void keepsWhoMadeAChangeWithoutTheirAddress() {
        log.record(new Actor(Principal.APP, "203.0.113.77", "request-1"), made("a"));

        assertThat(store.kept().getFirst().origin())
                .isEqualTo(new Origin(Principal.Kind.APP, "app", new Network("203.0.113.0/24"), "request-1"));
    }

    @Test
    void ringsWhenAChangeIsKept() {
        log.record(Actor.APP, made("a"));

        long begin = System.nanoTime();
        bell.await(Duration.ofSeconds(30));
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void linksEveryChangeToTheOneBefore() {
        List.of("a", "b").forEach(subject -> log.record(Actor.APP, made(subject)));
        relay().run();
        log.record(Actor.APP, made("c"));
        relay().run();

        assertThat(store.links()).extracting(Link::sequence).containsExactly(1L, 2L, 3L);
        Link expected = Chain.START;
        for (Link link : store.links()) {
            expected = Chain.next(expected, link.changeId(), "text of " + link.changeId());
            assertThat(link).isEqualTo(expected);
        }
        assertThat(published).extracting(LinkedChange::link).containsExactlyElementsOf(store.links());
    }

    @Test
    void tellsSubscribersInOrderAndRemembersHowFarTheyAre() {
        List.of("a", "b").forEach(subject -> log.record(Actor.APP, made(subject)));
        ChangeRelay relay = relay(new Subscriber("cache", heard::add));

        relay.run();
        relay.run();

        assertThat(heard).extracting(RecordedChange::subject).containsExactly("a", "b");
        assertThat(store.position("cache")).isEqualTo(2);
    }

    @Test
    void failuresOfSubscribersAreAllToldAfterTheOthersWereServed() {
        log.record(Actor.APP, made("a"));
        ChangeListener first = change -> {
            throw new IllegalStateException("first");
        };
        ChangeListener second = change -> {
            throw new IllegalStateException("second");
        };

        assertThatThrownBy(() -> relay(
                                new Subscriber("one", first),
                                new Subscriber("two", second),
                                new Subscriber("three", heard::add))
                        .run())
                .hasMessage("first")
                .satisfies(failure -> assertThat(failure.getSuppressed())
                        .singleElement()
                        .matches(also -> "second".equals(also.getMessage())));
        assertThat(heard).hasSize(1);
        assertThat(store.position("one")).isZero();
    }

    private ChangeRelay relay(Subscriber... subscribers) {
        return new ChangeRelay(store, new DirectTransactions(), published::addAll, List.of(subscribers));
    }

    private static Change made(String subject) {
        return Change.made(ChangeType.DOMAIN_CREATED, subject, JsonNodeFactory.instance.objectNode());
    }
}
