package dev.plinth.policy.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Previews of databases, as the CLI prints them. */
public final class SamplePlans {
    private SamplePlans() {}

    /** A file with a preview that creates databases, a line each: {@code name} and inputs in JSON. */
    public static Path preview(Path folder, String... databases) {
        String steps = Arrays.stream(databases).map(SamplePlans::step).collect(Collectors.joining(",\n"));
        try {
            return Files.writeString(
                    folder.resolve("plan.json"), "{\"steps\": [\n%s],\n\"changeSummary\": {}}".formatted(steps));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The same, read. */
    public static Plan read(Path folder, String... databases) {
        return PlanFile.read(preview(folder, databases));
    }

    /** The URN of a database. */
    public static String urn(String name) {
        return "urn:pulumi:prod::shop::aws:rds/instance:Instance::" + name;
    }

    private static String step(String database) {
        String[] parts = database.split(" ", 2);
        return "{\"op\": \"create\", \"urn\": \"%1$s\", \"newState\": {\"urn\": \"%1$s\", \"custom\": true, \"type\": \"aws:rds/instance:Instance\", \"inputs\": {%2$s}}}"
                .formatted(urn(parts[0]), parts.length == 1 ? "" : parts[1]);
    }
}
