package dev.plinth.app.http.identity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plinth.app.identity.Sessions;
import dev.plinth.app.identity.SignIn;
import dev.plinth.app.identity.User;
import dev.plinth.app.json.Json;
import dev.plinth.app.tokens.AccessTokens;
import dev.plinth.app.values.Names;

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

    private IdentityJson() {}
}
