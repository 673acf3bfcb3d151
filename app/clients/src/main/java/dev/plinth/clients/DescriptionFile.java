package dev.plinth.clients;

import dev.plinth.app.http.discovery.OpenApiDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the description of the API into the file that is named as the only argument. */
public final class DescriptionFile {
    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]);
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, OpenApiDocument.load().yaml());
    }

    private DescriptionFile() {}
}
