package dev.plinth.ops.progress;

import dev.plinth.ops.engine.EngineEvent;
import dev.plinth.ops.engine.EngineEvent.Severity;
import dev.plinth.ops.engine.Operation;
import dev.plinth.ops.engine.PolicyFinding;
import dev.plinth.ops.engine.Resource;
import dev.plinth.ops.plan.Plan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** What remains of a run when it is over. Events come from one thread; it is read when that has ended. */
public final class Recording implements Consumer<EngineEvent> {
    private static final int BUILD_ERRORS_MAX = 10;

    private final Map<String, Integer> changes = new LinkedHashMap<>();
    private final Map<String, String> packs = new LinkedHashMap<>();
    private final Set<PolicyFinding> findings = new LinkedHashSet<>();
    private final Set<Remark> remarks = new LinkedHashSet<>();
    private final Map<Resource, Operation> failed = new LinkedHashMap<>();
    private final Plan plan = new Plan();

    @Override
    public void accept(EngineEvent event) {
        plan.accept(event);
        switch (event) {
            case EngineEvent.Diagnostic said -> remember(new Remark(said.severity(), said.resource(), said.message()));
            case EngineEvent.Policy policy -> findings.add(policy.finding());
            case EngineEvent.Failed step -> failed.put(step.resource(), step.operation());
            case EngineEvent.Summary summary -> {
                changes.putAll(summary.changes());
                packs.putAll(summary.packs());
            }
            case EngineEvent.Started started -> {}
            case EngineEvent.Done done -> {}
        }
    }

    /** How many resources were, or would be, handled in which way; reading is none. */
    public Map<String, Integer> changes() {
        var counted = new LinkedHashMap<>(changes);
        counted.keySet()
                .removeIf(name -> !name.equals("same") && !Operation.of(name).changes());
        return counted;
    }

    /** What a preview said that there will be. */
    public Plan plan() {
        return plan;
    }

    /** The packs that the run passed through, with their versions. */
    public Map<String, String> packs() {
        return Collections.unmodifiableMap(packs);
    }

    /** What the policies found. */
    public List<PolicyFinding> findings() {
        return List.copyOf(findings);
    }

    /** Tells whether a mandatory policy is violated. */
    public boolean violatesPolicy() {
        return findings.stream().anyMatch(finding -> finding.level() == PolicyFinding.Level.MANDATORY);
    }

    /** The resources whose operation failed. */
    public Map<Resource, Operation> failed() {
        return Collections.unmodifiableMap(failed);
    }

    /**
     * Warnings and errors. Of a run that failed also what the program's build says, and nothing that only repeats the failure
     * when its reason is known.
     */
    public List<Remark> remarks(boolean succeeded) {
        var told = new ArrayList<>(remarks.stream()
                .filter(remark -> remark.severity() != Severity.INFO)
                .toList());
        if (!succeeded) {
            told.addAll(buildErrors());
        }
        var reasons = told.stream().filter(remark -> !remark.isMereFailure()).toList();
        var known = violatesPolicy() || reasons.stream().anyMatch(remark -> remark.severity() == Severity.ERROR);
        return known ? reasons : List.copyOf(told);
    }

    private List<Remark> buildErrors() {
        return remarks.stream()
                .filter(Remark::isBuildError)
                .limit(BUILD_ERRORS_MAX)
                .map(remark -> new Remark(Severity.ERROR, remark.resource(), remark.text()))
                .toList();
    }

    private void remember(Remark remark) {
        var cleaned = remark.cleaned();
        if (!cleaned.isNoise()) {
            remarks.add(cleaned);
        }
    }
}
