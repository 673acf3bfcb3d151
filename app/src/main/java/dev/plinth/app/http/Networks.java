package dev.plinth.app.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;

/** What of an address belongs to one client. */
final class Networks {
    private static final int V6_BYTES = 16;
    private static final int V6_NETWORK_BYTES = 8;

    /** The address itself; of IPv6 only the first half, since the other half is for the client to choose. */
    static String of(String address) {
        if (!address.contains(":")) {
            return address;
        }
        try {
            // No name is looked up for what has a colon in it.
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return bytes.length == V6_BYTES ? HexFormat.of().formatHex(bytes, 0, V6_NETWORK_BYTES) + "::" : address;
        } catch (UnknownHostException malformed) {
            return "malformed";
        }
    }

    private Networks() {}
}
