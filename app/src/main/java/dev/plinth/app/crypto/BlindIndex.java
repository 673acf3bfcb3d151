package dev.plinth.app.crypto;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/** Finds sealed values without opening them: equal values have equal HMAC-SHA256 digests, of which nobody learns more. */
public final class BlindIndex {
    private static final String ALGORITHM = "HmacSHA256";

    private final List<SecretKey> keys;

    /** {@code purpose} keeps the digests of different columns apart. */
    public BlindIndex(MasterKeys masters, String purpose) {
        keys = List.copyOf(masters.keysFor("index " + purpose, ALGORITHM).values());
    }

    /** What is stored with a new value. */
    public String of(String value) {
        return digest(keys.getFirst(), value);
    }

    /** What may be stored with this value: the digest by every key, the newest first. */
    public List<String> all(String value) {
        return keys.stream().map(key -> digest(key, value)).toList();
    }

    private static String digest(SecretKey key, String value) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(value.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
