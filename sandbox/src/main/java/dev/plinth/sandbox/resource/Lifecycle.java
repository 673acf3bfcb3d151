package dev.plinth.sandbox.resource;

import dev.plinth.sandbox.check.Failure;
import dev.plinth.sandbox.check.InputCheck;
import dev.plinth.sandbox.diff.Change;
import dev.plinth.sandbox.diff.InputDiff;
import dev.plinth.sandbox.state.StateStore;
import dev.plinth.sandbox.state.StoredResource;
import dev.plinth.sandbox.state.Urn;
import dev.plinth.sandbox.value.Value.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** The life of every resource. Safe for parallel use: calls for one resource wait for each other, others do not. */
public final class Lifecycle {
    private final Kinds kinds;
    private final StateStore state;
    private final Map<Urn, ReentrantLock> locks = new ConcurrentHashMap<>();

    /** Inputs after the check, and what is wrong with them. */
    public record Checked(Fields inputs, List<Failure> failures) {}

    /** What an update would change, and whether the old resource goes first. */
    public record Difference(List<Change> changes, boolean deleteBeforeReplace) {}

    /** What the engine knows of a resource before an update. */
    public record Previous(Fields inputs, Fields outputs) {}

    /** A resource of the sandbox, by its id, with its outputs. */
    public record Made(String id, Fields outputs) {}

    public Lifecycle(Kinds kinds, StateStore state) {
        this.kinds = kinds;
        this.state = state;
    }

    /** All faults of the inputs at once, and the inputs with what the provider adds. */
    public Checked check(Urn urn, Fields before, Fields inputs, NameSeed seed, Settings settings) {
        var kind = kinds.of(urn.type());
        var desired = new Desired(urn, kinds.schema(urn), 0, inputs, settings);
        var failures = new ArrayList<>(InputCheck.check(desired.schema(), inputs));
        if (failures.isEmpty()) {
            failures.addAll(kind.check(desired));
        }
        return new Checked(failures.isEmpty() ? kind.complete(desired, before, seed) : inputs, failures);
    }

    /** What differs between old and new inputs. */
    public Difference diff(Urn urn, Fields before, Fields inputs, Settings settings) {
        var kind = kinds.of(urn.type());
        var desired = new Desired(urn, kinds.schema(urn), 0, inputs, settings);
        var changes = InputDiff.between(before, inputs, kind.replaceRules(desired));
        return new Difference(changes, kind.deletesBeforeReplace(desired));
    }

    /** The outputs that a new resource would have: what the program gave, and unknowns for the rest. */
    public Fields previewCreate(Urn urn, Fields inputs, Settings settings) {
        return Preview.ofCreation(kinds.of(urn.type()), new Desired(urn, kinds.schema(urn), 0, inputs, settings));
    }

    /**
     * Makes a resource.
     *
     * @param replacing false when the engine does not know the resource: whatever is left of it then comes from a run
     *     that was killed, and is removed first
     */
    public Made create(Urn urn, Fields inputs, Settings settings, boolean replacing) {
        return alone(urn, () -> {
            state.incarnations(urn).stream()
                    .filter(left -> !replacing || !left.ready())
                    .forEach(this::end);
            var kind = kinds.of(urn.type());
            var desired = new Desired(urn, kinds.schema(urn), freeGeneration(urn), inputs, settings);
            var draft =
                    new StoredResource(urn, kind.id(desired), desired.generation(), inputs, kind.notes(desired), false);
            state.put(draft);
            try {
                return new Made(draft.id(), make(kind, desired, draft, Optional.empty()));
            } catch (RuntimeException e) {
                end(draft);
                throw e;
            }
        });
    }

    /** The outputs that a changed resource would have: computed ones stay as they are. */
    public Fields previewUpdate(Urn urn, Previous previous, Fields inputs, Settings settings) {
        var desired = new Desired(urn, kinds.schema(urn), 0, inputs, settings);
        return Preview.ofUpdate(kinds.of(urn.type()), desired, previous);
    }

    /** Changes a resource; one that the state has lost is made again under its id. */
    public Fields update(Urn urn, String id, Fields inputs, Settings settings) {
        return alone(urn, () -> {
            var kind = kinds.of(urn.type());
            var before = state.find(urn, id);
            int generation = before.map(StoredResource::generation).orElseGet(() -> freeGeneration(urn));
            var desired = new Desired(urn, kinds.schema(urn), generation, inputs, settings);
            var notes = before.map(StoredResource::outputs).orElseGet(() -> kind.notes(desired));
            var draft = new StoredResource(urn, id, generation, inputs, notes, true);
            state.put(draft);
            try {
                return make(kind, desired, draft, before);
            } catch (RuntimeException e) {
                before.ifPresent(state::put);
                throw e;
            }
        });
    }

    /** The resource as it is, if it is there. */
    public Optional<StoredResource> read(Urn urn, String id) {
        return state.find(urn, id).filter(StoredResource::ready).map(StoredResource::told);
    }

    /** Ends a resource; one that is not there is ended already. */
    public void delete(Urn urn, String id) {
        alone(urn, () -> {
            state.find(urn, id).ifPresent(this::end);
            return true;
        });
    }

    /** Ends what a daemon that was killed left half made. */
    public void sweep() {
        state.all().filter(resource -> !resource.ready()).toList().forEach(this::end);
    }

    private Fields make(Kind kind, Desired desired, StoredResource draft, Optional<StoredResource> before) {
        var given = desired.inputs().withAll(kind.computed(desired, draft.id()));
        var all = given.withAll(kind.run(desired, draft, before));
        var outputs = OutputFill.complete(desired.schema(), all, desired.digits(7));
        state.put(draft.finished(draft.notes().withAll(outputs)));
        kind.settled();
        return outputs;
    }

    private void end(StoredResource resource) {
        var kind = kinds.of(resource.urn().type());
        kind.remove(resource);
        state.remove(resource.urn(), resource.id());
        kind.settled();
    }

    private int freeGeneration(Urn urn) {
        var taken =
                state.incarnations(urn).stream().map(StoredResource::generation).toList();
        int generation = 0;
        while (taken.contains(generation)) {
            generation++;
        }
        return generation;
    }

    private <T> T alone(Urn urn, Supplier<T> work) {
        var lock = locks.computeIfAbsent(urn, ignored -> new ReentrantLock());
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
