package dev.plinth.app.http.identity;

import dev.plinth.app.access.Role;
import dev.plinth.app.access.Scope;
import dev.plinth.app.http.JsonObjectReader;
import dev.plinth.app.identity.ApiKey;
import dev.plinth.app.identity.Email;
import dev.plinth.app.identity.IpNetwork;
import dev.plinth.app.identity.NewUser;
import dev.plinth.app.identity.Password;
import dev.plinth.app.identity.Profile;
import dev.plinth.app.identity.UserChange;
import dev.plinth.app.identity.UserStatus;
import dev.plinth.app.values.InvalidValueException;
import dev.plinth.app.values.Label;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads what a client tells of users; no fault repeats a secret. */
final class IdentityReader {
    private static final int SECRET_LENGTH_MAX = 512;

    private final JsonObjectReader body;

    IdentityReader(JsonObjectReader body) {
        this.body = body;
    }

    Optional<Email> email() {
        return body.text("email", Email::new);
    }

    Optional<Profile> profile() {
        Optional<Email> email = email();
        Optional<Label> name = body.text("display_name", Label::new);
        return email.flatMap(known -> name.map(written -> new Profile(known, written)));
    }

    Optional<Password> password(String field) {
        return secret(field).flatMap(given -> body.whole(field, () -> new Password(given)));
    }

    /** A secret that is only compared. */
    Optional<String> secret(String field) {
        return body.text(field, Function.identity()).flatMap(given -> body.whole(field, () -> shortEnough(given)));
    }

    /** Throws with every fault. */
    NewUser newUser() {
        Optional<Profile> profile = profile();
        Optional<Role> role = body.choice("role", Role.class);
        Optional<Password> password = password("password");
        body.finish();
        return new NewUser(profile.orElseThrow(), role.orElseThrow(), password.orElseThrow());
    }

    /** Throws with every fault. */
    UserChange userChange() {
        Optional<Profile> profile = profile();
        Optional<Role> role = body.choice("role", Role.class);
        Optional<UserStatus> status = body.text("status", IdentityReader::status);
        body.finish();
        return new UserChange(profile.orElseThrow(), role.orElseThrow(), status.orElseThrow());
    }

    /** Throws with every fault. */
    ApiKey.Content apiKey() {
        Optional<Label> name = body.text("name", Label::new);
        List<Scope> scopes = body.texts("scopes", Scope::of);
        List<IpNetwork> networks = body.texts("networks", IpNetwork::new);
        Optional<Integer> days =
                body.integer("lifetime_days", ApiKey.Content.LIFETIME_DAYS_UNLESS_TOLD, IdentityReader::lifetimeDays);
        Optional<ApiKey.Content> content = name.isEmpty() || days.isEmpty()
                ? Optional.empty()
                : body.whole("scopes", () -> new ApiKey.Content(name.get(), Set.copyOf(scopes), networks, days.get()));
        body.finish();
        return content.orElseThrow();
    }

    private static UserStatus status(String name) {
        return switch (name) {
            case "active" -> UserStatus.ACTIVE;
            case "suspended" -> UserStatus.SUSPENDED;
            default -> throw new InvalidValueException("must be one of active, suspended");
        };
    }

    private static int lifetimeDays(int days) {
        if (days < 1 || days > ApiKey.Content.LIFETIME_DAYS_MAX) {
            throw new InvalidValueException("must be 1 to %d".formatted(ApiKey.Content.LIFETIME_DAYS_MAX));
        }
        return days;
    }

    private static String shortEnough(String secret) {
        if (secret.isEmpty() || secret.length() > SECRET_LENGTH_MAX) {
            throw new InvalidValueException("must be 1 to %d characters".formatted(SECRET_LENGTH_MAX));
        }
        return secret;
    }
}
