package dev.plinth.app.changes;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.regex.Pattern;

/** The network that a client is in: as much of its address as is kept, because the whole is personal data. */
public record Network(String value) {
    /** For what the app does by itself. */
    public static final Network NONE = new Network("");

    // As much as the supervisors of data protection take for anonymous, and as providers hand out to one customer.
    private static final int IPV4_BYTES = 3;
    private static final int IPV6_BYTES = 6;

    /** What is read as an address without asking a name server. */
    private static final Pattern LITERAL =
            Pattern.compile("[0-9]{1,3}(?:\\.[0-9]{1,3}){3}|[0-9A-Fa-f.]*:[0-9A-Fa-f:.]*");

    /** The /24 of an IPv4 address, the /48 of an IPv6 address, and none of anything else. */
    public static Network of(String address) {
        if (!LITERAL.matcher(address).matches()) {
            return NONE;
        }
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            int kept = bytes.length == 4 ? IPV4_BYTES : IPV6_BYTES;
            Arrays.fill(bytes, kept, bytes.length, (byte) 0);
            return new Network(InetAddress.getByAddress(bytes).getHostAddress() + "/" + kept * Byte.SIZE);
        } catch (UnknownHostException noAddress) {
            return NONE;
        }
    }
}
