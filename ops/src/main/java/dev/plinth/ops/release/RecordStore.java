package dev.plinth.ops.release;

import java.util.List;
import java.util.Optional;

/** Where records are kept: texts by key. */
public interface RecordStore {
    Optional<String> read(String key);

    void write(String key, String json);

    /** Writes what is not there; false when it is. */
    boolean writeNew(String key, String json);

    /** The keys that begin so, in their order. */
    List<String> keys(String prefix);

    void delete(String key);
}
