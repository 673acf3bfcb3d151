package dev.plinth.ops.recovery;

import dev.plinth.ops.cloud.Objects;
import dev.plinth.ops.console.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Keeps the reports of drills: on this machine, and in the environment's bucket, where everybody finds them. */
record Evidence(Path folder, Objects bucket) {
    /** Writes a report for programs and for people, and tells where people find it here. */
    Path keep(DrillReport report) {
        var json = Json.print(report.json()) + "\n";
        var text = new DrillText(report).markdown();
        var file = write(report, ".md", text);
        write(report, ".json", json);
        put(report, ".json", json, "application/json");
        put(report, ".md", text, "text/markdown; charset=utf-8");
        return file;
    }

    private Path write(DrillReport report, String end, String text) {
        try {
            return Files.writeString(
                    Files.createDirectories(folder).resolve(report.head().id() + end), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void put(DrillReport report, String end, String text, String type) {
        bucket.write("drills/" + report.head().id() + end, text.getBytes(StandardCharsets.UTF_8), type);
    }
}
