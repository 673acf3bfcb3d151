package dev.plinth.app.http.identity;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plinth.app.access.Scope;
import dev.plinth.app.identity.ApiKey;
import dev.plinth.app.identity.PersonalData;
import dev.plinth.app.identity.Session;
import dev.plinth.app.identity.Sessions;
import dev.plinth.app.identity.SignIn;
import dev.plinth.app.identity.User;
import dev.plinth.app.json.Json;
import dev.plinth.app.tokens.AccessTokens;
import dev.plinth.app.values.Names;
import java.util.Set;

/** Users and what is theirs as JSON. */
final class IdentityJson {
    static ObjectNode user(User user) {
        return Json.object()
                .put("uid", user.uid().toString())
                .put("email", user.profile().email().value())
                .put("display_name", user.profile().displayName().value())
                .put("role", Names.of(user.role()))
                .put("status", Names.of(user.status()))
                .put("revision", user.revision())
                .put("created_at", user.createdAt().toString())
                .put("updated_at", user.updatedAt().toString());
    }

    static ObjectNode signIn(SignIn signIn) {
        ObjectNode body = Json.object()
                .put("token_type", "Bearer")
                .put("access_token", signIn.accessToken())
                .put("expires_in", AccessTokens.LIFETIME.toSeconds())
                .put("refresh_token", signIn.refreshToken())
                .put("refresh_expires_in", Sessions.LIFETIME.toSeconds())
                .put("session_id", signIn.session().id().toString());
        body.set("user", user(signIn.user()));
        return body;
    }

    /** {@code current} is the id of the session that is asked in. */
    static ObjectNode session(Session session, String current) {
        return Json.object()
                .put("session_id", session.id().toString())
                .put("address", session.address())
                .put("current", session.id().toString().equals(current))
                .put("opened_at", session.openedAt().toString())
                .put("used_at", session.usedAt().toString())
                .put("expires_at", session.expiresAt().toString());
    }

    static ObjectNode apiKey(ApiKey key) {
        ObjectNode body = content(key);
        body.put("key_id", key.id())
                .put("user_uid", key.user().toString())
                .put("expires_at", key.expiresAt().toString());
        key.lastUsedAt().ifPresent(time -> body.put("last_used_at", time.toString()));
        return body.put("revision", key.stamp().revision())
                .put("created_at", key.stamp().createdAt().toString())
                .put("updated_at", key.stamp().updatedAt().toString());
    }

    /** What its owner may change. */
    static ObjectNode content(ApiKey key) {
        ObjectNode body = Json.object().put("name", key.content().name().value());
        scopes(body, key.content().scopes());
        ArrayNode networks = body.putArray("networks");
        key.content().networks().forEach(network -> networks.add(network.value()));
        return body.put("lifetime_days", key.content().lifetimeDays());
    }

    static void scopes(ObjectNode body, Set<Scope> scopes) {
        ArrayNode texts = body.putArray("scopes");
        scopes.stream().map(Scope::text).sorted().forEach(texts::add);
    }

    static ObjectNode personalData(PersonalData data) {
        ObjectNode body = Json.object();
        body.set("user", user(data.user()));
        ArrayNode sessions = body.putArray("sessions");
        data.sessions().forEach(session -> sessions.add(session(session, "")));
        ArrayNode keys = body.putArray("api_keys");
        data.keys().forEach(key -> keys.add(apiKey(key)));
        ArrayNode memberships = body.putArray("memberships");
        data.memberships()
                .forEach(membership -> memberships
                        .addObject()
                        .put("domain_id", membership.domain().value())
                        .put("added_at", membership.addedAt().toString()));
        return body;
    }

    private IdentityJson() {}
}
