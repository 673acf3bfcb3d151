package dev.plinth.app.access;

import dev.plinth.app.values.DomainId;
import dev.plinth.app.values.ForbiddenException;

/** A caller in one request, as the audit trail keeps it: {@code address} is the client's IP address. */
public record Actor(Principal principal, String address, String requestId) {
    /** The app itself, in its scheduled work. */
    public static final Actor APP = new Actor(Principal.APP, "", "");

    /** Throws {@link ForbiddenException} when this caller may not change what belongs to the domain. */
    public void requireReach(DomainId domain) {
        if (!principal.reach().covers(domain)) {
            throw new ForbiddenException(
                    "You are no member of the domain '%s'; its members and reviewers may change what is in it."
                            .formatted(domain));
        }
    }
}
