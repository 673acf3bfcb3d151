package dev.plinth.sandbox.api;

import dev.plinth.sandbox.bucket.Buckets;
import dev.plinth.sandbox.bucket.Etags;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** S3 by paths: the objects of the buckets' folders, as everything else in the sandbox sees them too. */
final class ObjectService {
    /** RFC 9110, section 5.6.7. */
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private static final String NAMESPACE = "http://s3.amazonaws.com/doc/2006-03-01/";
    private static final String BUCKET = "/{bucket}";
    private static final String OBJECT = "/{bucket}/{key+}";
    private static final int KEYS_MAX = 1000;
    /** Some clients say in it which call they make. */
    private static final String CALL = "x-id";

    private static final Set<String> LISTING = Set.of(
            "list-type",
            "prefix",
            "delimiter",
            "max-keys",
            "continuation-token",
            "start-after",
            "encoding-type",
            "fetch-owner",
            CALL);

    private final Storage storage;
    private final ObjectUploads uploads;

    ObjectService(Buckets buckets) {
        this.storage = new Storage(buckets, new Etags());
        this.uploads = new ObjectUploads(storage);
    }

    ApiService service() {
        Predicate<RestRequest> plain =
                request -> Set.of(CALL).containsAll(request.query().keySet());
        Predicate<RestRequest> whole =
                plain.and(request -> request.header("Range").isEmpty());
        Predicate<RestRequest> copy =
                request -> request.header("x-amz-copy-source").isPresent();
        Predicate<RestRequest> listing =
                request -> request.query("list-type").filter("2"::equals).isPresent()
                        && LISTING.containsAll(request.query().keySet());
        return new ApiService.Rest(
                "s3",
                true,
                List.of(
                        new RestAction("HeadBucket", "HEAD", BUCKET, plain, (request, caller) -> head(request)),
                        new RestAction("ListObjectsV2", "GET", BUCKET, listing, (request, caller) -> list(request)),
                        new RestAction("GetObject", "GET", OBJECT, whole, (request, caller) -> get(request)),
                        new RestAction("HeadObject", "HEAD", OBJECT, whole, (request, caller) -> get(request)),
                        new RestAction(
                                "CopyObject", "PUT", OBJECT, plain.and(copy), (request, caller) -> copy(request)),
                        new RestAction("PutObject", "PUT", OBJECT, plain, (request, caller) -> put(request)),
                        new RestAction("DeleteObject", "DELETE", OBJECT, plain, (request, caller) -> delete(request))));
    }

    private ApiAnswer head(RestRequest request) {
        storage.bucket(request.part("bucket"));
        return ApiAnswer.empty(200, Map.of());
    }

    private ApiAnswer get(RestRequest request) {
        var object = storage.object(request.part("bucket"), request.part("key"));
        var headers = new TreeMap<>(object.facts().others());
        headers.put("Content-Type", object.facts().contentType());
        headers.put("ETag", object.etag());
        headers.put("Last-Modified", DATE.format(object.modified()));
        object.facts().cached().ifPresent(control -> headers.put("Cache-Control", control));
        return new ApiAnswer(
                200, headers, new ApiAnswer.Body(object.size(), () -> Files.newInputStream(object.file())));
    }

    private ApiAnswer put(RestRequest request) {
        var etag = uploads.put(request);
        return ApiAnswer.empty(200, Map.of("ETag", etag));
    }

    private ApiAnswer copy(RestRequest request) {
        var etag = uploads.copy(request);
        var result = Xml.element("CopyObjectResult", Xml.text("ETag", etag), Xml.text("LastModified", Instant.now()));
        return ApiAnswer.text(200, "application/xml", result.document(NAMESPACE));
    }

    private ApiAnswer delete(RestRequest request) {
        var bucket = request.part("bucket");
        storage.bucket(bucket);
        storage.buckets().removeObject(bucket, Storage.checked(request.part("key")));
        return ApiAnswer.empty(204, Map.of());
    }

    private ApiAnswer list(RestRequest request) {
        var bucket = storage.bucket(request.part("bucket"));
        var wish = wish(request);
        var page = ObjectListing.of(bucket.keys(), wish);
        boolean encoded = request.query("encoding-type").isPresent();
        var result = new ArrayList<Xml>();
        result.add(Xml.text("Name", request.part("bucket")));
        result.add(Xml.text("Prefix", name(wish.prefix(), encoded)));
        result.add(Xml.text("MaxKeys", wish.max()));
        result.add(Xml.text("KeyCount", page.keys().size() + page.prefixes().size()));
        result.add(Xml.text("IsTruncated", page.next().isPresent()));
        page.next().ifPresent(last -> result.add(Xml.text("NextContinuationToken", token(last))));
        if (encoded) {
            result.add(Xml.text("EncodingType", "url"));
        }
        page.keys()
                .forEach(key ->
                        storage.find(bucket, key).ifPresent(object -> result.add(content(name(key, encoded), object))));
        page.prefixes()
                .forEach(common ->
                        result.add(Xml.element("CommonPrefixes", Xml.text("Prefix", name(common, encoded)))));
        var document = Xml.element("ListBucketResult", result).document(NAMESPACE);
        return ApiAnswer.text(200, "application/xml", document);
    }

    private static ObjectListing.Wish wish(RestRequest request) {
        int max = Math.min(
                KEYS_MAX, request.query("max-keys").map(ObjectService::whole).orElse(KEYS_MAX));
        var after = request.query("continuation-token")
                .map(token -> new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8))
                .or(() -> request.query("start-after"))
                .orElse("");
        var prefix = request.query("prefix").orElse("");
        return new ObjectListing.Wish(prefix, request.query("delimiter").orElse(""), after, max);
    }

    private static Xml content(String key, Storage.Found object) {
        return Xml.element(
                "Contents",
                Xml.text("Key", key),
                Xml.text("LastModified", object.modified()),
                Xml.text("ETag", object.etag()),
                Xml.text("Size", object.size()),
                Xml.text("StorageClass", "STANDARD"));
    }

    private static int whole(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw ApiException.invalid("InvalidArgument", "max-keys: expected a number, found " + text);
        }
    }

    private static String name(String key, boolean encoded) {
        return encoded
                ? URLEncoder.encode(key, StandardCharsets.UTF_8)
                        .replace("+", "%20")
                        .replace("%2F", "/")
                : key;
    }

    private static String token(String last) {
        return Base64.getUrlEncoder().encodeToString(last.getBytes(StandardCharsets.UTF_8));
    }
}
