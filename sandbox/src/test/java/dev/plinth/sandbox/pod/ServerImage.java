package dev.plinth.sandbox.pod;

import dev.plinth.sandbox.image.Image;
import dev.plinth.sandbox.image.ImageSource;
import dev.plinth.sandbox.image.ImageStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.ToolProvider;

/** The image of a small HTTP server that tells what it was started with. */
public final class ServerImage {
    private static final String SERVER = """
            import com.sun.net.httpserver.HttpExchange;
            import com.sun.net.httpserver.HttpServer;
            import java.io.IOException;
            import java.lang.management.ManagementFactory;
            import java.net.InetSocketAddress;
            import java.nio.file.Path;
            import java.util.TreeMap;
            import java.util.concurrent.atomic.AtomicInteger;
            import java.util.stream.Collectors;

            public final class Server {
                private static volatile int readiness = 200;
                private static volatile int life = 200;
                private static final AtomicInteger ASKED = new AtomicInteger();

                public static void main(String[] arguments) throws IOException {
                    String mode = System.getenv().getOrDefault("MODE", "");
                    System.out.println("the server starts " + mode);
                    if (mode.equals("broken")) {
                        throw new IllegalStateException("the disk is on fire");
                    }
                    readiness = mode.equals("waiting") ? 503 : 200;
                    var address = new InetSocketAddress(System.getenv("HOST"), Integer.parseInt(System.getenv("PORT")));
                    HttpServer server = HttpServer.create(address, 50);
                    server.createContext("/ready", exchange -> answer(exchange, readiness, ""));
                    server.createContext("/unready", exchange -> { readiness = 503; answer(exchange, 200, ""); });
                    server.createContext("/live", exchange -> answer(exchange, life, ""));
                    server.createContext("/die", exchange -> { life = 503; answer(exchange, 200, ""); });
                    server.createContext("/started",
                            exchange -> answer(exchange, ASKED.incrementAndGet() < 3 ? 503 : 200, ""));
                    server.createContext("/asked", exchange -> answer(exchange, 200, ASKED.toString()));
                    server.createContext("/never", exchange -> answer(exchange, 503, ""));
                    server.createContext("/jvm", exchange -> answer(exchange, 200,
                            ManagementFactory.getRuntimeMXBean().getInputArguments().toString()));
                    server.createContext("/mode", exchange -> answer(exchange, 200, mode));
                    server.createContext("/environment", exchange -> answer(exchange, 200, environment()));
                    server.createContext("/start", exchange -> answer(exchange, 200, String.join(" ", arguments) + "\\n"
                            + System.getProperty("javax.net.ssl.trustStore") + "\\n" + Path.of("").toAbsolutePath()
                            + "\\n" + System.getProperty("java.class.path")));
                    server.start();
                }

                private static String environment() {
                    return new TreeMap<>(System.getenv()).entrySet().stream()
                            .map(entry -> entry.getKey() + "=" + entry.getValue())
                            .collect(Collectors.joining("\\n"));
                }

                private static void answer(HttpExchange exchange, int status, String text) throws IOException {
                    byte[] bytes = text.getBytes();
                    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
                    exchange.getResponseBody().write(bytes);
                    exchange.close();
                }
            }
            """;

    private ServerImage() {}

    public static Image build(ImageStore store, Path context) throws IOException {
        Path classes = Files.createDirectories(context.resolve("classes"));
        Path source = Files.writeString(context.resolve("Server.java"), SERVER);
        int outcome =
                ToolProvider.getSystemJavaCompiler().run(null, null, null, "-d", classes.toString(), source.toString());
        if (outcome != 0) {
            throw new IllegalStateException("the server does not compile");
        }
        Path dockerfile = Files.writeString(context.resolve("Dockerfile"), """
                FROM eclipse-temurin:25
                WORKDIR /srv
                ENV FLAVOUR="two words"
                COPY classes classes
                EXPOSE 8080
                ENTRYPOINT ["java", "-XX:TieredStopAtLevel=1", "-Xmx32m", "-cp", "/srv/classes", "Server"]
                CMD ["of", "the image"]
                """);
        return store.build(new ImageSource(context, dockerfile));
    }
}
