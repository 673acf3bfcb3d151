package dev.plinth.ops.release;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** A bucket in memory. */
final class MemoryStore implements RecordStore {
    private final TreeMap<String, String> objects = new TreeMap<>();

    @Override
    public Optional<String> read(String key) {
        return Optional.ofNullable(objects.get(key));
    }

    @Override
    public void write(String key, String json) {
        objects.put(key, json);
    }

    @Override
    public boolean writeNew(String key, String json) {
        return objects.putIfAbsent(key, json) == null;
    }

    @Override
    public List<String> keys(String prefix) {
        return objects.keySet().stream().filter(key -> key.startsWith(prefix)).toList();
    }

    @Override
    public void delete(String key) {
        objects.remove(key);
    }
}
