package dev.plinth.ops.release;

import dev.plinth.ops.cloud.Objects;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Records in a bucket. */
final class BucketStore implements RecordStore {
    private static final String JSON = "application/json";

    private final Objects objects;

    BucketStore(Objects objects) {
        this.objects = objects;
    }

    @Override
    public Optional<String> read(String key) {
        return objects.read(key).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    @Override
    public void write(String key, String json) {
        objects.write(key, json.getBytes(StandardCharsets.UTF_8), JSON);
    }

    @Override
    public boolean writeNew(String key, String json) {
        return objects.writeNew(key, json.getBytes(StandardCharsets.UTF_8), JSON);
    }

    @Override
    public List<String> keys(String prefix) {
        return objects.list(prefix).stream().map(Objects.Entry::key).toList();
    }

    @Override
    public void delete(String key) {
        objects.delete(key);
    }
}
