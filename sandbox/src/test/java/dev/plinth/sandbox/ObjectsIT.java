package dev.plinth.sandbox;

import static dev.plinth.sandbox.RunningCloud.outputs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.sandbox.proxy.Backend;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.MetadataDirective;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/** A stock client of S3 works with the buckets of the sandbox. */
final class ObjectsIT {
    private static final String BUCKET = "records";

    @TempDir
    private static Path folder = Path.of("");

    private static RunningCloud cloud;
    private static RunningApi api;
    private static S3Client signed;
    private static S3Client plain;

    @BeforeAll
    static void serve() throws IOException {
        cloud = new RunningCloud(folder);
        api = new RunningApi(cloud);
        cloud.create("aws:s3/bucketV2:BucketV2", BUCKET, "bucket", BUCKET);
        signed = api.client(S3Client.builder().forcePathStyle(true));
        plain = api.client(
                S3Client.builder().forcePathStyle(true).serviceConfiguration(s3 -> s3.chunkedEncodingEnabled(false)));
    }

    @AfterAll
    static void close() {
        signed.close();
        plain.close();
        api.close();
        cloud.close();
    }

    @Test
    void whatIsPutIsGotWithAllThatItSaysOfItself() {
        var text = "0123456789".repeat(30_000);
        var put = signed.putObject(
                request -> request.bucket(BUCKET)
                        .key("exports/1 + ä.json")
                        .contentType("application/json")
                        .cacheControl("no-store")
                        .metadata(Map.of("sha256", "abc")),
                RequestBody.fromString(text));

        var got = signed.getObjectAsBytes(request -> request.bucket(BUCKET).key("exports/1 + ä.json"));

        assertThat(got.asUtf8String()).isEqualTo(text);
        assertThat(got.response().contentType()).isEqualTo("application/json");
        assertThat(got.response().cacheControl()).isEqualTo("no-store");
        assertThat(got.response().metadata()).containsEntry("sha256", "abc");
        assertThat(got.response().eTag()).isEqualTo(put.eTag());
        var head = signed.headObject(request -> request.bucket(BUCKET).key("exports/1 + ä.json"));
        assertThat(head.contentLength()).isEqualTo(300_000);
        assertThat(head.lastModified()).isNotNull();
    }

    @Test
    void aBodyWithoutChunksIsTakenAsWell() {
        plain.putObject(request -> request.bucket(BUCKET).key("plain"), RequestBody.fromString("plain text"));

        assertThat(signed.getObjectAsBytes(request -> request.bucket(BUCKET).key("plain"))
                        .asUtf8String())
                .isEqualTo("plain text");
    }

    @Test
    void ofManyWhoMakeTheSameLockOneHasIt() throws Exception {
        var tries = new ArrayList<Callable<Integer>>();
        for (int attempt = 0; attempt < 8; attempt++) {
            int owner = attempt;
            tries.add(() -> lock("owner " + owner));
        }
        try (var threads = Executors.newFixedThreadPool(tries.size())) {
            var answers =
                    threads.invokeAll(tries).stream().map(Future::resultNow).toList();

            assertThat(answers)
                    .containsOnlyOnce(200)
                    .filteredOn(status -> status != 200)
                    .containsOnly(412);
        }
        assertThat(lock("another")).isEqualTo(412);
        signed.deleteObject(request -> request.bucket(BUCKET).key("lock.json"));
        assertThat(lock("another")).isEqualTo(200);
    }

    @Test
    void anObjectIsReplacedOnlyWhileItIsTheOneThatWasRead() {
        var first = signed.putObject(request -> request.bucket(BUCKET).key("state"), RequestBody.fromString("1"));
        signed.putObject(
                request -> request.bucket(BUCKET).key("state").ifMatch(first.eTag()), RequestBody.fromString("2"));

        assertThatThrownBy(() -> signed.putObject(
                        request -> request.bucket(BUCKET).key("state").ifMatch(first.eTag()),
                        RequestBody.fromString("3")))
                .isInstanceOfSatisfying(
                        S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(412));
    }

    @Test
    void keysAreListedByPrefixAndPageByPage() {
        for (int index = 0; index < 7; index++) {
            var key = "listed/%d/record.json".formatted(index);
            signed.putObject(request -> request.bucket(BUCKET).key(key), RequestBody.fromString("x"));
        }

        var keys = signed
                .listObjectsV2Paginator(
                        request -> request.bucket(BUCKET).prefix("listed/").maxKeys(3))
                .contents()
                .stream()
                .map(S3Object::key)
                .toList();
        var folders = signed.listObjectsV2(
                        request -> request.bucket(BUCKET).prefix("listed/").delimiter("/"))
                .commonPrefixes();

        assertThat(keys).hasSize(7).isSorted().startsWith("listed/0/record.json");
        assertThat(folders)
                .extracting(CommonPrefix::prefix)
                .contains("listed/0/", "listed/6/")
                .hasSize(7);
    }

    @Test
    void aCopyIsTheSameOrSaysSomethingElseOfItself() {
        signed.putObject(
                request -> request.bucket(BUCKET).key("source").metadata(Map.of("a", "1")),
                RequestBody.fromString("content"));
        signed.copyObject(request -> request.sourceBucket(BUCKET)
                .sourceKey("source")
                .destinationBucket(BUCKET)
                .destinationKey("copies/same"));
        signed.copyObject(request -> request.sourceBucket(BUCKET)
                .sourceKey("source")
                .destinationBucket(BUCKET)
                .destinationKey("copies/other")
                .metadataDirective(MetadataDirective.REPLACE)
                .metadata(Map.of("b", "2")));

        assertThat(signed.headObject(request -> request.bucket(BUCKET).key("copies/same"))
                        .metadata())
                .isEqualTo(Map.of("a", "1"));
        assertThat(signed.headObject(request -> request.bucket(BUCKET).key("copies/other"))
                        .metadata())
                .isEqualTo(Map.of("b", "2"));
        assertThat(signed.getObjectAsBytes(request -> request.bucket(BUCKET).key("copies/other"))
                        .asUtf8String())
                .isEqualTo("content");
    }

    @Test
    void whatIsNotThereIsSaidInTheWordsOfS3() {
        assertThatThrownBy(() -> signed.getObjectAsBytes(
                        request -> request.bucket(BUCKET).key("none")))
                .isInstanceOf(NoSuchKeyException.class);
        assertThatThrownBy(() ->
                        signed.headObject(request -> request.bucket(BUCKET).key("none")))
                .isInstanceOf(NoSuchKeyException.class);
        assertThatThrownBy(() -> signed.listObjectsV2(request -> request.bucket("none")))
                .isInstanceOf(NoSuchBucketException.class);
        assertThatThrownBy(() -> signed.putObject(
                        request -> request.bucket(BUCKET).key("../../secret"), RequestBody.fromString("x")))
                .isInstanceOf(S3Exception.class);
        assertThatThrownBy(() -> signed.getObjectTagging(
                        request -> request.bucket(BUCKET).key("plain")))
                .hasMessageContaining("the sandbox does not serve GET /records/plain?tagging of s3");
        assertThat(signed.deleteObject(request -> request.bucket(BUCKET).key("none"))
                        .sdkHttpResponse()
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    void whatIsPutIntoASitesBucketIsWhatItsVisitorsGet(@TempDir Path other) throws Exception {
        try (var backend = new Backend("api");
                var house = new RunningCloud(other);
                var door = new RunningApi(house);
                var objects = door.client(S3Client.builder().forcePathStyle(true));
                var visitor = Visitor.from(house, "127.0.0.21")) {
            var edge = new EdgeOfTest(house, "localhost", backend.endpoint());
            var site = URI.create("https://%s/"
                    .formatted(outputs(edge.distribution()).text("domainName").orElseThrow()));
            objects.putObject(
                    request -> request.bucket(EdgeOfTest.BUCKET)
                            .key("releases/7/index.html")
                            .contentType("text/html")
                            .cacheControl("max-age=60"),
                    RequestBody.fromString("<h1>seven</h1>"));
            edge.release("7");

            var page = visitor.get(site);

            assertThat(page.body()).isEqualTo("<h1>seven</h1>");
            assertThat(page.headers().firstValue("cache-control")).contains("max-age=60");
            assertThat(Files.readString(other.resolve("buckets/site-replica/objects/releases/7/index.html")))
                    .isEqualTo("<h1>seven</h1>");
        }
    }

    private static int lock(String owner) {
        try {
            return signed.putObject(
                            request -> request.bucket(BUCKET).key("lock.json").ifNoneMatch("*"),
                            RequestBody.fromString(owner))
                    .sdkHttpResponse()
                    .statusCode();
        } catch (S3Exception e) {
            return e.statusCode();
        }
    }
}
