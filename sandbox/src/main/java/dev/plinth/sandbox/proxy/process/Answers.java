package dev.plinth.sandbox.proxy.process;

import dev.plinth.sandbox.proxy.Action;
import dev.plinth.sandbox.proxy.FirewallRule;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.StatusCodes;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Locale;
import java.util.function.IntUnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.xnio.IoUtils;

/** The answers that the load balancer gives by itself. */
final class Answers {
    private static final Logger LOG = Logger.getLogger(Answers.class.getName());
    private static final int BUFFER_BYTES = 16 << 10;
    private static final String SERVER = "awselb/2.0";
    private static final String PAGE = """
        <html>
        <head><title>TITLE</title></head>
        <body><center><h1>TITLE</h1></center></body>
        </html>
        """;

    private Answers() {}

    static void error(HttpServerExchange exchange, int status) {
        String title = "%d %s".formatted(status, StatusCodes.getReason(status));
        send(exchange, status, "text/html", PAGE.replace("TITLE", title));
    }

    static void fixed(HttpServerExchange exchange, Action.FixedResponse response) {
        send(exchange, response.status(), response.contentType(), response.body());
    }

    /** The refusal of a firewall. */
    static void blocked(HttpServerExchange exchange, FirewallRule.Verdict.Block block) {
        block.headers().forEach((name, value) -> exchange.getResponseHeaders().put(new HttpString(name), value));
        fixed(exchange, block.answer());
    }

    /** A redirect to a port that a listener could not have goes to the port that the listener has instead. */
    static void redirect(HttpServerExchange exchange, Action.Redirect redirect, IntUnaryOperator boundPort) {
        String protocol = filled(redirect.protocol(), exchange).toLowerCase(Locale.ROOT);
        String port = filled(redirect.port(), exchange);
        String query = filled(redirect.query(), exchange);
        String location = "%s://%s:%s%s%s"
                .formatted(
                        protocol,
                        filled(redirect.host(), exchange),
                        isNumber(port) ? boundPort.applyAsInt(Integer.parseInt(port)) : port,
                        filled(redirect.path(), exchange),
                        query.isEmpty() ? "" : "?" + query);
        exchange.getResponseHeaders().put(Headers.LOCATION, location);
        send(exchange, redirect.status(), "text/html", "");
    }

    /** Passes on what somebody else answers. */
    static void stream(HttpServerExchange exchange, OriginAnswer answer, Compression compression) {
        exchange.setStatusCode(answer.status());
        var headers = exchange.getResponseHeaders();
        HeaderRules.copyResponse(answer.headers(), headers);
        boolean sized = headers.contains(Headers.CONTENT_LENGTH);
        try (InputStream content = answer.body();
                OutputStream output = compression.stream(answer.status(), headers, exchange.getOutputStream())) {
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int count = content.read(buffer); count >= 0; count = content.read(buffer)) {
                output.write(buffer, 0, count);
                if (!sized) {
                    // Events are worth nothing when they wait in a buffer.
                    output.flush();
                }
            }
        } catch (IOException e) {
            // Half an answer must not look like a whole one.
            LOG.log(Level.FINE, e, () -> "an answer broke off");
            IoUtils.safeClose(exchange.getConnection());
            return;
        }
        exchange.endExchange();
    }

    private static String filled(String template, HttpServerExchange exchange) {
        return template.replace("#{protocol}", exchange.getRequestScheme())
                .replace("#{host}", Facts.hostName(exchange.getRequestHeaders().getFirst(Headers.HOST)))
                .replace("#{port}", String.valueOf(exchange.getHostPort()))
                .replace("#{path}", Facts.path(exchange).substring(1))
                .replace("#{query}", exchange.getQueryString());
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.chars().allMatch(Character::isDigit);
    }

    private static void send(HttpServerExchange exchange, int status, String contentType, String body) {
        if (exchange.isResponseStarted()) {
            return;
        }
        exchange.setStatusCode(status);
        exchange.getResponseHeaders().put(Headers.SERVER, SERVER);
        if (!body.isEmpty()) {
            exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, contentType);
        }
        exchange.getResponseSender().send(body);
    }
}
