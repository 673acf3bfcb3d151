package dev.plinth.ops.site;

import dev.plinth.ops.Failure;
import dev.plinth.ops.cloud.Objects;
import dev.plinth.ops.cloud.Objects.Entry;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The releases in the site's bucket. A file that is there is never written again. */
final class SiteReleases {
    /** Where the CDN looks for them (decision 0082). */
    private static final String RELEASES = "releases/";

    /** Beside them, where the CDN serves nothing from. */
    private static final String MANIFESTS = "manifests/";

    private static final String END = ".json";

    private final Objects objects;

    SiteReleases(Objects objects) {
        this.objects = objects;
    }

    /**
     * A release in the bucket.
     *
     * @param whole false for what an interrupted upload has left
     */
    record Found(String version, int files, long bytes, Instant published, boolean whole) {}

    Optional<SiteManifest> find(String version) {
        var key = manifest(version);
        return objects.read(key).map(content -> SiteManifest.read(key, content));
    }

    /** All of them, the newest first. */
    List<Found> all() {
        var whole =
                new HashSet<>(objects.list(MANIFESTS).stream().map(Entry::key).toList());
        return objects.list(RELEASES).stream()
                .filter(entry -> entry.key().indexOf('/', RELEASES.length()) > 0)
                .collect(Collectors.groupingBy(entry ->
                        entry.key().substring(RELEASES.length(), entry.key().indexOf('/', RELEASES.length()))))
                .entrySet()
                .stream()
                .map(release -> found(release.getKey(), release.getValue(), whole.contains(manifest(release.getKey()))))
                .sorted(Comparator.comparing(Found::published).reversed().thenComparing(Found::version))
                .toList();
    }

    /** Puts a file where none is. One that an interrupted upload left there must be the same. */
    void upload(String version, SiteFile file, byte[] content) {
        var key = key(version, file);
        if (!objects.writeNew(key, content, file.contentType(), file.caching())) {
            verify(version, file);
        }
    }

    /** Reads a file back, and fails unless every byte is what was published. */
    void verify(String version, SiteFile file) {
        var key = key(version, file);
        var found = objects.read(key).map(Checksum::of).orElse("nothing");
        if (!found.equals(file.sha256())) {
            throw Failure.failed(
                    "%s in the bucket is not what is published; what is live was not changed".formatted(key),
                    "expected sha256 %s, found %s".formatted(file.sha256(), found),
                    "a release never changes: publish under another version");
        }
    }

    /** Declares a release whole. */
    void complete(SiteManifest manifest) {
        if (!objects.writeNew(
                manifest(manifest.version()), manifest.write(), "application/json", SiteFile.ASKED_ABOUT)) {
            throw Failure.failed(
                    "somebody else has just published %s; what is live was not changed".formatted(manifest.version()),
                    "make it live with: plinth site rollback " + manifest.version());
        }
    }

    private static Found found(String version, List<Entry> files, boolean whole) {
        return new Found(
                version,
                files.size(),
                files.stream().mapToLong(Entry::bytes).sum(),
                files.stream()
                        .map(Entry::changed)
                        .max(Comparator.naturalOrder())
                        .orElseThrow(),
                whole);
    }

    private static String key(String version, SiteFile file) {
        return RELEASES + version + "/" + file.path();
    }

    private static String manifest(String version) {
        return MANIFESTS + version + END;
    }
}
