package dev.plinth.app.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.app.access.Principal;
import dev.plinth.app.access.Reach;
import dev.plinth.app.access.Role;
import dev.plinth.app.changes.Change;
import dev.plinth.app.changes.ChangeType;
import dev.plinth.app.json.Json;
import dev.plinth.app.postgres.changes.EventTable;
import dev.plinth.app.support.EmptyStore;
import dev.plinth.app.support.Servers;
import dev.plinth.app.support.Trail;
import dev.plinth.app.values.Slice;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Servers.Extension.class)
final class EventsIT {
    private static final Principal VIEWER = principal(Role.VIEWER);
    private static final Principal EDITOR = principal(Role.EDITOR);

    private final EmptyStore store;
    private final Trail changes;
    private final Events events;

    EventsIT(Servers servers) throws SQLException {
        store = new EmptyStore(servers.environment());
        changes = new Trail(store);
        events = new Events(new EventTable(store.database()));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void whatIsNoEventIsNotTold() {
        changes.record("anna", ChangeType.SESSION_OPENED, "u-1");
        changes.record("anna", ChangeType.DOMAIN_CREATED, "finance");
        changes.order();

        assertThat(subjects(events.list(EDITOR, 0, Set.of(), 10))).containsExactly("finance");
    }

    @Test
    void goesOnAfterASequenceInTheOrderOfWhatHappened() {
        List.of("a", "b", "c").forEach(domain -> changes.record("anna", ChangeType.DOMAIN_CREATED, domain));
        changes.order();

        Slice<Event> first = events.list(EDITOR, 0, Set.of(), 2);
        assertThat(subjects(first)).containsExactly("a", "b");
        assertThat(first.hasMore()).isTrue();
        assertThat(subjects(events.list(EDITOR, first.items().getLast().sequence(), Set.of(), 2)))
                .containsExactly("c");
    }

    @Test
    void filtersByType() {
        changes.record("anna", ChangeType.DOMAIN_CREATED, "a");
        changes.record("anna", ChangeType.DOMAIN_DELETED, "a");
        changes.order();

        assertThat(events.list(EDITOR, 0, Set.of(ChangeType.DOMAIN_DELETED), 10).items())
                .extracting(Event::type)
                .containsExactly(ChangeType.DOMAIN_DELETED);
    }

    @Test
    void whoSeesNoDraftsIsNotToldOfThem() {
        changes.record("anna", ChangeType.METRIC_CREATED, "draft.one");
        changes.record("anna", ChangeType.METRIC_UPDATED, "draft.two");
        changes.record("anna", ChangeType.RELATIONSHIP_ADDED, "draft.three");
        changes.record(
                "anna",
                Change.made(
                        ChangeType.METRIC_PUBLISHED,
                        "published.one",
                        Json.object().put("published_version", "1.0.0")));
        changes.record("anna", Change.gone(ChangeType.METRIC_DELETED, "draft.four", Json.object()));
        changes.record(
                "anna",
                Change.gone(
                        ChangeType.METRIC_DELETED,
                        "published.two",
                        Json.object().put("published_version", "1.0.0")));
        changes.record("anna", Change.made(ChangeType.METRIC_UNDELETED, "draft.five", Json.object()));
        changes.record(
                "anna",
                Change.made(
                        ChangeType.METRIC_UNDELETED,
                        "published.three",
                        Json.object().put("published_version", "1.0.0")));
        changes.order();

        assertThat(subjects(events.list(VIEWER, 0, Set.of(), 10)))
                .containsExactly("published.one", "published.two", "published.three");
        assertThat(subjects(events.list(EDITOR, 0, Set.of(), 10))).hasSize(8);
    }

    private static List<String> subjects(Slice<Event> page) {
        return page.items().stream().map(Event::subject).toList();
    }

    private static Principal principal(Role role) {
        return new Principal(Principal.Kind.USER, "u-1", role.scopes(), new Reach.Everywhere());
    }
}
