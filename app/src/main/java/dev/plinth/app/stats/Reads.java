package dev.plinth.app.stats;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts how often metrics are read: at once in memory, and now and then in the store. Those since the last time are lost
 * when the app dies, which is the price for reads that write nothing.
 */
public final class Reads implements Runnable {
    // Ids that are no metric's are counted too until they are kept; more than these are not.
    private static final int IDS_MAX = 50_000;
    private static final int POPULARITY_DAYS = 30;
    private static final int ROUNDS_PER_RANKING = 30;

    private final StatsStore store;
    private final Map<String, Long> counts = new ConcurrentHashMap<>();
    private int rounds;

    public Reads(StatsStore store) {
        this.store = store;
    }

    /** Somebody has read the metric that has or had this id. */
    public void count(String metricId) {
        if (counts.size() < IDS_MAX) {
            counts.merge(metricId, 1L, Long::sum);
        }
    }

    /** Keeps what was counted; at the first time and then every so often, ranks the metrics by it. */
    @Override
    public void run() {
        Map<String, Long> counted = new HashMap<>();
        for (String id : List.copyOf(counts.keySet())) {
            Long reads = counts.remove(id);
            if (reads != null) {
                counted.put(id, reads);
            }
        }
        try {
            store.add(counted);
        } catch (RuntimeException outage) {
            counted.forEach((id, reads) -> counts.merge(id, reads, Long::sum));
            throw outage;
        }
        if (rounds % ROUNDS_PER_RANKING == 0) {
            store.rank(POPULARITY_DAYS);
        }
        rounds++;
    }
}
