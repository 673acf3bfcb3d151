package dev.plinth.app.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.plinth.app.access.Actor;
import dev.plinth.app.access.Principal;
import dev.plinth.app.access.Scope;
import dev.plinth.app.changes.Change;
import dev.plinth.app.changes.ChangeLog;
import dev.plinth.app.changes.ChangeType;
import dev.plinth.app.values.Names;
import dev.plinth.app.work.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Supplier;

/** Makes changes as a whole, and keeps for the audit trail what is neither secret nor personal of them. */
public final class Ledger {
    private final Transactions transactions;
    private final ChangeLog changes;
    private final Clock clock;

    public Ledger(Transactions transactions, ChangeLog changes, Clock clock) {
        this.transactions = transactions;
        this.changes = changes;
        this.clock = clock;
    }

    <T> T within(Supplier<T> work) {
        return transactions.within(work);
    }

    Instant now() {
        return clock.instant();
    }

    /** Keeps that something happened, and why. */
    void note(Actor actor, ChangeType type, String subject, String why) {
        JsonNode after = JsonNodeFactory.instance.objectNode().put("why", why);
        changes.record(actor, new Change(type, subject, MissingNode.getInstance(), after));
    }

    void made(Actor actor, User user) {
        changes.record(actor, Change.made(ChangeType.USER_CREATED, user.uid().toString(), kept(user)));
    }

    void changed(Actor actor, ChangeType type, User before, User after) {
        changes.record(actor, new Change(type, after.uid().toString(), kept(before), kept(after)));
    }

    void made(Actor actor, ApiKey key) {
        changes.record(actor, Change.made(ChangeType.API_KEY_CREATED, key.id(), kept(key)));
    }

    void changed(Actor actor, ChangeType type, ApiKey before, ApiKey after) {
        changes.record(actor, new Change(type, after.id(), kept(before), kept(after)));
    }

    void gone(Actor actor, ApiKey key) {
        changes.record(actor, Change.gone(ChangeType.API_KEY_REVOKED, key.id(), kept(key)));
    }

    /** The same caller, whom the gate does not know yet, as the user who signs in. */
    static Actor as(Actor caller, User user) {
        var principal = new Principal(
                Principal.Kind.USER,
                user.uid().toString(),
                user.role().scopes(),
                caller.principal().reach());
        return new Actor(principal, caller.address(), caller.requestId());
    }

    private static JsonNode kept(User user) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("role", Names.of(user.role()))
                .put("status", Names.of(user.status()))
                .put("revision", user.revision());
    }

    private static JsonNode kept(ApiKey key) {
        var node = JsonNodeFactory.instance
                .objectNode()
                .put("user", key.user().toString())
                .put("expires_at", key.expiresAt().toString())
                .put("revision", key.stamp().revision());
        var scopes = node.putArray("scopes");
        key.content().scopes().stream().map(Scope::text).sorted().forEach(scopes::add);
        var networks = node.putArray("networks");
        key.content().networks().forEach(network -> networks.add(network.value()));
        return node;
    }
}
