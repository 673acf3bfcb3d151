package dev.plinth.ops.failover;

import java.nio.file.Path;
import java.util.Optional;

/** How it is tried whether data stores take writes; tests give others. */
public interface Probes {
    /** Where a store answers, and who signs its certificate where that is nobody known. */
    record Address(String host, int port, Optional<Path> authority) {}

    /** How one enters it. */
    record Login(String user, String password) {
        /** Without the password, which is nobody's business. */
        @Override
        public String toString() {
            return user;
        }
    }

    /** A probe of a database by its name. */
    Probe database(Address address, String name, Login login);

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
            public Probe database(Address address, String name, Login login) {
                return new PostgresWrites(address, name, login);
            }

            @Override
            public Probe cache(Address address, String token) {
                return new RedisWrites(address, token);
            }
        };
    }
}
