package dev.plinth.ops.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** The generated passphrase of a sandboxed stack, in a file that only its owner can read. */
public final class Passphrase {
    private static final int BYTES = 32;

    /** Makes the file if it is not there. */
    public static void ensure(Path file, SecureRandom random) {
        if (Files.exists(file)) {
            return;
        }
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Passphrase() {}
}
