package dev.plinth.app.outbound;

import dev.plinth.app.webhooks.Answer;
import dev.plinth.app.webhooks.Courier;
import dev.plinth.app.webhooks.WebhookUrl;
import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.routing.RoutingSupport;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.client5.http.utils.DateUtils;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Sends messages over HTTP: to where the {@link AddressGuard} lets it, without following redirects, and for no longer
 * than the time set, however slowly the receiver takes or answers.
 */
public final class HttpCourier implements Courier, AutoCloseable {
    private static final int CONNECTIONS_MAX = 512;
    private static final int EXCERPT_BYTES_MAX = 1_024;

    private final AddressGuard guard;
    private final Duration timeout;
    private final Clock clock;
    private final CloseableHttpClient http;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("courier-timer").factory());

    /** {@code timeout} is for all of a message, from the lookup of its host to the beginning of the answer's body. */
    public HttpCourier(Targets targets, Duration timeout, Clock clock) {
        this(
                new AddressGuard(targets, InetAddress::getAllByName),
                DefaultClientTlsStrategy.createDefault(),
                timeout,
                clock);
    }

    HttpCourier(AddressGuard guard, TlsSocketStrategy tls, Duration timeout, Clock clock) {
        this.guard = guard;
        this.timeout = timeout;
        this.clock = clock;
        var limit = Timeout.of(timeout);
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(guard)
                .setTlsSocketStrategy(tls)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(limit)
                        .setSocketTimeout(limit)
                        .build())
                .setMaxConnTotal(CONNECTIONS_MAX)
                .setMaxConnPerRoute(CONNECTIONS_MAX)
                .build();
        // No connection is used twice: each message is looked up, checked and connected by itself.
        http = HttpClientBuilder.create()
                .setConnectionManager(connections)
                .setConnectionReuseStrategy((request, response, context) -> false)
                .setUserAgent("mdl-webhooks/1")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableContentCompression()
                .disableCookieManagement()
                .disableAuthCaching()
                .build();
    }

    @Override
    public Answer post(WebhookUrl url, Map<String, String> headers, String body) {
        var request = new HttpPost(url.uri());
        headers.forEach(request::setHeader);
        request.setEntity(new StringEntity(body, ContentType.APPLICATION_JSON));
        long begin = System.nanoTime();
        var overtime = timer.schedule(() -> request.abort(), timeout.toMillis(), TimeUnit.MILLISECONDS);
        try {
            if (!url.isEncrypted()) {
                guard.requireThisMachine(url.uri().getHost());
            }
            return received(request);
        } catch (IOException | HttpException failure) {
            return new Answer.Unreachable(System.nanoTime() - begin >= timeout.toNanos() ? tooLong() : reason(failure));
        } finally {
            overtime.cancel(false);
        }
    }

    private Answer received(HttpPost request) throws IOException, HttpException {
        try {
            ClassicHttpResponse response = http.executeOpen(RoutingSupport.determineHost(request), request, null);
            Optional<Duration> retryAfter =
                    Optional.ofNullable(response.getFirstHeader("Retry-After")).flatMap(this::duration);
            return new Answer.Received(response.getCode(), retryAfter, excerpt(response.getEntity()));
        } finally {
            // Cuts the connection; to close the response would read the rest of its body first.
            request.abort();
        }
    }

    private static String excerpt(@Nullable HttpEntity entity) throws IOException {
        if (entity == null) {
            return "";
        }
        byte[] start = entity.getContent().readNBytes(EXCERPT_BYTES_MAX);
        return new String(start, StandardCharsets.UTF_8)
                .replaceAll("\\p{Cntrl}", " ")
                .strip();
    }

    /** Seconds, or a time. */
    private Optional<Duration> duration(Header retryAfter) {
        String value = String.valueOf(retryAfter.getValue()).strip();
        if (value.matches("[0-9]{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
        }
        return Optional.ofNullable(DateUtils.parseStandardDate(value))
                .map(time -> Duration.between(clock.instant(), time))
                .filter(Duration::isPositive);
    }

    private String tooLong() {
        return "No answer came within %d s.".formatted(timeout.toSeconds());
    }

    /** In our own words: those of the libraries may tell of addresses that are none of the reader's business. */
    private static String reason(Exception failure) {
        return switch (failure) {
            case RefusedTargetException refused -> String.valueOf(refused.getMessage());
            case UnknownHostException unknown -> "The host is not known.";
            case SSLException insecure -> "No trusted TLS connection could be made.";
            case SocketTimeoutException slow -> "The receiver took too long to answer.";
            case SocketException unreachable -> "The connection was refused or broke.";
            default -> "The receiver did not answer in proper HTTP.";
        };
    }

    @Override
    public void close() {
        timer.shutdownNow();
        http.close(CloseMode.IMMEDIATE);
    }
}
