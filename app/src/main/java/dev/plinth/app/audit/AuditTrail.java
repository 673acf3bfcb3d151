package dev.plinth.app.audit;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.INFO;

import dev.plinth.app.values.Slice;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Everything that was ever changed, by whom, and the proof that nobody has altered it since. */
public final class AuditTrail {
    private static final System.Logger LOG = System.getLogger(AuditTrail.class.getName());
    private static final int EXPORT_BATCH = 500;

    private final AuditStore store;
    private final Counter failures;

    public AuditTrail(AuditStore store, MeterRegistry meters) {
        this.store = store;
        this.failures = Counter.builder("mdl.audit.verify.failures")
                .description("Verifications that found the audit trail tampered with")
                .register(meters);
    }

    /** Events below an id, the newest first. */
    public Slice<AuditEvent> list(AuditFilter filter, long before, int limit) {
        return Slice.of(store.list(filter, before, limit + 1), limit);
    }

    /** Hands over all events that the filter lets through, the newest first, without holding them all. */
    public void export(AuditFilter filter, Consumer<AuditEvent> taker) {
        List<AuditEvent> batch = store.list(filter, Long.MAX_VALUE, EXPORT_BATCH);
        while (!batch.isEmpty()) {
            batch.forEach(taker);
            batch = store.list(filter, batch.getLast().kept().id(), EXPORT_BATCH);
        }
    }

    /** Computes the chain anew; a fault is counted and logged, for an alert to find. */
    public Verdict verify() {
        Verdict verdict = new Verification(store).run();
        verdict.fault().ifPresent(fault -> {
            failures.increment();
            LOG.log(
                    ERROR,
                    "The audit trail was tampered with",
                    Map.of("sequence", fault.sequence(), "change", fault.changeId(), "found", fault.detail()));
        });
        // In the log store, out of reach of the database's owner, this shows later whether the end was cut off.
        LOG.log(
                INFO,
                "The audit trail was verified",
                Map.of(
                        "sequence",
                        verdict.last().sequence(),
                        "hash",
                        verdict.last().hash()));
        return verdict;
    }
}
