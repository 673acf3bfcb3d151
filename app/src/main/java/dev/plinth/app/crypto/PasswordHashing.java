package dev.plinth.app.crypto;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** Argon2id (RFC 9106) in the usual text form, which names the parameters that a hash was made with. */
public final class PasswordHashing {
    /** What one hash costs: memory in KiB, rounds over it, and lanes. */
    public record Cost(int memoryKib, int rounds, int lanes) {
        /** The choice of the OWASP Password Storage Cheat Sheet for Argon2id. */
        public static final Cost OWASP = new Cost(19_456, 2, 1);
    }

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final Pattern TEXT =
            Pattern.compile("\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,2})\\$([^$]+)\\$([^$]+)");

    private final Cost cost;
    private final SecureRandom random = new SecureRandom();

    public PasswordHashing(Cost cost) {
        this.cost = cost;
    }

    public String hash(String password) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        Base64.Encoder encoder = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
                .formatted(
                        cost.memoryKib(),
                        cost.rounds(),
                        cost.lanes(),
                        encoder.encodeToString(salt),
                        encoder.encodeToString(digest(password, cost, salt, HASH_BYTES)));
    }

    /** Whether the hash is of this password; takes as long for a wrong one as for the right one. */
    public boolean matches(String password, String hash) {
        Matcher parts = parts(hash);
        Base64.Decoder decoder = Base64.getDecoder();
        byte[] expected = decoder.decode(parts.group(5));
        byte[] found = digest(password, cost(parts), decoder.decode(parts.group(4)), expected.length);
        return MessageDigest.isEqual(expected, found);
    }

    /** Whether the hash was made with other parameters than new ones are. */
    public boolean isOutdated(String hash) {
        return !cost(parts(hash)).equals(cost);
    }

    private static Matcher parts(String hash) {
        Matcher matcher = TEXT.matcher(hash);
        if (!matcher.matches()) {
            throw new IllegalStateException("A stored password hash is not one of Argon2id");
        }
        return matcher;
    }

    private static Cost cost(Matcher parts) {
        return new Cost(
                Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(3)));
    }

    private static byte[] digest(String password, Cost cost, byte[] salt, int length) {
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(cost.memoryKib())
                .withIterations(cost.rounds())
                .withParallelism(cost.lanes())
                .withSalt(salt)
                .build());
        byte[] digest = new byte[length];
        generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), digest);
        return digest;
    }
}
