package dev.plinth.ops.database;

import dev.plinth.ops.Failure;
import dev.plinth.ops.cloud.Cloud;
import dev.plinth.ops.cloud.Databases.Server;
import dev.plinth.ops.cloud.Proxies;
import dev.plinth.ops.environment.Whereabouts;
import dev.plinth.ops.tls.Authority;
import java.util.List;
import java.util.Optional;

/** An environment's database, as its outputs and its proxy tell of it. */
public record Database(Whereabouts where, Cloud cloud) {
    /** The primary as the program declares it. */
    public String declared() {
        return where.text("/database/primary");
    }

    /** The replicas as the program declares them. */
    public List<String> replicas() {
        return where.texts("/database/replicas");
    }

    /** The proxy that the app writes through. */
    public Proxies.Group proxy() {
        return new Proxies.Group(where.text("/database/proxy"), where.text("/database/proxyTargetGroup"));
    }

    /** The server that the proxy leads to; nothing while it leads nowhere. */
    public Optional<String> behindProxy() {
        return cloud.proxies().targets(proxy()).stream()
                .map(Proxies.Target::server)
                .findFirst();
    }

    /** The server that takes the app's writes: after a promotion it is not the declared one. */
    public String primary() {
        return behindProxy().orElseGet(this::declared);
    }

    /** How the owner enters a server. */
    public Login owner(Server server) {
        return login(server, "/secretArns/databaseOwner");
    }

    /** How the app enters a server. */
    public Login app(Server server) {
        return login(server, "/secretArns/databaseApp");
    }

    private Login login(Server server, String secret) {
        var content = cloud.secrets().readJson(where.text(secret));
        return new Login(
                server.address().host(),
                server.address().port(),
                where.text("/database/name"),
                content.path("username").asText(),
                content.path("password").asText());
    }

    /** Who signs the certificates of its servers: the file that a person gave, or else the sandbox's authority. */
    public static Authority authority(Optional<Authority> given, Optional<Authority> sandbox) {
        return given.or(() -> sandbox)
                .orElseThrow(() -> Failure.usage(
                        "--ca: expected the file with the authority that signs the server's certificate",
                        "for RDS it is on https://truststore.pki.rds.amazonaws.com/global/global-bundle.pem"));
    }
}
