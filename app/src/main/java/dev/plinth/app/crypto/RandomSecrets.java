package dev.plinth.app.crypto;

import dev.plinth.app.values.Digests;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Secrets that nobody can guess, of which only a digest is kept. */
public final class RandomSecrets {
    private static final int BYTES = 32;

    private final SecureRandom random = new SecureRandom();

    /** 256 random bits as 64 hexadecimal digits. */
    public String next() {
        return next(BYTES);
    }

    /** As many random bytes, two hexadecimal digits each. */
    public String next(int bytes) {
        byte[] drawn = new byte[bytes];
        random.nextBytes(drawn);
        return HexFormat.of().formatHex(drawn);
    }

    /** SHA-256. No slow hash is needed: there is nothing to be guessed in a random secret of this length. */
    public static byte[] digest(String secret) {
        return Digests.sha256(secret);
    }

    /** Whether both are the same, found out in a time that does not tell where they differ. */
    public static boolean same(String one, String other) {
        return MessageDigest.isEqual(digest(one), digest(other));
    }
}
