package dev.plinth.policy.plan;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The state of a stack, as {@code pulumi stack export} prints it. */
final class StackExport {
    private StackExport() {}

    static List<SavedResource> resources(Element root) {
        if (!root.has("deployment")) {
            throw new UnreadablePlanException("", "expected a plan, found " + guess(root), Element.REMAKE);
        }
        return root.object("deployment").elements("resources").stream()
                .map(resource -> new SavedResource(resource, Optional.empty()))
                .filter(Predicate.not(SavedResource::isLeftOut))
                .toList();
    }

    private static String guess(Element root) {
        if (root.has("resourcePlans")) {
            return "what `pulumi preview --save-plan` writes, which does not tell the resources' values";
        } else if (root.has("policies")) {
            return "the report of `plinth preview --json`, which does not tell the resources";
        } else if (root.has("checkpoint")) {
            return "a backend's own file";
        }
        return "an object with " + (root.names().isEmpty() ? "nothing in it" : String.join(", ", root.names()));
    }
}
