package dev.plinth.app.support;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SetArgs;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;

/** The answers that apps keep in Redis, as the cache writes them. */
public final class KeptAnswers implements AutoCloseable {
    private static final int MADE_AT = Long.BYTES;
    private static final int GOOD_UNTIL = 2 * Long.BYTES;

    private final RedisClient client;
    private final StatefulRedisConnection<String, byte[]> connection;

    public KeptAnswers(String url, String password) {
        client = RedisClient.create(RedisURI.builder(RedisURI.create(url))
                .withPassword(password.toCharArray())
                .build());
        connection = client.connect(RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE));
    }

    /** Makes all of them as old as if they had been good until so long ago. */
    public void endGood(Duration ago) {
        for (String key : connection.sync().keys("mdl:*:entry:*")) {
            ByteBuffer entry = ByteBuffer.wrap(connection.sync().get(key));
            long older = entry.getLong(GOOD_UNTIL) - Instant.now().minus(ago).toEpochMilli();
            entry.putLong(MADE_AT, entry.getLong(MADE_AT) - older)
                    .putLong(GOOD_UNTIL, entry.getLong(GOOD_UNTIL) - older);
            connection.sync().set(key, entry.array(), SetArgs.Builder.keepttl());
        }
    }

    @Override
    public void close() {
        connection.close();
        client.shutdown();
    }
}
