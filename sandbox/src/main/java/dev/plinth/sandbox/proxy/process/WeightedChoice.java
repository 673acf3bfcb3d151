package dev.plinth.sandbox.proxy.process;

import dev.plinth.sandbox.proxy.Action;
import java.util.List;
import java.util.Optional;

/**
 * Smooth weighted round robin: in every run of as many choices as the weights add up to, each group is chosen exactly as
 * often as its weight, and the choices of one group lie as far apart as they can. A group of weight 0 is never chosen.
 *
 * <p>Safe for use by several threads.
 */
final class WeightedChoice {
    private final List<Action.WeightedGroup> groups;
    private final long[] credit;
    private final long total;

    WeightedChoice(List<Action.WeightedGroup> groups) {
        this.groups = groups.stream().filter(group -> group.weight() > 0).toList();
        this.credit = new long[this.groups.size()];
        this.total =
                this.groups.stream().mapToLong(Action.WeightedGroup::weight).sum();
    }

    /** The next group, or empty when every weight is 0. */
    synchronized Optional<String> next() {
        if (groups.isEmpty()) {
            return Optional.empty();
        }
        int best = 0;
        for (int index = 0; index < credit.length; index++) {
            credit[index] += groups.get(index).weight();
            if (credit[index] > credit[best]) {
                best = index;
            }
        }
        credit[best] -= total;
        return Optional.of(groups.get(best).group());
    }
}
