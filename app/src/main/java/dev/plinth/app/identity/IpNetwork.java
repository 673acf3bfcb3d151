package dev.plinth.app.identity;

import dev.plinth.app.values.InvalidValueException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A range of addresses, such as {@code 10.1.0.0/16} or {@code 2001:db8::/32} (RFC 4632). */
public record IpNetwork(String value) {
    private static final Pattern SHAPE = Pattern.compile("([0-9A-Fa-f.:]{2,45})/([0-9]{1,3})");

    /** What is read as an address without asking a name server. */
    private static final Pattern LITERAL =
            Pattern.compile("[0-9]{1,3}(?:\\.[0-9]{1,3}){3}|[0-9A-Fa-f.]*:[0-9A-Fa-f:.]*");

    public IpNetwork {
        Matcher parts = SHAPE.matcher(value);
        Optional<byte[]> base = parts.matches() ? bytes(parts.group(1)) : Optional.empty();
        if (base.isEmpty() || Integer.parseInt(parts.group(2)) > base.get().length * Byte.SIZE) {
            throw new InvalidValueException("must be a range of addresses, such as 10.1.0.0/16 or 2001:db8::/32");
        }
    }

    public boolean contains(String address) {
        int slash = value.indexOf('/');
        byte[] base = bytes(value.substring(0, slash)).orElseThrow();
        int bits = Integer.parseInt(value.substring(slash + 1));
        return bytes(address)
                .filter(found -> found.length == base.length && sameStart(base, found, bits))
                .isPresent();
    }

    private static boolean sameStart(byte[] one, byte[] other, int bits) {
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> bit % Byte.SIZE;
            if ((one[bit / Byte.SIZE] & mask) != (other[bit / Byte.SIZE] & mask)) {
                return false;
            }
        }
        return true;
    }

    private static Optional<byte[]> bytes(String address) {
        if (!LITERAL.matcher(address).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(address).getAddress());
        } catch (UnknownHostException noAddress) {
            return Optional.empty();
        }
    }
}
