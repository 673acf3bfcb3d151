package dev.plinth.app.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.MissingNode;
import dev.plinth.app.access.Principal;
import dev.plinth.app.audit.Verdict.Fault;
import dev.plinth.app.changes.Chain;
import dev.plinth.app.changes.Change;
import dev.plinth.app.changes.ChangeType;
import dev.plinth.app.changes.KeptChange;
import dev.plinth.app.changes.Link;
import dev.plinth.app.changes.Network;
import dev.plinth.app.changes.Origin;
import dev.plinth.app.json.Json;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class AuditTrailTest {
    private static final AuditFilter ALL =
            new AuditFilter(Set.of(), Set.of(), Set.of(), Optional.empty(), Optional.empty());

    private final Memory memory = new Memory();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final AuditTrail trail = new AuditTrail(memory, meters);

    @Test
    void anUntouchedTrailIsIntact() {
        memory.keep(3);

        Verdict verdict = trail.verify();

        assertThat(verdict.isIntact()).isTrue();
        assertThat(AuditJson.write(verdict))
                .hasToString("{\"intact\":true,\"checked\":3,\"last\":{\"sequence\":3,\"hash\":\"%s\"}}"
                        .formatted(memory.links.getLast().link().hash()));
        assertThat(failures()).isZero();
    }

    @Test
    void whatWasAlteredIsNamedAndCounted() {
        memory.keep(3);
        memory.links.set(1, new AuditStore.SealedLink(memory.links.get(1).link(), Optional.of("altered")));

        Verdict verdict = trail.verify();

        assertThat(verdict.isIntact()).isFalse();
        assertThat(AuditJson.write(verdict).at("/fault"))
                .hasToString("{\"sequence\":2,\"change\":2,"
                        + "\"detail\":\"The change or its link is not what it was when it was kept.\"}");
        assertThat(failures()).isEqualTo(1);
    }

    @Test
    void whatIsMissingIsNamed() {
        memory.keep(3);
        memory.links.set(2, new AuditStore.SealedLink(memory.links.get(2).link(), Optional.empty()));
        assertThat(trail.verify().fault()).contains(new Fault(3, 3, "The change is missing that the link stands for."));

        memory.links.remove(0);
        assertThat(trail.verify().fault()).contains(new Fault(1, 0, "The link is missing from the chain."));
    }

    @Test
    void whatWasPutInByHandIsNamed() {
        memory.keep(2);
        memory.placements.add(new AuditStore.Placement(9, false));

        assertThat(trail.verify().fault())
                .contains(new Fault(0, 9, "The change has no place in the chain, and waits for none."));
    }

    @Test
    void aPageSaysWhetherTheListGoesOn() {
        memory.keep(3);

        assertThat(trail.list(ALL, Long.MAX_VALUE, 2).hasMore()).isTrue();
        assertThat(trail.list(ALL, Long.MAX_VALUE, 3).hasMore()).isFalse();
    }

    @Test
    void anExportHandsOverEverythingOnce() {
        memory.keep(1_200);
        List<Long> exported = new ArrayList<>();

        trail.export(ALL, event -> exported.add(event.link().sequence()));

        assertThat(exported).hasSize(1_200).doesNotHaveDuplicates().startsWith(1_200L);
    }

    @Test
    void anEventIsWrittenWithAllThatIsKnownOfIt() {
        memory.keep(1);

        assertThat(AuditJson.write(memory.events.getFirst()))
                .hasToString("{\"sequence\":1,\"id\":\"00000000-0000-0000-0000-000000000001\","
                        + "\"at\":\"1970-01-01T00:00:00Z\",\"actor\":{\"kind\":\"user\",\"id\":\"u-1\"},"
                        + "\"network\":\"203.0.113.0/24\",\"request_id\":\"r-1\",\"action\":\"domain.created\","
                        + "\"subject\":\"d1\",\"after\":{\"n\":1},\"previous_hash\":\"%s\",\"hash\":\"%s\"}"
                                .formatted(
                                        Chain.START.hash(),
                                        memory.links.getFirst().link().hash()));
    }

    private double failures() {
        return meters.counter("mdl.audit.verify.failures").count();
    }

    /** A trail that is forgotten when the test ends. */
    private static final class Memory implements AuditStore {
        private final List<SealedLink> links = new ArrayList<>();
        private final List<AuditEvent> events = new ArrayList<>();
        private final List<Placement> placements = new ArrayList<>();

        void keep(int count) {
            Link last = Chain.START;
            for (int id = 1; id <= count; id++) {
                last = Chain.next(last, id, "text " + id);
                var origin = new Origin(Principal.Kind.USER, "u-1", new Network("203.0.113.0/24"), "r-1");
                var change = new Change(
                        ChangeType.DOMAIN_CREATED,
                        "d" + id,
                        MissingNode.getInstance(),
                        Json.object().put("n", id));
                links.add(new SealedLink(last, Optional.of("text " + id)));
                events.addFirst(
                        new AuditEvent(last, new KeptChange(id, new UUID(0, id), Instant.EPOCH, origin, change)));
                placements.add(new Placement(id, true));
            }
        }

        @Override
        public List<AuditEvent> list(AuditFilter filter, long before, int limit) {
            return events.stream()
                    .filter(event -> event.kept().id() < before)
                    .limit(limit)
                    .toList();
        }

        @Override
        public List<SealedLink> links(long after, int limit) {
            return links.stream()
                    .filter(link -> link.link().sequence() > after)
                    .limit(limit)
                    .toList();
        }

        @Override
        public List<Placement> placements(long after, int limit) {
            return placements.stream()
                    .filter(placement -> placement.changeId() > after)
                    .limit(limit)
                    .toList();
        }
    }
}
