package dev.plinth.app.identity;

import static java.lang.System.Logger.Level.DEBUG;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.plinth.app.values.StoreUnavailableException;
import java.time.Duration;

/** Notes when API keys were used last, once a minute at most for each. */
public final class ApiKeyUses {
    private static final System.Logger LOG = System.getLogger(ApiKeyUses.class.getName());
    private static final int COUNT_MAX = 10_000;

    private final ApiKeyStore store;
    private final Cache<String, Boolean> noted = Caffeine.newBuilder()
            .maximumSize(COUNT_MAX)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    public ApiKeyUses(ApiKeyStore store) {
        this.store = store;
    }

    void note(String id) {
        if (noted.asMap().putIfAbsent(id, true) == null) {
            try {
                store.used(id);
            } catch (StoreUnavailableException outage) {
                // The call itself may need no database.
                LOG.log(DEBUG, "The use of an API key could not be noted", outage);
            }
        }
    }
}
