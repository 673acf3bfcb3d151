package dev.plinth.ops.release;

import java.util.ArrayList;
import java.util.List;

/** What can be found out of a release before anything is changed. */
final class Preparation {
    private final World world;

    Preparation(World world) {
        this.world = world;
    }

    /** All of it, in the order of the steps; throws the first that is not in order. */
    List<String> all() {
        var findings = new ArrayList<>(new Checks(world).run());
        findings.addAll(image(world.stack().standing().idle()));
        findings.addAll(of(migration()));
        return findings;
    }

    /** Whether the image can be built, and what would change; throws when that is more than the colour. */
    List<String> image(Colour to) {
        var planned = world.stack().plan(Requests.deploy(to));
        var others = planned.stream().filter(change -> !isOfRelease(change, to)).toList();
        if (!others.isEmpty()) {
            throw new StepFailed(
                    "the plan changes more than %s: %s; bring the stack up to date first: plinth up; what that does not find was changed outside of the program, see: pulumi refresh --preview-only"
                            .formatted(to, others));
        }
        return List.of(
                planned.isEmpty()
                        ? "%s runs the image of the checkout already".formatted(to)
                        : "would change: %s".formatted(planned));
    }

    Versions migration() {
        return new MigrationGate(world).check(world.stack().standing());
    }

    static List<String> of(Versions versions) {
        var finding = versions.schemaAfter() == versions.schemaBefore()
                ? "the schema stays at version %d".formatted(versions.schemaBefore())
                : "the schema goes from version %d to %d".formatted(versions.schemaBefore(), versions.schemaAfter());
        return versions.contracting().isEmpty()
                ? List.of(finding)
                : List.of(finding, "contracts it: there will be no rollback of this release");
    }

    /** The image that is built, and the workloads of the colour that gets it. */
    private static boolean isOfRelease(ReleaseStack.Planned change, Colour to) {
        return change.type().startsWith("docker")
                || (change.type().startsWith("kubernetes:") && change.name().startsWith("api-" + to));
    }
}
