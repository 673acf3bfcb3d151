package dev.plinth.app.local;

import static java.nio.file.attribute.PosixFilePermissions.asFileAttribute;
import static java.nio.file.attribute.PosixFilePermissions.fromString;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plinth.app.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What belongs to prepared data: the key of their secrets, the password of their administrator, the count of metrics. */
record Prepared(String masterKey, String password, int metrics) {
    private static final String FILE = "prepared.json";

    static Prepared readFrom(Path folder) throws IOException {
        JsonNode file = Json.parse(Files.readAllBytes(folder.resolve(FILE)));
        return new Prepared(
                file.path("master_key").asText(),
                file.path("password").asText(),
                file.path("metrics").intValue());
    }

    /** For the eyes of this machine's user only. */
    void writeTo(Path folder) throws IOException {
        Path file = Files.createFile(folder.resolve(FILE), asFileAttribute(fromString("rw-------")));
        Files.write(
                file,
                Json.bytes(Json.object()
                        .put("master_key", masterKey)
                        .put("password", password)
                        .put("metrics", metrics)));
    }

    @Override
    public String toString() {
        return "Prepared with %d metrics".formatted(metrics);
    }
}
