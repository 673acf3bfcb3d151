package dev.plinth.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.aayushatharva.brotli4j.decoder.BrotliInputStream;
import dev.plinth.app.support.Eventually;
import dev.plinth.app.support.RunningApp;
import dev.plinth.app.support.Servers;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.time.Duration;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Servers.Extension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CompressionIT {
    private static final String LONG = "/openapi.json";
    private static final String SHORT = "/api/v1/version";

    private final RunningApp app;
    private final HttpClient http = HttpClient.newHttpClient();

    CompressionIT(Servers servers) throws SQLException {
        app = new RunningApp(servers.environment());
    }

    @AfterAll
    void stop() {
        app.close();
        http.shutdownNow();
    }

    @Test
    void aLongAnswerIsSentInTheCodingThatTheClientLikesBest() throws Exception {
        byte[] plain = get("GET", LONG, "identity").body();
        Eventually.becomes("br", Duration.ofSeconds(10), () -> coding(get("GET", LONG, "gzip, br")));

        var brotli = get("GET", LONG, "gzip, br");
        var gzip = get("GET", LONG, "gzip;q=1, br;q=0.9");

        assertThat(new BrotliInputStream(new ByteArrayInputStream(brotli.body())).readAllBytes())
                .isEqualTo(plain);
        assertThat(coding(gzip)).isEqualTo("gzip");
        assertThat(new GZIPInputStream(new ByteArrayInputStream(gzip.body())).readAllBytes())
                .isEqualTo(plain);
        assertThat(brotli.body().length).isLessThan(plain.length / 5);
        assertThat(brotli.headers().firstValue("Vary").orElse("")).contains("Accept-Encoding");
    }

    @Test
    void aShortAnswerIsSentAsItIs() throws Exception {
        var answer = get("GET", SHORT, "gzip, br");

        assertThat(coding(answer)).isEmpty();
        assertThat(answer.headers().firstValue("Vary").orElse("")).contains("Accept-Encoding");
    }

    @Test
    void headTellsTheLengthThatGetHas() throws Exception {
        var get = get("GET", LONG, "gzip");
        var head = get("HEAD", LONG, "gzip");

        assertThat(coding(head)).isEqualTo("gzip");
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValueAsLong("Content-Length")).hasValue(get.body().length);
    }

    private static String coding(HttpResponse<byte[]> answer) {
        return answer.headers().firstValue("Content-Encoding").orElse("");
    }

    private HttpResponse<byte[]> get(String method, String path, String acceptEncoding)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(app.apiPort(), path)))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .header("Accept-Encoding", acceptEncoding)
                .build();
        return http.send(request, BodyHandlers.ofByteArray());
    }
}
