package dev.plinth.policy.plan;

import dev.plinth.policy.Resource;
import dev.plinth.policy.Run;
import dev.plinth.policy.Stack;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The resources of a stack as a file tells of them.
 *
 * @param resources each by its inputs, for resource rules
 * @param outcome all of them by their outputs, and by their inputs where the file has no outputs: of a new resource, what
 *     the provider will add is not set, and its id is unknown
 * @param lines where in the file each URN is named first
 */
public record Plan(Origin origin, List<Resource> resources, Stack outcome, Map<String, Integer> lines) {
    /** Which stack a plan is of, and whether its changes have been made. */
    public record Origin(String project, String stack, boolean preview) {}

    public Plan {
        resources = List.copyOf(resources);
        lines = Map.copyOf(lines);
    }

    /** The run that the plan comes from, as far as the file tells. */
    public Run run() {
        return new Run("", origin.project(), origin.stack(), origin.preview(), Map.of());
    }

    /** The line of the file that names this URN first, counted from one. */
    public OptionalInt line(String urn) {
        Integer line = lines.get(urn);
        return line == null ? OptionalInt.empty() : OptionalInt.of(line);
    }
}
