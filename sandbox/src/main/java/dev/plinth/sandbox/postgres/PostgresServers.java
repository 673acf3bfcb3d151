package dev.plinth.sandbox.postgres;

import dev.plinth.sandbox.certificate.CertificateAuthority;
import dev.plinth.sandbox.machine.CacheFolder;
import dev.plinth.sandbox.machine.Machines;
import dev.plinth.sandbox.machine.Pending;
import java.util.Optional;

/**
 * PostgreSQL servers as machines. Every call returns when the server answers over TLS, or fails with its last log lines
 * in the message; what a failed creation left is removed. Data lives in DIR/postgres/NAME.
 */
public final class PostgresServers {
    public PostgresServers(Machines machines, CertificateAuthority authority, CacheFolder cache) {
        Pending.of();
    }

    public PostgresServer create(PrimarySpec spec) {
        return Pending.of(spec.name());
    }

    public PostgresServer createReplica(ReplicaSpec spec) {
        return Pending.of(spec.name());
    }

    /** Applies new settings: by a reload where that is enough, else by a restart. */
    public PostgresServer configure(String name, PostgresSettings settings) {
        return Pending.of(name + settings);
    }

    /** Gives the account of a primary a new password. */
    public void changePassword(String name, String password) {
        Pending.of(name + password.length());
    }

    public void restart(String name) {
        Pending.of(name);
    }

    /** Stops the server and deletes its data; a name that is not there is fine. */
    public void remove(String name) {
        Pending.of(name);
    }

    public Optional<PostgresServer> find(String name) {
        return Pending.of(name);
    }

    public ReplicaLag lag(String replica) {
        return Pending.of(replica);
    }
}
