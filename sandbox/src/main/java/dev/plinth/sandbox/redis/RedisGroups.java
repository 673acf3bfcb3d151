package dev.plinth.sandbox.redis;

import dev.plinth.sandbox.certificate.CertificateAuthority;
import dev.plinth.sandbox.machine.CacheFolder;
import dev.plinth.sandbox.machine.Machines;
import dev.plinth.sandbox.machine.Pending;
import java.util.Optional;

/**
 * Redis replication groups as machines (NAME-001, NAME-002 ...). A call returns when every replica is in step with its
 * primary, or fails with the last log lines in the message; what a failed creation left is removed.
 */
public final class RedisGroups {
    public RedisGroups(Machines machines, CertificateAuthority authority, CacheFolder cache) {
        Pending.of();
    }

    public RedisGroup create(RedisSpec spec) {
        return Pending.of(spec.name());
    }

    /** Applies a changed spec of the same name: node count, token, encryption, parameters. */
    public RedisGroup update(RedisSpec spec) {
        return Pending.of(spec.name());
    }

    public Optional<RedisGroup> find(String name) {
        return Pending.of(name);
    }

    public RedisHealth health(String name) {
        return Pending.of(name);
    }

    /** Stops every node and deletes their data; a name that is not there is fine. */
    public void remove(String name) {
        Pending.of(name);
    }
}
