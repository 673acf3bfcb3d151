package dev.plinth.ops.rotation;

import dev.plinth.ops.cloud.Databases;
import dev.plinth.ops.failover.Patience;

/** The owner of a database server, whose password RDS changes, so that RDS knows of it. */
record DatabaseOwner(PostgresEntry entry, Databases databases, String server, Patience patience) implements Server {
    @Override
    public Answer signIn(String password) {
        return entry.signIn(password);
    }

    /** RDS answers before the server knows. */
    @Override
    public void learn(String present, String next) {
        databases.setPassword(server, next);
        patience.await("the new password of " + this, () -> signIn(next) == Answer.LET_IN);
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
