package dev.plinth.ops.failover;

import dev.plinth.ops.Failure;
import dev.plinth.ops.cloud.Databases.Server;
import dev.plinth.ops.database.Database;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Finds the way in which a database can be moved that loses least. */
record DatabaseWays(Database database, Function<Server, Probes.Probe> probes, Patience patience) {
    /** To its standby when it has one and is there, else to a replica that follows it. */
    Failover best() {
        var servers = database.cloud().databases();
        var behindProxy = database.behindProxy();
        var primary = behindProxy.orElseGet(database::declared);
        var standing = servers.find(primary).filter(Server::isAvailable).filter(Server::hasStandby);
        if (standing.isPresent()
                && (behindProxy.isPresent() || promoted(primary).isEmpty())) {
            return new StandbyFailover(servers, primary, probes.apply(standing.get()), patience);
        }
        return promoted(primary)
                .or(() -> follower(primary))
                .<Failover>map(replica -> new ReplicaFailover(
                        database, new ReplicaFailover.Change(primary, replica), probes.apply(replica), patience))
                .orElseThrow(() -> Failure.failed(
                        "%s has neither a standby nor a replica that follows it; nothing was changed"
                                .formatted(primary),
                        "restore it instead: plinth restore --help"));
    }

    /**
     * What a promotion has left that ended before the proxy was led there. Once the proxy leads elsewhere than the program
     * says, no other replica has what was written since.
     */
    private Optional<Server> promoted(String primary) {
        return primary.equals(database.declared())
                ? replica(server -> server.source().isEmpty())
                : Optional.empty();
    }

    private Optional<Server> follower(String primary) {
        return replica(server -> server.source().filter(primary::equals).isPresent());
    }

    private Optional<Server> replica(Predicate<Server> wanted) {
        return database.replicas().stream()
                .flatMap(name -> database.cloud().databases().find(name).stream())
                .filter(Server::isAvailable)
                .filter(wanted)
                .findFirst();
    }
}
