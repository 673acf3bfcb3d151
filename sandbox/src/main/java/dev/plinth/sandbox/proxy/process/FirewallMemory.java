package dev.plinth.sandbox.proxy.process;

import dev.plinth.sandbox.proxy.FirewallRule.Rate;
import java.net.InetAddress;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * What clients did within the windows of rate rules, and how often each rule applied. Safe for use by several threads.
 *
 * <p>A window slides second by second. AWS WAF looks at its windows about every ten seconds, so it stops a client later.
 */
final class FirewallMemory {
    /** More clients than any laptop has; above it the idle ones are forgotten. */
    private static final int CLIENTS_MAX = 10_000;

    private final Clock clock;
    private final ConcurrentMap<Client, Window> windows = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, LongAdder> counts = new ConcurrentHashMap<>();

    FirewallMemory(Clock clock) {
        this.clock = clock;
    }

    private record Client(String rule, InetAddress address) {}

    void count(String rule) {
        counts.computeIfAbsent(rule, name -> new LongAdder()).increment();
    }

    Map<String, Long> counts() {
        var counted = new TreeMap<String, Long>();
        counts.forEach((rule, count) -> counted.put(rule, count.sum()));
        return counted;
    }

    /** Takes note of a request and says whether the client has now sent more than the limit within the window. */
    boolean exceeds(String rule, InetAddress client, Rate rate) {
        long second = clock.instant().getEpochSecond();
        if (windows.size() > CLIENTS_MAX) {
            windows.values().removeIf(window -> window.idle(second));
        }
        var window = windows.compute(
                new Client(rule, client),
                (key, known) ->
                        known == null || known.seconds() != rate.seconds() ? new Window(rate.seconds()) : known);
        return window.add(second) > rate.requests();
    }

    /** Requests by second, in a ring as long as the window. */
    private static final class Window {
        private final long[] requests;
        private long latest;

        Window(int seconds) {
            this.requests = new long[seconds];
        }

        int seconds() {
            return requests.length;
        }

        synchronized boolean idle(long second) {
            return second - latest >= requests.length;
        }

        /** Counts one request; the sum is that of the window which ends with this second. */
        synchronized long add(long second) {
            for (long passed = Math.max(latest + 1, second - requests.length + 1); passed <= second; passed++) {
                requests[place(passed)] = 0;
            }
            latest = Math.max(latest, second);
            requests[place(latest)]++;
            long sum = 0;
            for (long count : requests) {
                sum += count;
            }
            return sum;
        }

        private int place(long second) {
            return (int) (second % requests.length);
        }
    }
}
