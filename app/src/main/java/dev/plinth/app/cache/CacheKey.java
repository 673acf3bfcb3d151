package dev.plinth.app.cache;

import dev.plinth.app.values.Digests;
import java.util.HexFormat;

/**
 * What an answer is kept under.
 *
 * @param kind of answers, for the counts
 * @param name of the answer among those of its kind; whatever it depends on is part of it, as who may see it
 * @param stamp what makes it outdated when it is renewed
 */
public record CacheKey(String kind, String name, String stamp) {
    /** The same for a name that may be long: only a digest of it is kept. */
    public static CacheKey digested(String kind, String name, String stamp) {
        return new CacheKey(kind, HexFormat.of().formatHex(Digests.sha256(name)), stamp);
    }

    String entry() {
        return "entry:%s:%s".formatted(kind, name);
    }

    /** Names one making of the answer: after its stamp was renewed it is another one. */
    String making(long generation) {
        return "making:%s:%s:%d".formatted(kind, name, generation);
    }

    String stampKey() {
        return stampKey(stamp);
    }

    static String stampKey(String stamp) {
        return "stamp:" + stamp;
    }
}
