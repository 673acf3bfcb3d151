package dev.plinth.ops.recovery;

/** How one enters a database. */
record Login(String host, int port, String database, String user, String password) {
    /** The same person at another server, by its endpoint and password. */
    Login at(String endpoint, String otherPassword) {
        var colon = endpoint.lastIndexOf(':');
        return new Login(
                endpoint.substring(0, colon),
                Integer.parseInt(endpoint.substring(colon + 1)),
                database,
                user,
                otherPassword);
    }

    /** Without the password, which is nobody's business. */
    @Override
    public String toString() {
        return "%s@%s:%d/%s".formatted(user, host, port, database);
    }
}
