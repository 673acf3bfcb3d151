package dev.plinth.app.http.page;

import dev.plinth.app.access.UnauthenticatedException;
import dev.plinth.app.http.Call;
import dev.plinth.app.http.Content;
import dev.plinth.app.http.Endpoint;
import dev.plinth.app.http.Layer;
import dev.plinth.app.http.Reply;
import io.helidon.common.media.type.MediaTypes;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.http.Status;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Leads whoever is not signed in to the page where they can, and from there back to where they wanted to go. */
final class SignInLayer implements Layer {
    @Override
    public Reply around(Call call, Endpoint next) {
        try {
            return next.handle(call);
        } catch (UnauthenticatedException unknown) {
            boolean page = call.operation().method().equals(Method.GET)
                    && call.operation().answers().equals(MediaTypes.TEXT_HTML);
            if (!page) {
                throw unknown;
            }
            String wanted = URLEncoder.encode(call.pathAndQuery(), StandardCharsets.UTF_8);
            return to(SignInOperations.PATH + "?next=" + wanted);
        }
    }

    /** Sends a browser elsewhere, by a request that only reads. */
    static Reply to(String address) {
        return new Reply(Status.SEE_OTHER_303, Map.of(), new Content.None())
                .header(HeaderNames.LOCATION, address)
                .header(HeaderNames.CACHE_CONTROL, "no-store");
    }
}
