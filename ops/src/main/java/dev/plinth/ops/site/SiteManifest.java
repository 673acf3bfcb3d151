package dev.plinth.ops.site;

import dev.plinth.ops.Failure;
import dev.plinth.ops.console.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;

/** What a release consists of. It is written last, so whatever has one is whole. */
record SiteManifest(String version, Instant published, List<SiteFile> files) {
    SiteManifest {
        files = List.copyOf(files);
    }

    long bytes() {
        return files.stream().mapToLong(SiteFile::bytes).sum();
    }

    byte[] write() {
        var json = Json.object().put("version", version).put("published", published.toString());
        var all = json.putArray("files");
        files.forEach(file -> all.addObject()
                .put("path", file.path())
                .put("bytes", file.bytes())
                .put("sha256", file.sha256()));
        return Json.print(json).getBytes(StandardCharsets.UTF_8);
    }

    static SiteManifest read(String key, byte[] content) {
        try {
            var json = Json.mapper().readTree(content);
            return new SiteManifest(
                    json.required("version").asText(),
                    Instant.parse(json.required("published").asText()),
                    json.required("files")
                            .valueStream()
                            .map(file -> new SiteFile(
                                    file.required("path").asText(),
                                    file.required("bytes").asLong(),
                                    file.required("sha256").asText()))
                            .toList());
        } catch (IOException | IllegalArgumentException | DateTimeException e) {
            throw Failure.failed("%s is no list of a release's files: %s".formatted(key, e.getMessage()));
        }
    }
}
