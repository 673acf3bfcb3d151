package dev.plinth.app.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.plinth.app.access.Principal;
import dev.plinth.app.changes.Chain;
import dev.plinth.app.changes.Change;
import dev.plinth.app.changes.ChangeType;
import dev.plinth.app.changes.KeptChange;
import dev.plinth.app.changes.LinkedChange;
import dev.plinth.app.changes.Network;
import dev.plinth.app.changes.Origin;
import dev.plinth.app.json.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class PublicationTest {
    private static final JsonNode DRAFT = Json.object().put("status", "draft");
    private static final JsonNode PUBLISHED = Json.object().put("published_version", "1.0.0");
    private static final JsonNode NOTHING = MissingNode.getInstance();

    private final MemoryEvents store = new MemoryEvents();
    private final List<Event> sent = new ArrayList<>();
    private final Publication publication = new Publication(store, sent::addAll);
    private final Events events = new Events(store);

    @Test
    void makesAnEventOfAChange() {
        publish(ChangeType.DOMAIN_CREATED, NOTHING, DRAFT);

        assertThat(sent)
                .containsExactly(
                        new Event(1, new UUID(0, 7), Instant.EPOCH, ChangeType.DOMAIN_CREATED, "finance", false));
        assertThat(EventJson.write(sent.getFirst()))
                .hasToString("{\"id\":\"evt_00000000-0000-0000-0000-000000000007\",\"type\":\"domain.created\","
                        + "\"timestamp\":\"1970-01-01T00:00:00Z\",\"data\":{\"sequence\":1,\"subject\":\"finance\"}}");
        assertThat(events.list(Principal.NOBODY, 0, Set.of(), 10).items()).isEqualTo(sent);
    }

    @Test
    void whatIsNoEventIsNotTold() {
        publish(ChangeType.SESSION_OPENED, NOTHING, DRAFT);

        assertThat(sent).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "METRIC_CREATED",
                "METRIC_UPDATED",
                "METRIC_RESTORED",
                "RELATIONSHIP_ADDED",
                "RELATIONSHIP_REMOVED",
                "CONSUMER_ADDED",
                "CONSUMER_REMOVED",
                "WEBHOOK_DISABLED"
            })
    void editsEdgesAndConsumersAreTreatedAsDrafts(ChangeType type) {
        publish(type, PUBLISHED, PUBLISHED);

        assertThat(sent.getFirst().restricted()).isTrue();
        assertThat(events.list(Principal.NOBODY, 0, Set.of(), 10).items()).isEmpty();
        assertThat(events.list(Principal.APP, 0, Set.of(), 10).items()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(
            names = {"METRIC_PUBLISHED", "METRIC_DEPRECATED", "METRIC_RETIRED", "METRIC_DELETED", "METRIC_UNDELETED"})
    void theLifeOfAMetricIsToldToAllOnceItWasPublished(ChangeType type) {
        publish(type, DRAFT, PUBLISHED);
        publish(type, PUBLISHED, NOTHING);
        publish(type, DRAFT, NOTHING);

        assertThat(sent).extracting(Event::restricted).containsExactly(false, false, true);
    }

    private void publish(ChangeType type, JsonNode before, JsonNode after) {
        var origin = new Origin(Principal.Kind.USER, "u-1", Network.NONE, "");
        var kept = new KeptChange(1, new UUID(0, 7), Instant.EPOCH, origin, new Change(type, "finance", before, after));
        publication.linked(List.of(new LinkedChange(Chain.next(Chain.START, 1, ""), kept)));
    }
}
