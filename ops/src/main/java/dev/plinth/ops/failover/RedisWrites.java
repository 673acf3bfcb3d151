package dev.plinth.ops.failover;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** Whether a Redis server takes a write, by TLS and with its token. */
final class RedisWrites implements Probes.Probe {
    private static final int MILLIS_MAX = 2_000;
    /** It goes by itself. */
    private static final List<String> WRITE = List.of("SET", "plinth:failover-probe", "1", "EX", "60");

    private final Probes.Address address;
    private final String token;

    RedisWrites(Probes.Address address, String token) {
        this.address = address;
        this.token = token;
    }

    @Override
    public boolean writes() {
        try (var plain = new Socket()) {
            plain.connect(new InetSocketAddress(address.host(), address.port()), MILLIS_MAX);
            plain.setSoTimeout(MILLIS_MAX);
            try (var socket = secured(plain)) {
                return answersOk(socket, List.of("AUTH", token)) && answersOk(socket, WRITE);
            }
        } catch (IOException | GeneralSecurityException e) {
            return false;
        }
    }

    private SSLSocket secured(Socket plain) throws IOException, GeneralSecurityException {
        var socket = (SSLSocket) factory().createSocket(plain, address.host(), address.port(), true);
        var parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        return socket;
    }

    private SSLSocketFactory factory() throws IOException, GeneralSecurityException {
        if (address.authority().isEmpty()) {
            return (SSLSocketFactory) SSLSocketFactory.getDefault();
        }
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store(address.authority().get()));
        var context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context.getSocketFactory();
    }

    private static KeyStore store(Path authority) throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (var file = Files.newInputStream(authority)) {
            store.setCertificateEntry(
                    "authority", CertificateFactory.getInstance("X.509").generateCertificate(file));
        }
        return store;
    }

    private static boolean answersOk(SSLSocket socket, List<String> words) throws IOException {
        var request = new StringBuilder("*%d\r\n".formatted(words.size()));
        for (var word : words) {
            request.append("$%d\r\n%s\r\n".formatted(word.getBytes(StandardCharsets.UTF_8).length, word));
        }
        socket.getOutputStream().write(request.toString().getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
        // Nothing is left unread: each request has one line for an answer.
        var answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8), 1);
        return "+OK".equals(answer.readLine());
    }
}
