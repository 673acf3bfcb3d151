package dev.plinth.app.identity;

/** A user and the hash of their password. */
public record Credentials(User user, String passwordHash) {
    /** Hides the hash. */
    @Override
    public String toString() {
        return "Credentials[%s]".formatted(user.uid());
    }
}
