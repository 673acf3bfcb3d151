package dev.plinth.sandbox.machine;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;

/**
 * Gives every owner a loopback address of its own (127.77.x.y) on which its ports are free, and remembers it on disk.
 *
 * <p>Safe for use by several threads of the one daemon that owns the state folder.
 */
public final class AddressBook {
    private AddressBook() {}

    /** Opens the book kept in this file, which need not exist yet. */
    public static AddressBook open(Path file) {
        return Pending.of(file.toString());
    }

    /** The owner's address: the one it has already if it claimed the same ports, else a new one. */
    public Claim claim(String owner, Collection<Integer> wantedPorts) {
        return Pending.of(owner + wantedPorts);
    }

    public Optional<Claim> find(String owner) {
        return Pending.of(owner);
    }

    public void release(String owner) {
        Pending.of(owner);
    }
}
