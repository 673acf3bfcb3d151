package dev.plinth.ops.release;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.plinth.ops.Failure;
import dev.plinth.ops.console.Json;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The records of an environment's releases, and its lock: the same for everybody who releases to it. */
final class Records {
    private static final String FOLDER = "releases/";
    private static final String LOCK = FOLDER + "lock.json";
    private static final String END = ".json";
    private static final String WISH_END = ".wish";

    private final RecordStore store;

    Records(RecordStore store) {
        this.store = store;
    }

    void save(ReleaseRecord record) {
        store.write(key(record.id()), Json.print(RecordJson.write(record)));
    }

    Optional<ReleaseRecord> find(String id) {
        return store.read(key(id)).map(text -> RecordJson.read(parse(text)));
    }

    /** The newest releases, the newest first. */
    Stream<ReleaseRecord> newest() {
        var keys = store.keys(FOLDER).stream()
                .filter(key -> key.endsWith(END) && !key.equals(LOCK))
                .toList();
        return keys.reversed().stream()
                .map(store::read)
                .flatMap(Optional::stream)
                .map(text -> RecordJson.read(parse(text)));
    }

    Optional<ReleaseRecord> last() {
        return newest().findFirst();
    }

    Optional<Lock> lock() {
        return store.read(LOCK).map(text -> readLock(parse(text)));
    }

    /** Takes the lock, or tells who has it. */
    void take(Lock lock) {
        if (store.writeNew(LOCK, Json.print(write(lock)))) {
            return;
        }
        var other = lock();
        throw Failure.failed(
                other.map(Lock::toString).orElse("somebody else has just taken the lock of releases"),
                other.flatMap(Lock::release).isPresent()
                        ? List.of("how it goes: plinth release status").toArray(String[]::new)
                        : List.of("it is for no release; who put it there takes it away: plinth release unlock")
                                .toArray(String[]::new));
    }

    /** Puts the lock in place of whatever is there. */
    void replace(Lock lock) {
        store.write(LOCK, Json.print(write(lock)));
    }

    void unlock() {
        store.delete(LOCK);
    }

    void wish(String id, Wish wish) {
        store.write(FOLDER + id + WISH_END, wish.name());
    }

    /** What is wished, once: it is forgotten when it was told. */
    Optional<Wish> takeWish(String id) {
        var key = FOLDER + id + WISH_END;
        var wish = store.read(key).map(Wish::valueOf);
        wish.ifPresent(told -> store.delete(key));
        return wish;
    }

    private static String key(String id) {
        return FOLDER + id + END;
    }

    private static JsonNode write(Lock lock) {
        var json = Json.object()
                .put("message", lock.message())
                .put("since", lock.since().toString());
        json.set("who", RecordJson.write(lock.who()));
        lock.release().ifPresent(release -> json.put("release", release));
        return json;
    }

    private static Lock readLock(JsonNode json) {
        return new Lock(
                RecordJson.readHolder(json.path("who")),
                json.path("message").asText(),
                RecordJson.instant(json.path("since")),
                Optional.ofNullable(json.path("release").asText(null)));
    }

    private static JsonNode parse(String text) {
        try {
            return Json.mapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw Failure.failed("a record of a release is no JSON", e.getOriginalMessage());
        }
    }
}
