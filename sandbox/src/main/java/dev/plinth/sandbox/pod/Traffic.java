package dev.plinth.sandbox.pod;

import java.util.List;

/** Told which pods are to get traffic from now on, each time before a pod outside of the list is stopped. */
@FunctionalInterface
public interface Traffic {
    void moveTo(List<PodStatus> ready);

    /** For deployments that nothing sends traffic to. */
    static Traffic none() {
        return ready -> {};
    }
}
