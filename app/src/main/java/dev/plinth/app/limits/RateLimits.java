package dev.plinth.app.limits;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Limits how much each caller uses. Every instance of the app decides by itself, without asking anybody, and several
 * times a second they tell each other what was used. Safe for use by many threads.
 */
public final class RateLimits {
    /** More callers than this at a time share one account: they can only be somebody who pretends to be many. */
    private static final int ACCOUNTS_MAX = 100_000;

    /** The span of time that all limits are for. */
    public static final long WINDOW_SECONDS = Rates.WINDOW.toSeconds();

    private final Rates rates;
    private final SharedRates shared;
    private final ConcurrentMap<String, Account> accounts = new ConcurrentHashMap<>();
    private final Map<RateClass, Counter> refusals = new EnumMap<>(RateClass.class);

    public RateLimits(Rates rates, SharedRates shared, MeterRegistry meters) {
        this.rates = rates;
        this.shared = shared;
        for (RateClass rateClass : RateClass.values()) {
            refusals.put(
                    rateClass,
                    Counter.builder("mdl.rate.limited")
                            .description("Requests that were refused because their caller had used up its allowance")
                            .tag("class", name(rateClass))
                            .register(meters));
        }
    }

    /** Whether the caller may make a request of this cost, which is then taken from what it has left. */
    public Allowance take(RateClass rateClass, String caller, int cost) {
        Allowance allowance = account(rateClass, caller).take(cost);
        if (!allowance.admitted()) {
            Objects.requireNonNull(refusals.get(rateClass)).increment();
        }
        return allowance;
    }

    private Account account(RateClass rateClass, String caller) {
        String name = name(rateClass) + ":" + (accounts.size() < ACCOUNTS_MAX ? caller : "everybody-else");
        return accounts.computeIfAbsent(name, unknown -> new Account(rates.of(rateClass)));
    }

    /** Tells the other instances what was used here, and takes note of what was used there. */
    public void synchronize() {
        accounts.forEach((name, account) ->
                accounts.computeIfPresent(name, (same, found) -> found.isUntouched() ? null : found));
        for (var entry : accounts.entrySet()) {
            if (entry.getValue().hasNews() && !entry.getValue().share(entry.getKey(), shared)) {
                // Nobody answers: all the others would only wait as well.
                return;
            }
        }
    }

    private static String name(RateClass rateClass) {
        return rateClass.name().toLowerCase(Locale.ROOT);
    }
}
