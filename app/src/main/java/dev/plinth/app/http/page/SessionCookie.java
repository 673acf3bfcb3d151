package dev.plinth.app.http.page;

import dev.plinth.app.crypto.UnreadableException;
import dev.plinth.app.crypto.Vault;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * The cookie by which a browser stays signed in. It names the session and its user, sealed, so that neither can be read
 * or made up; there is no token in it. It is sent by the browser to this app's own pages only, and no script can read it.
 */
final class SessionCookie {
    /** How long it is good; a working day, after which people sign in again. */
    static final Duration LIFETIME = Duration.ofHours(12);

    private static final String NAME = "mdl_session";
    // A browser takes a cookie of this prefix over TLS only, for the whole of one host and nobody else.
    private static final String NAME_OVER_TLS = "__Host-mdl_session";
    private static final String PLACE = "page.session";
    private static final int PARTS = 3;

    private final Vault vault;
    private final Clock clock;

    SessionCookie(Vault vault, Clock clock) {
        this.vault = vault;
        this.clock = clock;
    }

    /** Whose session it is. */
    record Ticket(UUID session, String name) {}

    /** The value of the header {@code Set-Cookie} that keeps the ticket. */
    String keep(Ticket ticket, boolean overTls) {
        Instant end = clock.instant().plus(LIFETIME);
        byte[] sealed = vault.seal(PLACE, "%d %s %s".formatted(end.getEpochSecond(), ticket.session(), ticket.name()));
        return cookie(Base64.getUrlEncoder().withoutPadding().encodeToString(sealed), LIFETIME, overTls);
    }

    /** The value of the header {@code Set-Cookie} that takes it away. */
    static String drop(boolean overTls) {
        return cookie("", Duration.ZERO, overTls);
    }

    private static String cookie(String value, Duration age, boolean overTls) {
        return "%s=%s; Path=/; Max-Age=%d; HttpOnly; SameSite=Strict%s"
                .formatted(overTls ? NAME_OVER_TLS : NAME, value, age.toSeconds(), overTls ? "; Secure" : "");
    }

    /** The ticket in the header {@code Cookie}; empty when there is none that this app has given out and is still good. */
    Optional<Ticket> read(Optional<String> header, boolean overTls) {
        String name = (overTls ? NAME_OVER_TLS : NAME) + "=";
        return header.stream()
                .flatMap(cookies -> Arrays.stream(cookies.split(";", -1)))
                .map(String::strip)
                .filter(cookie -> cookie.startsWith(name))
                .map(cookie -> cookie.substring(name.length()))
                .findFirst()
                .flatMap(this::opened);
    }

    private Optional<Ticket> opened(String value) {
        try {
            String[] parts =
                    vault.openText(PLACE, Base64.getUrlDecoder().decode(value)).split(" ", PARTS);
            boolean good = clock.instant().getEpochSecond() < Long.parseLong(parts[0]);
            return good ? Optional.of(new Ticket(UUID.fromString(parts[1]), parts[2])) : Optional.empty();
        } catch (UnreadableException | IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}
