package dev.plinth.sandbox.api;

import dev.plinth.sandbox.bucket.Buckets.Upload;
import dev.plinth.sandbox.bucket.Etags;
import dev.plinth.sandbox.bucket.ObjectFacts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What S3 does with objects that come in: whole or not at all, and only where the request's conditions hold. */
record ObjectUploads(Storage storage) {
    private static final String TYPE = "binary/octet-stream";
    private static final String ENCODING = "Content-Encoding";
    private static final String CHUNKED = "aws-chunked";
    private static final String METADATA = "x-amz-meta-";
    private static final Set<String> KEPT = Set.of("content-disposition", "content-language");

    /** Puts what the request brings; the answer is its entity tag. */
    String put(RestRequest request) {
        storage.bucket(request.part("bucket"));
        return store(request, content(request), facts(request));
    }

    /** Puts a copy of another object, with what that says of itself or with what the request says; its tag too. */
    String copy(RestRequest request) {
        var place = URLDecoder.decode(request.header("x-amz-copy-source").orElse(""), StandardCharsets.UTF_8)
                .replaceFirst("^/", "")
                .split("/", 2);
        if (place.length < 2 || place[1].contains("?versionId=")) {
            throw ApiException.invalid(
                    "InvalidArgument", "x-amz-copy-source: expected BUCKET/KEY; the sandbox keeps no versions");
        }
        var source = storage.object(place[0], place[1]);
        boolean replaced = request.header("x-amz-metadata-directive")
                .filter("REPLACE"::equals)
                .isPresent();
        var facts = replaced ? facts(request) : source.facts();
        try (var content = Files.newInputStream(source.file())) {
            return store(request, content, facts);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + source.file(), e);
        }
    }

    private String store(RestRequest request, InputStream content, ObjectFacts facts) {
        var bucket = request.part("bucket");
        var key = Storage.checked(request.part("key"));
        // Tagged as it comes: when it is there, the next may already replace it.
        var tagged = Etags.tagging(content);
        if (!storage.buckets().put(bucket, key, new Upload(tagged, Optional.of(facts)), condition(request))) {
            throw new ApiException(
                    412,
                    "PreconditionFailed",
                    "the bucket %s %s"
                            .formatted(
                                    bucket,
                                    request.header("If-None-Match").isPresent()
                                            ? "has %s already".formatted(key)
                                            : "does not have %s with this entity tag".formatted(key)));
        }
        return Etags.tag(tagged);
    }

    private Predicate<Optional<Path>> condition(RestRequest request) {
        var absent = request.header("If-None-Match");
        if (absent.filter(value -> !value.equals("*")).isPresent()) {
            throw new ApiException(501, "NotImplemented", "If-None-Match: a put takes * only, found " + absent.get());
        }
        if (absent.isPresent()) {
            return Optional::isEmpty;
        }
        return request.header("If-Match")
                .<Predicate<Optional<Path>>>map(tag ->
                        present -> present.filter(file -> same(storage.etags().of(file), tag))
                                .isPresent())
                .orElse(present -> true);
    }

    private static boolean same(String etag, String given) {
        return etag.replace("\"", "").equals(given.replace("\"", ""));
    }

    private static InputStream content(RestRequest request) {
        boolean chunked = request.header(ENCODING)
                        .filter(value -> value.contains(CHUNKED))
                        .isPresent()
                || request.header("x-amz-content-sha256")
                        .filter(value -> value.startsWith("STREAMING-"))
                        .isPresent();
        return chunked ? new ChunkedBody(request.body()) : request.body();
    }

    private static ObjectFacts facts(RestRequest request) {
        Map<String, String> others = new TreeMap<>();
        request.headers().forEach((name, value) -> {
            var lower = name.toLowerCase(Locale.ROOT);
            if (lower.startsWith(METADATA) || KEPT.contains(lower)) {
                others.put(lower, value);
            }
        });
        var encoding = request.header(ENCODING).stream()
                .flatMap(value -> Stream.of(value.split(",", -1)))
                .map(String::strip)
                .filter(value -> !value.isEmpty() && !value.equals(CHUNKED))
                .collect(Collectors.joining(","));
        if (!encoding.isEmpty()) {
            others.put(ENCODING, encoding);
        }
        return new ObjectFacts(
                request.header("Content-Type").orElse(TYPE),
                request.header("Cache-Control").orElse(null),
                others);
    }
}
