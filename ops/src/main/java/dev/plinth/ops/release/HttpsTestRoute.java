package dev.plinth.ops.release;

import dev.plinth.ops.tls.Authority;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.ParseException;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.jspecify.annotations.Nullable;

/** The test route over HTTPS, through everything that a client's request passes. */
final class HttpsTestRoute implements TestRoute, AutoCloseable {
    private static final String HEADER = "X-Plinth-Test-Route";
    private static final String COLOUR = "X-Plinth-Colour";
    private static final int CONNECT_SECONDS_MAX = 5;
    private static final int ANSWER_SECONDS_MAX = 10;

    private final URI base;
    private final String key;
    private final CloseableHttpClient client;

    /** To where the name of the environment leads. */
    HttpsTestRoute(URI base, String key) {
        this(base, key, Optional.empty());
    }

    /** To a front on this machine. */
    HttpsTestRoute(URI base, String key, Front front) {
        this(base, key, Optional.of(front));
    }

    /** What answers here for every name, and who signed its certificates. */
    record Front(InetSocketAddress address, Authority authority) {}

    private HttpsTestRoute(URI base, String key, Optional<Front> front) {
        this.base = base;
        this.key = key;
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(CONNECT_SECONDS_MAX, TimeUnit.SECONDS)
                        .setSocketTimeout(ANSWER_SECONDS_MAX, TimeUnit.SECONDS)
                        .build());
        front.ifPresent(known -> connections
                .setDnsResolver(new AlwaysTo(known.address()))
                .setTlsSocketStrategy(
                        new DefaultClientTlsStrategy(known.authority().context())));
        var clients = HttpClients.custom().setConnectionManager(connections.build());
        if (front.isEmpty()) {
            // The user's network may have a proxy; this machine is not behind it.
            clients.useSystemProperties();
        }
        // A release wants to see each answer as it is: no second try, no redirection.
        this.client = clients.disableContentCompression()
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .build();
    }

    /** Whatever is asked for is at one address. */
    private record AlwaysTo(InetSocketAddress address) implements DnsResolver {
        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            return InetAddress.getAllByName(address.getHostString());
        }

        @Override
        public List<InetSocketAddress> resolve(String host, int port) {
            return List.of(address);
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }

    @Override
    public Reply get(Colour colour, String path) {
        var request = new HttpGet(base.resolve(path));
        request.addHeader(HEADER, "%s-%s".formatted(key, colour));
        try {
            return client.execute(request, HttpsTestRoute::reply);
        } catch (IOException e) {
            return new Reply(0, "", "", e.toString());
        }
    }

    @Override
    public void close() {
        try {
            client.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Reply reply(ClassicHttpResponse answer) throws IOException {
        return new Reply(
                answer.getCode(), value(answer, "Content-Type"), value(answer, COLOUR), body(answer.getEntity()));
    }

    private static String value(ClassicHttpResponse answer, String name) {
        return Optional.ofNullable(answer.getFirstHeader(name))
                .map(Header::getValue)
                .orElse("");
    }

    private static String body(@Nullable HttpEntity entity) throws IOException {
        try {
            return entity == null ? "" : EntityUtils.toString(entity);
        } catch (ParseException e) {
            throw new IOException(e);
        }
    }
}
