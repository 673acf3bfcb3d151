package dev.plinth.ops.release;

import dev.plinth.ops.Failure;
import dev.plinth.ops.environment.Selection;
import dev.plinth.ops.environment.StackRuns;
import dev.plinth.ops.sandbox.SandboxProcess;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Pods of a sandbox, which are processes: one that was started again has another number, or none yet. */
record SandboxPods(StackRuns runs, Selection selection) implements Pods {
    @Override
    public Map<String, String> starts(Colour colour) {
        return of(colour).collect(Collectors.toMap(SandboxProcess::name, pod -> "pid " + pod.pid()));
    }

    /** How a pod of a colour runs at this moment. */
    Program program(Colour colour) {
        return of(colour)
                .filter(pod -> pod.pid() > 0)
                .findFirst()
                .map(pod -> Program.of(pod.pid()))
                .orElseThrow(() -> Failure.failed("no pod of %s runs in the sandbox".formatted(colour)));
    }

    private Stream<SandboxProcess> of(Colour colour) {
        return runs.sandbox(selection).stream()
                .flatMap(sandbox -> sandbox.processes().stream())
                .filter(process -> process.kind().equals("pod"))
                .filter(process -> process.name().startsWith("api-%s-".formatted(colour)));
    }
}
