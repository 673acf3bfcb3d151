package dev.plinth.ops.release;

import com.fasterxml.jackson.databind.node.MissingNode;
import dev.plinth.ops.environment.Selection;
import dev.plinth.ops.environment.StackRuns;
import dev.plinth.ops.stack.ReleaseRequest;
import java.util.List;
import java.util.Optional;

/** The stack by Pulumi's engine. */
final class EngineStack implements ReleaseStack {
    private static final String OUTPUT = "release";

    private final StackRuns runs;
    private final Selection selection;

    EngineStack(StackRuns runs, Selection selection) {
        this.runs = runs;
        this.selection = selection;
    }

    @Override
    public Standing standing() {
        return Standing.parse(runs.outputs(selection).values().getOrDefault(OUTPUT, MissingNode.getInstance()));
    }

    @Override
    public List<Planned> plan(ReleaseRequest request) {
        return runs.plan(selection, request).resources().stream()
                .filter(resource -> resource.operation().changes())
                .map(resource -> new Planned(resource.type(), resource.name()))
                .toList();
    }

    @Override
    public void update(ReleaseRequest request) {
        // Where the traffic goes is no question of policy, and whoever goes back is in a hurry.
        if (!request.request().has("images")) {
            runs.share(selection, request);
        } else if (request.request().has("live")) {
            runs.lead(selection, request);
        } else {
            runs.update(selection, request);
        }
    }

    @Override
    public Optional<String> atWork() {
        return runs.atWork(selection);
    }

    @Override
    public boolean isUnfinished() {
        return runs.isUnfinished(selection);
    }
}
