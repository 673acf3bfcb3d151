package dev.plinth.app.postgres;

/** Where the database is and who signs in. */
public record Login(String url, String user, String password) {
    @Override
    public String toString() {
        return "Login[url=%s, user=%s]".formatted(url, user);
    }
}
