package dev.plinth.app.support;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Somebody in a browser without scripts: keeps the cookie, sends forms, and follows no redirection. */
public final class Visit {
    private final Client client;
    private String cookie = "";

    /** {@code client} must send no credentials. */
    public Visit(Client client) {
        this.client = client;
    }

    /** Fails when the account does not get in. */
    public Visit signIn(String email, String password) throws IOException, InterruptedException {
        Reply signedIn =
                submit("/catalogue/sign-in", "email=%s&password=%s".formatted(encoded(email), encoded(password)));
        if (signedIn.status() != 303) {
            throw new AssertionError("Not signed in: " + signedIn);
        }
        return this;
    }

    /** What the browser keeps, as it sends it. */
    public String cookie() {
        return cookie;
    }

    public Reply get(String path) throws IOException, InterruptedException {
        return send("GET", path, "");
    }

    /** Sends a form as a page of the app does. */
    public Reply submit(String path, String form) throws IOException, InterruptedException {
        return send("POST", path, form);
    }

    private Reply send(String method, String path, String body) throws IOException, InterruptedException {
        var headers = new ArrayList<>(
                List.of("Accept", "text/html,application/xhtml+xml,*/*;q=0.8", "Sec-Fetch-Site", "same-origin"));
        if (!body.isEmpty()) {
            headers.addAll(List.of("Content-Type", "application/x-www-form-urlencoded"));
        }
        if (!cookie.isEmpty()) {
            headers.addAll(List.of("Cookie", cookie));
        }
        Reply reply = client.send(method, path, body, headers.toArray(String[]::new));
        String set = reply.header("Set-Cookie");
        if (!set.isEmpty()) {
            cookie = set.substring(0, set.indexOf(';'));
        }
        return reply;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
