package dev.plinth.sandbox.postgres;

import dev.plinth.sandbox.disk.Disk;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A server's finished WAL segments, in the order of their names. */
record Archive(Path folder) {
    private static final Pattern SEGMENT = Pattern.compile("[0-9A-F]{24}");
    private static final Pattern SEGMENT_OR_NOTE = Pattern.compile("[0-9A-F]{24}(\\..*)?");
    private static final Pattern TORN = Pattern.compile("archtemp\\..*");
    private static final int TIMELINE_DIGITS = 8;
    private static final int SEGMENT_DIGITS = 24;
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
    private static final int BLOCK = 64 << 10;

    boolean holds(String segment) {
        return Files.exists(folder.resolve(segment));
    }

    /** The segments behind this one; all of them behind the empty name. */
    List<String> after(String segment) throws IOException {
        return names(SEGMENT).stream()
                .filter(name -> name.compareTo(segment) > 0)
                .toList();
    }

    Optional<String> last() throws IOException {
        return names(SEGMENT).stream().max(Comparator.naturalOrder());
    }

    /** Deletes what is older than this segment, of whichever timeline. */
    void forgetBefore(String segment) throws IOException {
        var place = place(segment);
        for (String name : names(SEGMENT_OR_NOTE)) {
            if (place(name).compareTo(place) < 0) {
                Disk.delete(folder.resolve(name));
            }
        }
    }

    /** Deletes what PostgreSQL left of segments that it could not copy, such as on a full disk, before that moment. */
    void forgetTorn(Instant before) throws IOException {
        for (String name : names(TORN)) {
            forgetTorn(folder.resolve(name), before);
        }
    }

    /** A segment that time ended, not size, is zeros to its end: from now on they take no room on the disk. */
    void thin(String segment) throws IOException {
        var file = folder.resolve(segment);
        // Dot files are none of the archive's.
        var thin = folder.resolve("." + segment + ".thin");
        try (var full = new RandomAccessFile(file.toFile(), "r");
                var copy = new RandomAccessFile(thin.toFile(), "rw")) {
            var block = new byte[BLOCK];
            copy.setLength(full.length());
            for (int read = full.read(block); read > 0; read = full.read(block)) {
                if (!isZero(block, read)) {
                    copy.seek(full.getFilePointer() - read);
                    copy.write(block, 0, read);
                }
            }
            Files.setPosixFilePermissions(thin, OWNER_ONLY);
            copy.getFD().sync();
        } catch (IOException e) {
            // There may be no room for it, and the less so while it stays.
            Files.deleteIfExists(thin);
            throw e;
        }
        Files.move(thin, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void forgetTorn(Path file, Instant before) throws IOException {
        try {
            if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                Disk.delete(file);
            }
        } catch (NoSuchFileException e) {
            // It is a whole meanwhile.
            return;
        }
    }

    private List<String> names(Pattern pattern) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> pattern.matcher(name).matches())
                    .sorted()
                    .toList();
        }
    }

    private static boolean isZero(byte[] block, int length) {
        for (int index = 0; index < length; index++) {
            if (block[index] != 0) {
                return false;
            }
        }
        return true;
    }

    private static String place(String name) {
        return name.substring(TIMELINE_DIGITS, SEGMENT_DIGITS);
    }
}
