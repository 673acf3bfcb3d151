package dev.plinth.ops.rotation;

/** A role of a database that changes its own password: one password at a time, so the new one ends the old. */
record DatabaseRole(PostgresEntry entry) implements Server {
    @Override
    public Answer signIn(String password) {
        return entry.signIn(password);
    }

    @Override
    public void learn(String present, String next) {
        entry.change(present, next);
    }

    @Override
    public boolean takesTwo() {
        return false;
    }

    @Override
    public void forget(String old, String kept) {
        // The server has known no other since it learnt this one.
    }

    @Override
    public String toString() {
        return entry.toString();
    }
}
