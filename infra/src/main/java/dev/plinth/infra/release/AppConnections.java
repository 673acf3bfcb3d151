package dev.plinth.infra.release;

import com.pulumi.core.Output;
import java.util.List;

/** What the API connects to, and where its passwords and its own secrets are. */
public record AppConnections(DatabaseAccess database, CacheAccess cache, AppSecrets own) {

    /** PostgreSQL by host and port: its owner for migrations, and the API's own role. */
    public record DatabaseAccess(Output<String> endpoint, String name, Login owner, Login app) {

        Output<String> url() {
            // The JDK's own trust store holds the authority, as for everything else in the image. The assumed version
            // lets the driver say at once what it would else set in each session, for which RDS Proxy would reserve
            // a connection of the server: AWS, "Avoiding pinning an RDS Proxy".
            return endpoint.applyValue(
                    address -> "jdbc:postgresql://%s/%s?sslmode=verify-full&sslfactory=%s&assumeMinServerVersion=16"
                            .formatted(address, name, "org.postgresql.ssl.DefaultJavaSSLFactory"));
        }
    }

    /** Redis by host and port. */
    public record CacheAccess(Output<String> endpoint, Output<String> secretArn) {

        Output<String> url() {
            return endpoint.applyValue(address -> "rediss://" + address);
        }
    }

    /** A user, and the secret of Secrets Manager that holds its password. */
    public record Login(String user, Output<String> secretArn) {}

    /** All secrets that somebody of this app reads. */
    List<Output<String>> secretArns() {
        return List.of(
                database.owner().secretArn(),
                database.app().secretArn(),
                cache.secretArn(),
                own.masterArn(),
                own.bootstrapArn());
    }
}
