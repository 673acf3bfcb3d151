package dev.plinth.sandbox.machine;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Random secrets of the sandbox's own. */
public final class Secret {
    private static final int BYTES = 24;

    private Secret() {}

    /** 192 random bits as 48 hexadecimal digits, which no configuration file needs to quote. */
    public static String random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
