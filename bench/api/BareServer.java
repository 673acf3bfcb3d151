import io.helidon.http.HeaderNames;
import io.helidon.webserver.WebServer;
import java.nio.charset.StandardCharsets;

/** Helidon with one route that answers constant bytes: what the machine and the server allow at most. */
public final class BareServer {
    private static final String LETTER = "m";

    /** The arguments are the port and the length of the body. */
    public static void main(String[] arguments) {
        byte[] body = LETTER.repeat(Integer.parseInt(arguments[1])).getBytes(StandardCharsets.UTF_8);
        WebServer.builder()
                .host("127.0.0.1")
                .port(Integer.parseInt(arguments[0]))
                .routing(routing -> routing.any((request, response) -> {
                    response.header(HeaderNames.CONTENT_TYPE, "application/json");
                    response.send(body);
                }))
                .build()
                .start();
        System.out.println("Ready");
    }

    private BareServer() {}
}
