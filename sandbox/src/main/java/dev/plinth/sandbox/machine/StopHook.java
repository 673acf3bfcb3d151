package dev.plinth.sandbox.machine;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The command that runs before a process is asked to end; one that fails or takes too long keeps nothing from ending. */
final class StopHook {
    private static final Logger LOG = Logger.getLogger(StopHook.class.getName());
    /** Kubernetes, container lifecycle hooks: one that outlasts the grace period is followed by 2 s. */
    private static final Duration LEFT_MIN = Duration.ofSeconds(2);

    private StopHook() {}

    /** Runs the hook, if there is one, and returns the rule with what is left of the grace period. */
    static StopRule run(MachineSpec spec) {
        StopRule rule = spec.stop();
        if (rule.first().isEmpty()) {
            return rule;
        }
        Instant end = Instant.now().plus(rule.grace());
        try {
            Process hook = start(spec);
            if (!hook.waitFor(rule.grace().toMillis(), TimeUnit.MILLISECONDS)) {
                hook.destroyForcibly();
            }
        } catch (IOException e) {
            LOG.log(Level.INFO, e, () -> "cannot run what is to run before the end of " + spec.name());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MachineException("interrupted while stopping " + spec.name(), e);
        }
        Duration left = Duration.between(Instant.now(), end);
        return new StopRule(rule.signal(), left.compareTo(LEFT_MIN) < 0 ? LEFT_MIN : left, List.of());
    }

    private static Process start(MachineSpec spec) throws IOException {
        var builder = new ProcessBuilder(spec.stop().first())
                .directory(spec.launch().directory().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        builder.environment().putAll(spec.launch().environment());
        return builder.start();
    }
}
