package dev.plinth.ops.export;

import dev.plinth.ops.Failure;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/**
 * How the owner of a database enters it: by TLS, with the server's certificate and name checked.
 *
 * @param address host and port
 * @param authority the file with who signs the server's certificate
 */
record Login(String address, String database, Owner owner, Path authority) implements Source {
    private static final int CONNECT_SECONDS_MAX = 20;

    /** What texts look like must not depend on where somebody runs this. */
    static final String SETTINGS =
            "-c TimeZone=UTC -c DateStyle=ISO -c IntervalStyle=postgres -c bytea_output=hex -c extra_float_digits=1";

    /** A name and a password. */
    record Owner(String user, String password) {
        /** Without the password, which is nobody's business. */
        @Override
        public String toString() {
            return user;
        }
    }

    @Override
    public Connection open() {
        var properties = new Properties();
        properties.setProperty("user", owner.user());
        properties.setProperty("password", owner.password());
        properties.setProperty("sslmode", "verify-full");
        properties.setProperty("sslrootcert", authority.toString());
        properties.setProperty("connectTimeout", String.valueOf(CONNECT_SECONDS_MAX));
        properties.setProperty("ApplicationName", "plinth backup");
        properties.setProperty("options", SETTINGS);
        try {
            return DriverManager.getConnection("jdbc:postgresql://%s/%s".formatted(address, database), properties);
        } catch (SQLException e) {
            throw Failure.failed(
                    "the database %s at %s cannot be entered as %s: %s"
                            .formatted(database, address, owner, e.getMessage()),
                    "a real one has no address in the internet: run this inside of its network");
        }
    }
}
