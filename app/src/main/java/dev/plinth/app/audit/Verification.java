package dev.plinth.app.audit;

import dev.plinth.app.audit.AuditStore.Placement;
import dev.plinth.app.audit.AuditStore.SealedLink;
import dev.plinth.app.audit.Verdict.Fault;
import dev.plinth.app.changes.Chain;
import dev.plinth.app.changes.Link;
import java.util.List;
import java.util.Optional;

/** Computes the whole chain anew from what the trail holds now. */
final class Verification {
    private static final int BATCH = 1_000;

    private final AuditStore store;
    private Link last = Chain.START;

    Verification(AuditStore store) {
        this.store = store;
    }

    Verdict run() {
        // In this order: what is added meanwhile either has its link already or still waits for it.
        Optional<Fault> fault = brokenLink().or(this::looseChange);
        return new Verdict(last.sequence(), last, fault);
    }

    private Optional<Fault> brokenLink() {
        List<SealedLink> batch = store.links(0, BATCH);
        while (!batch.isEmpty()) {
            for (SealedLink found : batch) {
                Optional<Fault> fault = compare(found);
                if (fault.isPresent()) {
                    return fault;
                }
                last = found.link();
            }
            batch = store.links(last.sequence(), BATCH);
        }
        return Optional.empty();
    }

    private Optional<Fault> compare(SealedLink found) {
        Link link = found.link();
        if (link.sequence() != last.sequence() + 1) {
            return fault(last.sequence() + 1, 0, "The link is missing from the chain.");
        }
        if (found.sealed().isEmpty()) {
            return fault(link.sequence(), link.changeId(), "The change is missing that the link stands for.");
        }
        boolean holds = found.sealed()
                .map(text -> Chain.next(last, link.changeId(), text))
                .filter(link::equals)
                .isPresent();
        return holds
                ? Optional.empty()
                : fault(
                        link.sequence(),
                        link.changeId(),
                        "The change or its link is not what it was when it was kept.");
    }

    /** A change that neither has a link nor waits for one was put in, or lost its place, by hand. */
    private Optional<Fault> looseChange() {
        List<Placement> batch = store.placements(0, BATCH);
        while (!batch.isEmpty()) {
            Optional<Placement> loose =
                    batch.stream().filter(placement -> !placement.known()).findFirst();
            if (loose.isPresent()) {
                return fault(0, loose.get().changeId(), "The change has no place in the chain, and waits for none.");
            }
            batch = store.placements(batch.getLast().changeId(), BATCH);
        }
        return Optional.empty();
    }

    private static Optional<Fault> fault(long sequence, long changeId, String detail) {
        return Optional.of(new Fault(sequence, changeId, detail));
    }
}
