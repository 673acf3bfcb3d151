package dev.plinth.app.http.compression;

import dev.plinth.app.values.Digests;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * The compressed forms of the bodies that were sent last, found by a digest of what was compressed, so that none is ever
 * out of date. A digest takes a small part of the time that compressing does. Safe for use by many threads.
 */
final class CompressedBodies {
    private final long bytesMax;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Key, byte[]> bodies = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    private record Key(Coding coding, ByteBuffer digest) {}

    CompressedBodies(long bytesMax) {
        this.bytesMax = bytesMax;
    }

    /** What the function makes of the body, now or before. */
    byte[] get(Coding coding, byte[] plain, Function<byte[], byte[]> compress) {
        var key = new Key(coding, ByteBuffer.wrap(Digests.sha256().digest(plain)));
        lock.lock();
        try {
            byte[] known = bodies.get(key);
            if (known != null) {
                return known;
            }
        } finally {
            lock.unlock();
        }
        byte[] compressed = compress.apply(plain);
        keep(key, compressed);
        return compressed;
    }

    private void keep(Key key, byte[] compressed) {
        lock.lock();
        try {
            if (bodies.putIfAbsent(key, compressed) == null) {
                bytes += compressed.length;
            }
            var oldest = bodies.entrySet().iterator();
            while (bytes > bytesMax && oldest.hasNext()) {
                bytes -= oldest.next().getValue().length;
                oldest.remove();
            }
        } finally {
            lock.unlock();
        }
    }
}
