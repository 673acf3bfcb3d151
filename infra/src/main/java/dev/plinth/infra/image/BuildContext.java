package dev.plinth.infra.image;

import com.pulumi.exceptions.RunException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** The folder that the image is built from, and what of it goes in. */
public record BuildContext(Path folder) {
    private static final List<String> CONTENTS = List.of("Dockerfile", "target/app.jar", "target/libs");
    private static final int TAG_LENGTH = 16;

    /** A tag made from what goes into the image: the same content is never pushed twice, and no tag ever changes. */
    String tag() {
        var digest = sha256();
        for (var content : CONTENTS) {
            for (var file : files(folder.resolve(content))) {
                digest.update(folder.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
                digest.update(read(file));
            }
        }
        return HexFormat.of().formatHex(digest.digest()).substring(0, TAG_LENGTH);
    }

    private static List<Path> files(Path path) {
        try (Stream<Path> files = Files.walk(path)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new RunException(
                    "The image of the API cannot be built: %s is missing. Build the API first: mvn -pl app package"
                            .formatted(path.normalize()));
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new RunException("The image of the API cannot be built: %s cannot be read: %s".formatted(file, e));
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
