package dev.plinth.app.crypto;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Seals values for the database with AES-256-GCM under the newest master key, and opens what any of them sealed. A
 * sealed value is the id of its key (4 bytes), a random nonce (12 bytes), and the ciphertext with its tag. It opens
 * only in its own place: a value that was copied to another row or column does not.
 */
public final class Vault {
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int ID_BYTES = 4;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final Map<String, SecretKey> keys;
    private final String newest;
    private final SecureRandom random = new SecureRandom();

    public Vault(MasterKeys masters) {
        keys = masters.keysFor("seal", "AES");
        newest = keys.keySet().iterator().next();
    }

    /** The id of the key that seals. */
    public String newestKey() {
        return newest;
    }

    public byte[] seal(String place, String value) {
        return seal(place, value.getBytes(StandardCharsets.UTF_8));
    }

    public byte[] seal(String place, byte[] value) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] ciphertext = apply(Cipher.ENCRYPT_MODE, newest, nonce, place, value);
        return ByteBuffer.allocate(ID_BYTES + NONCE_BYTES + ciphertext.length)
                .put(HexFormat.of().parseHex(newest))
                .put(nonce)
                .put(ciphertext)
                .array();
    }

    public String openText(String place, byte[] sealed) {
        return new String(open(place, sealed), StandardCharsets.UTF_8);
    }

    /** Throws {@link UnreadableException} when no key opens it, or when it was sealed for another place. */
    public byte[] open(String place, byte[] sealed) {
        if (sealed.length < ID_BYTES + NONCE_BYTES) {
            throw new UnreadableException("A sealed value is cut off.");
        }
        String id = HexFormat.of().formatHex(sealed, 0, ID_BYTES);
        byte[] nonce = Arrays.copyOfRange(sealed, ID_BYTES, ID_BYTES + NONCE_BYTES);
        byte[] ciphertext = Arrays.copyOfRange(sealed, ID_BYTES + NONCE_BYTES, sealed.length);
        return apply(Cipher.DECRYPT_MODE, id, nonce, place, ciphertext);
    }

    private byte[] apply(int mode, String id, byte[] nonce, String place, byte[] input) {
        SecretKey key = keys.get(id);
        if (key == null) {
            throw new UnreadableException("MDL_KEYS lacks the key %s, by which a value was sealed.".formatted(id));
        }
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException foreign) {
            throw new UnreadableException("A sealed value was changed, or copied from another place.", foreign);
        }
    }
}
