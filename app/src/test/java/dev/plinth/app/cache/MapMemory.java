package dev.plinth.app.cache;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A memory in this process that can be switched off; it keeps everything for ever. */
final class MapMemory implements SharedMemory {
    private final Map<String, byte[]> values = new ConcurrentHashMap<>();
    private volatile boolean on = true;

    void set(boolean wanted) {
        on = wanted;
    }

    /** What eviction does. */
    void lose(String key) {
        values.remove(key);
    }

    @Override
    public boolean isUp() {
        return on;
    }

    @Override
    public Optional<List<Value>> read(List<String> keys) {
        return on ? Optional.of(keys.stream().map(this::value).toList()) : Optional.empty();
    }

    @Override
    public void write(String key, byte[] value, Duration time) {
        if (on) {
            values.put(key, value);
        }
    }

    @Override
    public boolean overwrite(String key, byte[] value, Duration time) {
        write(key, value, time);
        return on;
    }

    @Override
    public Optional<Value> writeFirst(String key, byte[] value, Duration time) {
        return on
                ? Optional.of(Optional.ofNullable(values.putIfAbsent(key, value))
                        .<Value>map(Value.Some::new)
                        .orElseGet(Value.None::new))
                : Optional.empty();
    }

    @Override
    public void remove(String key) {
        values.remove(key);
    }

    private Value value(String key) {
        return Optional.ofNullable(values.get(key)).<Value>map(Value.Some::new).orElseGet(Value.None::new);
    }
}
