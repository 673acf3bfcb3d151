package dev.plinth.sandbox.machine;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.plinth.sandbox.disk.Disk;
import dev.plinth.sandbox.disk.Json;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Gives every owner a loopback address of its own (127.77.x.y) on which its ports are free, and remembers it on disk.
 *
 * <p>Safe for use by several threads of the one daemon that owns the state folder.
 */
public final class AddressBook {
    private static final int OCTETS = 254;
    /** When the wanted ports are busy on this many unused addresses, they are busy on all. */
    private static final int ADDRESSES_TRIED = 4;

    private final Path file;
    private final Map<String, Claim> claims;

    private AddressBook(Path file, Map<String, Claim> claims) {
        this.file = file;
        this.claims = new TreeMap<>(claims);
    }

    /** Opens the book kept in this file, which need not exist yet. */
    public static AddressBook open(Path file) {
        var claims = Disk.read(file).map(text -> Json.parse(text, new TypeReference<Map<String, Claim>>() {}));
        return new AddressBook(file.toAbsolutePath(), claims.orElse(Map.of()));
    }

    /** The owner's address: the one it has already if it claimed the same ports, else a new one. */
    public synchronized Claim claim(String owner, Collection<Integer> wantedPorts) {
        var wanted = new TreeSet<Integer>(wantedPorts);
        Claim known = claims.get(owner);
        if (known != null && known.ports().keySet().equals(wanted)) {
            return known;
        }
        String host = unusedHosts()
                .limit(ADDRESSES_TRIED)
                .filter(candidate -> wanted.stream().allMatch(port -> Ports.free(candidate, port)))
                .findFirst()
                .orElseGet(this::anyUnusedHost);
        var claim = new Claim(owner, host, ports(host, wanted));
        claims.put(owner, claim);
        Json.write(file, claims);
        return claim;
    }

    public synchronized Optional<Claim> find(String owner) {
        return Optional.ofNullable(claims.get(owner));
    }

    public synchronized void release(String owner) {
        if (claims.remove(owner) != null) {
            Json.write(file, claims);
        }
    }

    private static SortedMap<Integer, Integer> ports(String host, Set<Integer> wanted) {
        var ports = new TreeMap<Integer, Integer>();
        for (int port : wanted) {
            int taken = Ports.candidates(port)
                    .filter(candidate -> candidate == port || !wanted.contains(candidate))
                    .filter(candidate -> !ports.containsValue(candidate))
                    .filter(candidate -> Ports.free(host, candidate))
                    .findFirst()
                    .orElseThrow(() -> new MachineException("no port from %d on is free".formatted(port)));
            ports.put(port, taken);
        }
        return ports;
    }

    private String anyUnusedHost() {
        return unusedHosts()
                .findFirst()
                .orElseThrow(() -> new MachineException("every address of 127.77.0.0/16 is in use"));
    }

    /** Each state folder starts in a network of its own, so that several sandboxes seldom meet. */
    private Stream<String> unusedHosts() {
        Set<String> used = claims.values().stream().map(Claim::host).collect(Collectors.toSet());
        int first = Math.floorMod(file.toString().hashCode(), OCTETS);
        return IntStream.range(0, OCTETS * OCTETS)
                .mapToObj(index -> "127.77.%d.%d".formatted(1 + (first + index / OCTETS) % OCTETS, 1 + index % OCTETS))
                .filter(host -> !used.contains(host));
    }
}
