package dev.plinth.sandbox.proxy.process;

import dev.plinth.sandbox.proxy.OriginSettings;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpClient;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/** The HTTP client that talks to targets: HTTP/1.1 over connections that are kept, as the cloud's load balancer does. */
final class Clients {
    private static final Duration CONNECT_MAX = Duration.ofSeconds(10);

    private Clients() {}

    static HttpClient toTargets() {
        return trusting(new Everybody());
    }

    /** For a server that has to prove who it is. */
    static HttpClient toServer(OriginSettings.Trust trust) {
        try {
            return trusting(NamedTrust.of(trust));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalArgumentException("cannot use the authority %s: %s".formatted(trust.authority(), e), e);
        }
    }

    private static HttpClient trusting(TrustManager trust) {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {trust}, null);
            return HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .connectTimeout(CONNECT_MAX)
                    .sslContext(context)
                    .build();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no TLS", e);
        }
    }

    /** The cloud's load balancer encrypts the way to a target, but does not look at the target's certificate. */
    private static final class Everybody extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
