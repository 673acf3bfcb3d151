package dev.plinth.app.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Looks up hosts for the client, and refuses those that lead where they must not. The client connects to what is
 * returned here and never looks up again, so that nobody can put another address under the name in between.
 */
final class AddressGuard implements DnsResolver {
    private final Targets targets;
    private final Lookup lookup;

    AddressGuard(Targets targets, Lookup lookup) {
        this.targets = targets;
        this.lookup = lookup;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] found = lookup.all(host);
        if (targets == Targets.PUBLIC && !allMatch(found, PublicAddresses::include)) {
            throw new RefusedTargetException("The host has an address that is not of the public internet.");
        }
        return found;
    }

    /** Throws when the address without TLS leads to another machine than this one. */
    void requireThisMachine(String host) throws UnknownHostException {
        if (targets == Targets.PUBLIC || !allMatch(lookup.all(host), InetAddress::isLoopbackAddress)) {
            throw new RefusedTargetException("The address must begin with https://.");
        }
    }

    private static boolean allMatch(InetAddress[] addresses, Predicate<InetAddress> test) {
        return addresses.length > 0 && Stream.of(addresses).allMatch(test);
    }

    /** The name is of no use here, and looking it up in reverse would tell others. */
    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    /** How names become addresses. */
    interface Lookup {
        InetAddress[] all(String host) throws UnknownHostException;
    }
}
