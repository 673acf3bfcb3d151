package dev.plinth.sandbox.resource;

import dev.plinth.sandbox.state.StateStore;
import dev.plinth.sandbox.state.StoredResource;
import dev.plinth.sandbox.value.Properties;
import dev.plinth.sandbox.value.Value;
import dev.plinth.sandbox.value.Value.Fields;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The names of machines: the program's name of the resource, with something behind it when that is taken. */
public final class MachineNames {
    private static final String NOTE = "__machine";
    private static final int LENGTH_MAX = 60;
    private static final int DIGITS = 4;
    private final Map<String, String> owners = new ConcurrentHashMap<>();

    /** The names that the state's resources have. */
    public MachineNames(StateStore state) {
        state.all().forEach(resource -> find(resource.outputs()).forEach(name -> owners.put(name, owner(resource))));
    }

    /** A note with a name that nobody else has; the same incarnation gets the same name again. */
    public Fields claim(Desired desired) {
        var owner = desired.urn().value() + "#" + desired.generation();
        var plain = plain(desired.urn().name());
        var name = Stream.of(plain, plain + "-" + desired.digits(DIGITS))
                .filter(candidate -> owner.equals(owners.computeIfAbsent(candidate, ignored -> owner)))
                .findFirst()
                .orElseThrow(() -> new SandboxException("the machine name %s is taken twice".formatted(plain)));
        return new Fields(Map.of(NOTE, Value.text(name)));
    }

    /** The machine of a resource. */
    public static String of(StoredResource resource) {
        return find(resource.outputs())
                .findFirst()
                .orElseThrow(() -> new SandboxException("%s has no machine in the sandbox's state"
                        .formatted(resource.urn().described())));
    }

    /** The machine that a note names. */
    public static String in(Fields note) {
        return find(note).findFirst().orElseThrow();
    }

    /** Frees the name of a resource that is no more. */
    public void release(StoredResource resource) {
        find(resource.outputs()).forEach(name -> owners.remove(name, owner(resource)));
    }

    private static Stream<String> find(Fields notes) {
        return new Properties(notes).text(NOTE).stream();
    }

    private static String owner(StoredResource resource) {
        return resource.urn().value() + "#" + resource.generation();
    }

    private static String plain(String name) {
        var plain =
                name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.-]+", "-").replaceAll("^[.-]+", "");
        return plain.isEmpty() ? "machine" : plain.substring(0, Math.min(plain.length(), LENGTH_MAX));
    }
}
