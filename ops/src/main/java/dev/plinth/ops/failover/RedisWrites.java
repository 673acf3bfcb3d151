package dev.plinth.ops.failover;

import dev.plinth.ops.redis.RedisSession;
import java.io.IOException;
import java.util.List;

/** Whether a Redis server takes a write, by TLS and with its token. */
final class RedisWrites implements Probes.Probe {
    private static final String OK = "+OK";
    /** It goes by itself. */
    private static final List<String> WRITE = List.of("SET", "plinth:failover-probe", "1", "EX", "60");

    private final RedisSession.Address address;
    private final String token;

    RedisWrites(Probes.Address address, String token) {
        this.address = new RedisSession.Address(address.host(), address.port(), address.authority());
        this.token = token;
    }

    @Override
    public boolean writes() {
        try (var session = RedisSession.open(address)) {
            return session.ask(List.of("AUTH", token)).equals(OK)
                    && session.ask(WRITE).equals(OK);
        } catch (IOException e) {
            return false;
        }
    }
}
