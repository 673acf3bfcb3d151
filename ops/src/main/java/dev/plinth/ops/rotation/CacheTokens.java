package dev.plinth.ops.rotation;

import dev.plinth.ops.cloud.Caches;
import dev.plinth.ops.failover.Patience;
import dev.plinth.ops.redis.RedisSession;
import java.io.IOException;
import java.util.List;

/** A cache, which takes two tokens while one gives way to the other, so that nobody is ever refused. */
record CacheTokens(RedisSession.Address address, Caches caches, String group, Patience patience) implements Server {
    /** Redis: wrong pair of name and password; of servers that know one password only: invalid password. */
    private static final List<String> REFUSALS = List.of("-WRONGPASS", "-ERR invalid password");

    @Override
    public Answer signIn(String token) {
        try (var session = RedisSession.open(address)) {
            var answer = session.ask(List.of("AUTH", token));
            if (answer.equals("+OK")) {
                return Answer.LET_IN;
            }
            return REFUSALS.stream().anyMatch(answer::startsWith) ? Answer.REFUSED : Answer.SILENT;
        } catch (IOException e) {
            return Answer.SILENT;
        }
    }

    @Override
    public void learn(String present, String next) {
        caches.addToken(group, next);
        patience.await(
                "the new token of " + group,
                () -> signIn(next) == Answer.LET_IN && caches.group(group).isAvailable());
    }

    @Override
    public boolean takesTwo() {
        return true;
    }

    @Override
    public void forget(String old, String kept) {
        caches.keepOnlyToken(group, kept);
        patience.await(
                "the end of the old token of " + group,
                () -> signIn(old) == Answer.REFUSED && caches.group(group).isAvailable());
    }

    @Override
    public String toString() {
        return "%s at %s".formatted(group, address);
    }
}
