package dev.plinth.policy.plan;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a preview would make, as {@code pulumi preview --json} prints it. */
final class PreviewDigest {
    /** Steps after which the stack does not have the resource; one that is read was never its own. */
    private static final Set<String> GONE = Set.of(
            "delete",
            "delete-replaced",
            "discard",
            "discard-replaced",
            "remove-pending-replace",
            "read",
            "read-replacement");

    /** Steps after which the resource is still the one that it was. */
    private static final Set<String> STAYS = Set.of("same", "update", "refresh");

    private PreviewDigest() {}

    static boolean isOne(Element root) {
        return root.has("steps") || root.has("changeSummary");
    }

    static List<SavedResource> resources(Element root) {
        refuseFailed(root);
        List<Element> steps = root.elements("steps");
        refuseIncomplete(root, steps);
        return steps.stream()
                .filter(step -> !GONE.contains(step.text("op")))
                .map(PreviewDigest::resource)
                .toList();
    }

    private static SavedResource resource(Element step) {
        Optional<Element> before = STAYS.contains(step.text("op")) && step.has("oldState")
                ? Optional.of(step.object("oldState"))
                : Optional.empty();
        return new SavedResource(step.object("newState"), before);
    }

    /** The plan ends where the program failed: what is missing would count as fine. */
    private static void refuseFailed(Element root) {
        root.elements("diagnostics").stream()
                .filter(diagnostic -> diagnostic
                        .optionalText("severity")
                        .filter("error"::equals)
                        .isPresent())
                .findFirst()
                .ifPresent(error -> {
                    throw new UnreadablePlanException(
                            error.place(),
                            "the preview failed, so the plan is not whole: "
                                    + error.optionalText("message")
                                            .orElse("")
                                            .strip()
                                            .lines()
                                            .findFirst()
                                            .orElse(""),
                            "Mend what the preview says, and make the file anew.");
                });
    }

    private static void refuseIncomplete(Element root, List<Element> steps) {
        long told =
                steps.stream().filter(step -> step.text("op").equals("same")).count();
        long counted = root.has("changeSummary")
                ? root.object("changeSummary").json().path("same").asLong()
                : 0;
        if (told < counted) {
            throw new UnreadablePlanException(
                    "steps",
                    "the plan leaves out %d of %d unchanged resources".formatted(counted - told, counted),
                    "Make it with `pulumi preview --json --show-sames`.");
        }
    }
}
