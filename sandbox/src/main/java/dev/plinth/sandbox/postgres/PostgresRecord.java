package dev.plinth.sandbox.postgres;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.plinth.sandbox.machine.Endpoint;

/**
 * What is kept of a server. The two secrets are the sandbox's own: of its administrator, as the cloud has one beside the
 * account's owner, and of the role that replicas connect by. A replica has those of its source, whose name is empty for
 * a primary.
 */
record PostgresRecord(Place place, String source, Access access, Secrets secrets, PostgresSettings settings) {
    /** The role that owns the cluster; the account that the caller asked for is no superuser, as in the cloud. */
    static final String ADMINISTRATOR = "rdsadmin";

    static final String REPLICATOR = "rdsrepladmin";

    /** Name, resource and address. */
    record Place(String name, String urn, Endpoint endpoint, int portWanted) {}

    /** The account and the database that the caller asked for. */
    record Access(String user, String database) {}

    /** The sandbox's own passwords. */
    record Secrets(String administrator, String replicator) {
        @Override
        public String toString() {
            return "Secrets";
        }
    }

    @JsonIgnore
    boolean isReplica() {
        return !source.isEmpty();
    }

    PostgresRecord with(PostgresSettings changed) {
        return new PostgresRecord(place, source, access, secrets, changed);
    }

    /** This server, following nobody any more. */
    PostgresRecord promoted(PostgresSettings changed) {
        return new PostgresRecord(place, "", access, secrets, changed);
    }

    /** Whether its WAL is archived: a replica's is from the moment on at which it is promoted. */
    @JsonIgnore
    boolean archives() {
        return isReplica() || settings.backupDays() > 0;
    }

    PostgresServer server() {
        return new PostgresServer(place.name(), place.endpoint(), access.user(), access.database(), place.portWanted());
    }
}
