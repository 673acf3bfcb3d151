package dev.plinth.ops.failover;

import dev.plinth.ops.database.Login;
import dev.plinth.ops.tls.Authority;
import java.util.Optional;

/** How it is tried whether data stores take writes; tests give others. */
public interface Probes {
    /** Where a store answers, and who signs its certificate where that is nobody known. */
    record Address(String host, int port, Optional<Authority> authority) {}

    /** A probe of a database, and who signs its certificate where that is nobody known. */
    Probe database(Login login, Optional<Authority> authority);

    /** A probe of a cache. */
    Probe cache(Address address, String token);

    /** One attempt, which ends within seconds. */
    @FunctionalInterface
    interface Probe {
        boolean writes();
    }

    /** By real connections. */
    static Probes real() {
        return new Probes() {
            @Override
            public Probe database(Login login, Optional<Authority> authority) {
                return new PostgresWrites(login, authority);
            }

            @Override
            public Probe cache(Address address, String token) {
                return new RedisWrites(address, token);
            }
        };
    }
}
