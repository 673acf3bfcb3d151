package dev.plinth.app.outbound;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * Tells addresses of the public internet from all others: this machine, private networks, what clouds serve their
 * metadata from, and whatever else IANA's registries of special-purpose addresses list.
 */
public final class PublicAddresses {
    private static final List<Block> SPECIAL = blocks(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4",
            // Of IPv6 these lie within what is given out to the public: Teredo and others, examples, 6to4.
            "2001::/23",
            "2001:db8::/32",
            "2002::/16",
            "3fff::/20");

    /** All of IPv6 that is given out to the public. */
    private static final Block GIVEN_OUT = block("2000::/3");

    /** Where a network translates to IPv4: the last four bytes tell where it really leads. */
    private static final Block TRANSLATED = block("64:ff9b::/96");

    private static final int IPV4_BYTES = 4;

    /** Whether a request to this address stays out of every network of our own. */
    public static boolean include(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (TRANSLATED.contains(bytes)) {
            return isPublic(Arrays.copyOfRange(bytes, bytes.length - IPV4_BYTES, bytes.length));
        }
        return isPublic(bytes) && (address instanceof Inet4Address || GIVEN_OUT.contains(bytes));
    }

    private static boolean isPublic(byte[] bytes) {
        return SPECIAL.stream().noneMatch(block -> block.contains(bytes));
    }

    private static List<Block> blocks(String... texts) {
        return Arrays.stream(texts).map(PublicAddresses::block).toList();
    }

    private static Block block(String text) {
        int slash = text.indexOf('/');
        try {
            return new Block(
                    InetAddress.getByName(text.substring(0, slash)), Integer.parseInt(text.substring(slash + 1)));
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** All addresses that begin with the same bits. */
    private record Block(InetAddress first, int bits) {
        boolean contains(byte[] address) {
            byte[] start = first.getAddress();
            if (start.length != address.length) {
                return false;
            }
            int whole = bits / Byte.SIZE;
            int rest = bits % Byte.SIZE;
            boolean same = Arrays.equals(start, 0, whole, address, 0, whole);
            return same && (rest == 0 || (start[whole] ^ address[whole]) >> (Byte.SIZE - rest) == 0);
        }
    }

    private PublicAddresses() {}
}
