package dev.plinth.sandbox.proxy.process;

import dev.plinth.sandbox.bucket.BucketFolder;
import dev.plinth.sandbox.bucket.ObjectFacts;
import dev.plinth.sandbox.proxy.Behaviour.Forwarding;
import dev.plinth.sandbox.proxy.OriginSettings;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.net.http.HttpRequest.BodyPublisher;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The objects of a bucket, as S3 gives them to a CDN that signs its requests. */
final class FilesOrigin implements Origin {
    /** RFC 9110, section 5.6.7. */
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private static final String XML = "application/xml";
    private final BucketFolder bucket;
    private final String prefix;
    private final Predicate<String> readable;
    private final boolean listable;

    FilesOrigin(OriginSettings.Files settings) {
        this.bucket = new BucketFolder(settings.bucket());
        this.prefix = settings.prefix();
        this.readable = Conditions.any(settings.access().readable());
        this.listable = settings.access().listable();
    }

    @Override
    public OriginAnswer ask(ViewerRequest request, BodyPublisher body, Forwarding forwarding) {
        if (!bucket.exists()) {
            return error(503, "ServiceUnavailable");
        }
        if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
            return error(405, "MethodNotAllowed");
        }
        var key = key(prefix + request.uri());
        Optional<Path> file = readable.test(key) ? bucket.find(key) : Optional.empty();
        if (file.isEmpty()) {
            // Who may not list a bucket is not told what is missing in it.
            boolean missing = listable && bucket.find(key).isEmpty();
            return missing ? error(404, "NoSuchKey") : error(403, "AccessDenied");
        }
        try {
            return answer(request, file.get(), bucket.facts(key));
        } catch (IOException e) {
            return error(500, "InternalError");
        }
    }

    private static OriginAnswer answer(ViewerRequest request, Path file, ObjectFacts facts) throws IOException {
        var modified = Files.getLastModifiedTime(file);
        var etag = "\"%x-%x\"".formatted(modified.toMillis(), Files.size(file));
        var headers = new TreeMap<String, List<String>>();
        headers.put("Content-Type", List.of(facts.contentType()));
        headers.put("ETag", List.of(etag));
        headers.put("Last-Modified", List.of(DATE.format(modified.toInstant())));
        headers.put("Server", List.of("AmazonS3"));
        facts.others().forEach((name, value) -> headers.put(name, List.of(value)));
        facts.cached().ifPresent(control -> headers.put("Cache-Control", List.of(control)));
        if (request.headers().getOrDefault("If-None-Match", List.of()).contains(etag)) {
            return new OriginAnswer(304, headers, InputStream.nullInputStream());
        }
        headers.put("Content-Length", List.of(String.valueOf(Files.size(file))));
        return new OriginAnswer(
                200,
                headers,
                request.method().equals("HEAD") ? InputStream.nullInputStream() : Files.newInputStream(file));
    }

    private static OriginAnswer error(int status, String code) {
        return OriginAnswer.text(
                status,
                XML,
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>%s</Code></Error>".formatted(code));
    }

    private static String key(String path) {
        try {
            // A plus is a plus in a path.
            return URLDecoder.decode(path.substring(1).replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return path.substring(1);
        }
    }
}
