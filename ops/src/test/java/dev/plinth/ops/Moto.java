package dev.plinth.ops;

import dev.plinth.ops.cloud.CloudPlace;
import dev.plinth.ops.cloud.CloudPlace.Endpoint;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The AWS emulator moto as a process of its own, on loopback; its only account is 123456789012. */
public final class Moto implements AutoCloseable {
    private static final Path CHECKOUT = Path.of("..").toAbsolutePath().normalize();
    private static final Duration START_MAX = Duration.ofSeconds(60);

    private final Process process;
    private final int port;

    private Moto(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    public static Moto start(Path log) throws IOException, InterruptedException {
        var port = freePort();
        var process = new ProcessBuilder(
                        checkers().resolve("moto_server").toString(), "-H", "127.0.0.1", "-p", "" + port)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.to(log.toFile()))
                .start();
        var moto = new Moto(process, port);
        var deadline = Instant.now().plus(START_MAX);
        while (!moto.answers()) {
            if (!process.isAlive() || Instant.now().isAfter(deadline)) {
                moto.close();
                throw new AssertionError("moto does not answer, see " + log);
            }
            Thread.sleep(100);
        }
        return moto;
    }

    /** The network that every account has from its first day, asked for without a client of EC2. */
    public String defaultVpc(String region) throws IOException {
        return ec2(region, "DescribeVpcs", "vpcId").getFirst();
    }

    /** The subnets of that network. */
    public List<String> defaultSubnets(String region) throws IOException {
        return ec2(region, "DescribeSubnets", "subnetId");
    }

    private List<String> ec2(String region, String action, String element) throws IOException {
        var url = URI.create("http://127.0.0.1:%d/?Action=%s&Version=2016-11-15".formatted(port, action))
                .toURL();
        var connection = url.openConnection();
        connection.setRequestProperty(
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=test/20261121/%s/ec2/aws4_request, Signature=x".formatted(region));
        var answer = new String(connection.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return Pattern.compile("<%1$s>([^<]+)</%1$s>".formatted(element))
                .matcher(answer)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    /** The emulator as a region of its own. */
    public CloudPlace place(String region) {
        return new CloudPlace(region, Optional.of(new Endpoint(URI.create("http://127.0.0.1:" + port), "test")));
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }

    /** Where {@code tools/checkers} has put moto, installed now if need be. */
    private static Path checkers() throws IOException, InterruptedException {
        var environment = System.getenv();
        var cache = environment.getOrDefault(
                "PLINTH_CACHE_HOME",
                environment.getOrDefault("XDG_CACHE_HOME", environment.get("HOME") + "/.cache") + "/plinth");
        var process = new ProcessBuilder(CHECKOUT.resolve("tools/checkers").toString(), cache)
                .redirectError(Redirect.INHERIT)
                .start();
        var folder = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (process.waitFor() != 0) {
            throw new AssertionError("tools/checkers cannot install what this test needs, see above");
        }
        return Path.of(folder);
    }

    private boolean answers() {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
