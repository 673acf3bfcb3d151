package dev.plinth.sandbox.postgres;

/** The owner of a server and the database made for it. */
public record PostgresAccount(String user, String password, String database) {
    @Override
    public String toString() {
        return "PostgresAccount[user=%s, database=%s]".formatted(user, database);
    }
}
