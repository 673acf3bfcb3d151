package dev.plinth.app.http.page;

import dev.plinth.app.http.Call;
import dev.plinth.app.values.ForbiddenException;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The fields of a form that a page of this app has sent. */
record Form(Map<String, String> fields) {
    private static final HeaderName FETCH_SITE = HeaderNames.create("Sec-Fetch-Site");

    Form {
        fields = Map.copyOf(fields);
    }

    /** Throws {@link ForbiddenException} when the form was on a page of somebody else. */
    static Form read(Call call) {
        if (!isOurs(call)) {
            throw new ForbiddenException(
                    "This form was not sent from a page of this library. Open the page and try again.");
        }
        String body = new String(call.bytes(), StandardCharsets.UTF_8);
        return new Form(Arrays.stream(body.split("&", -1))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toUnmodifiableMap(
                        pair -> decoded(pair[0]), pair -> decoded(pair[1]), (one, more) -> one)));
    }

    /** Browsers tell where a form was, and no page can make them lie; older ones tell it by the origin only. */
    private static boolean isOurs(Call call) {
        Optional<String> site = call.header(FETCH_SITE);
        if (site.isPresent()) {
            return site.get().equals("same-origin");
        }
        Optional<String> host = call.header(HeaderNames.HOST);
        return call.header(HeaderNames.ORIGIN)
                .filter(origin -> host.isPresent() && origin.endsWith("://" + host.get()))
                .isPresent();
    }

    /** "" when there is no such field. */
    String text(String name) {
        return fields.getOrDefault(name, "");
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return "";
        }
    }
}
