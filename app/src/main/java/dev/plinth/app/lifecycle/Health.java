package dev.plinth.app.lifecycle;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Whether the app has started and whether it should be sent requests. Safe for use by many threads. */
public final class Health {
    private volatile State state = new State(Phase.STARTING, List.of());

    /** The app answers requests from now on, and its readiness hangs on these checks. */
    public void serve(List<Check> checks) {
        state = new State(Phase.SERVING, checks);
    }

    /** The app finishes what it has begun and wants nothing new. */
    public void drain() {
        state = new State(Phase.DRAINING, state.checks());
    }

    public Phase phase() {
        return state.phase();
    }

    /** Asks every check once. */
    public Readiness readiness() {
        State now = state;
        Map<String, Boolean> results = new LinkedHashMap<>();
        boolean requiredUp = true;
        for (CheckResult result : results(now)) {
            results.put(result.name(), result.up());
            requiredUp &= result.up() || !result.required();
        }
        return new Readiness(now.phase(), requiredUp, results);
    }

    /** Asks every check once, and tells what each found. */
    public List<CheckResult> results() {
        return results(state);
    }

    private static List<CheckResult> results(State state) {
        return state.checks().stream().map(CheckResult::of).toList();
    }

    private record State(Phase phase, List<Check> checks) {}
}
