package dev.plinth.app.crypto;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.params.HKDFParameters;

/**
 * The master secrets, the newest first. None is used as it is: each use has a key of its own, derived by HKDF-SHA256
 * (RFC 5869) with the name of that use, so that no two uses can harm each other.
 */
public final class MasterKeys {
    /** Fewer characters could be guessed, whatever they are. */
    public static final int LENGTH_MIN = 32;

    private static final int KEY_BYTES = 32;
    private static final int ID_BYTES = 4;

    private final List<String> secrets;

    /** At least one secret of at least {@link #LENGTH_MIN} characters is needed. */
    public MasterKeys(List<String> secrets) {
        if (secrets.isEmpty() || secrets.stream().anyMatch(secret -> secret.length() < LENGTH_MIN)) {
            throw new IllegalArgumentException("A master key is missing or too short");
        }
        this.secrets = List.copyOf(secrets);
    }

    /** The keys for one use by their ids, the one to be used for new values first. */
    Map<String, SecretKey> keysFor(String purpose, String algorithm) {
        Map<String, SecretKey> keys = new LinkedHashMap<>();
        secrets.forEach(secret -> keys.putIfAbsent(id(secret), derived(secret, purpose, algorithm)));
        return keys;
    }

    /** Tells the secrets apart, in the database too, without telling anything of them. */
    private static String id(String secret) {
        byte[] bytes = derived(secret, "id", "Generic").getEncoded();
        return HexFormat.of().formatHex(Arrays.copyOf(bytes, ID_BYTES));
    }

    private static SecretKey derived(String secret, String purpose, String algorithm) {
        var derivation = new HKDFBytesGenerator(new SHA256Digest());
        derivation.init(new HKDFParameters(
                secret.getBytes(StandardCharsets.UTF_8), null, ("mdl " + purpose).getBytes(StandardCharsets.UTF_8)));
        byte[] key = new byte[KEY_BYTES];
        derivation.generateBytes(key, 0, KEY_BYTES);
        return new SecretKeySpec(key, algorithm);
    }
}
