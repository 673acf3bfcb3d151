package dev.plinth.sandbox.aws;

import dev.plinth.sandbox.state.StateStore;
import dev.plinth.sandbox.state.StoredResource;
import dev.plinth.sandbox.value.Properties;
import dev.plinth.sandbox.value.Value;
import dev.plinth.sandbox.value.Value.Fields;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The database instances of the state, and what one has of another. */
public record DatabaseInstances(StateStore state) {
    static final String ALLOCATED = "allocatedStorage";
    private static final String ENCRYPTED = "storageEncrypted";
    private static final List<String> INHERITED =
            List.of("engine", "engineVersion", "engineVersionActual", "username", "dbName");

    public List<StoredResource> all() {
        return state.ofType(DatabaseInstance.TOKEN).stream()
                .filter(StoredResource::ready)
                .toList();
    }

    /** The instance of that identifier, ARN or resource identifier. */
    public Optional<StoredResource> named(String name) {
        return state.ofType(DatabaseInstance.TOKEN).stream()
                .filter(instance -> {
                    var outputs = new Properties(instance.outputs());
                    return Stream.of("identifier", "arn", "resourceId")
                            .anyMatch(property ->
                                    outputs.text(property).filter(name::equals).isPresent());
                })
                .findFirst();
    }

    /** What an instance has of the one that its data is from. */
    static Fields inherited(Fields source) {
        var inherited = INHERITED.stream()
                .filter(name -> source.find(name).isPresent())
                .collect(
                        Collectors.toMap(name -> name, name -> source.find(name).orElseThrow()));
        source.find(ALLOCATED).ifPresent(storage -> inherited.put(ALLOCATED, storage));
        return new Fields(inherited);
    }

    /** What a snapshot keeps of its instance: texts that {@link #remembered} reads. */
    public static Map<String, String> facts(StoredResource instance) {
        var outputs = new Properties(instance.outputs());
        var facts = new TreeMap<String, String>();
        INHERITED.forEach(name -> outputs.text(name).ifPresent(text -> facts.put(name, text)));
        facts.put(ENCRYPTED, String.valueOf(outputs.truth(ENCRYPTED)));
        outputs.whole(ALLOCATED).ifPresent(storage -> facts.put(ALLOCATED, String.valueOf(storage)));
        for (var name : List.of("identifier", "arn", "resourceId")) {
            outputs.text(name).ifPresent(text -> facts.put(name, text));
        }
        return facts;
    }

    /** Whether the instance that these are facts of was declared encrypted, as its snapshots are then. */
    public static boolean isEncrypted(Map<String, String> facts) {
        return Boolean.parseBoolean(facts.get(ENCRYPTED));
    }

    static Fields remembered(Map<String, String> facts) {
        var fields = new TreeMap<String, Value>();
        INHERITED.stream()
                .filter(facts::containsKey)
                .forEach(name -> fields.put(name, Value.text(facts.getOrDefault(name, ""))));
        Optional.ofNullable(facts.get(ALLOCATED))
                .ifPresent(storage -> fields.put(ALLOCATED, Value.number(Integer.parseInt(storage))));
        return new Fields(fields);
    }
}
