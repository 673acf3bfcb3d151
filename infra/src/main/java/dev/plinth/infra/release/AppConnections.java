package dev.plinth.infra.release;

import com.pulumi.core.Output;

/** What the API connects to, and with which credentials. */
public record AppConnections(DatabaseLogin database, CacheLogin cache) {

    /** PostgreSQL by host and port. */
    public record DatabaseLogin(Output<String> endpoint, String name, String user, Output<String> password) {

        Output<String> url() {
            // The JDK's own trust store holds the authority, as for everything else in the image.
            return endpoint.applyValue(address -> "jdbc:postgresql://%s/%s?sslmode=verify-full&sslfactory=%s"
                    .formatted(address, name, "org.postgresql.ssl.DefaultJavaSSLFactory"));
        }
    }

    /** Redis by host and port. */
    public record CacheLogin(Output<String> endpoint, Output<String> password) {

        Output<String> url() {
            return endpoint.applyValue(address -> "rediss://" + address);
        }
    }
}
