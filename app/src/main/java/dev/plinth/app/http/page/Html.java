package dev.plinth.app.http.page;

import dev.plinth.app.http.Content;
import dev.plinth.app.http.Reply;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import java.util.Map;

/** Answers that people read in a browser. Their policy allows nothing from elsewhere, and no script in the page. */
final class Html {
    static final String MEDIA_TYPE = "text/html; charset=utf-8";
    private static final HeaderName SECURITY_POLICY = HeaderNames.create("Content-Security-Policy");
    private static final HeaderName REFERRER_POLICY = HeaderNames.create("Referrer-Policy");
    private static final String POLICY = "default-src 'none'; script-src 'self'; img-src 'self' data:; "
            + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; style-src ";

    /** A page that depends on nobody, and may be kept for a few minutes. */
    static Reply open(String template, Object model) {
        return page(Status.OK_200, template, model, "'self'").header(HeaderNames.CACHE_CONTROL, "public, max-age=300");
    }

    /** The page of Swagger UI, which sets styles on its elements. */
    static Reply styling(String template, Object model) {
        return page(Status.OK_200, template, model, "'self' 'unsafe-inline'")
                .header(HeaderNames.CACHE_CONTROL, "public, max-age=300");
    }

    /** A page for one viewer, kept nowhere: nobody finds it after the viewer has signed out. */
    static Reply personal(Status status, String template, Object model) {
        return page(status, template, model, "'self'").header(HeaderNames.CACHE_CONTROL, "no-store");
    }

    private static Reply page(Status status, String template, Object model, String styles) {
        var body = new Content.Bytes(MEDIA_TYPE, Templates.render(template, model));
        return new Reply(status, Map.of(), body)
                .header(SECURITY_POLICY, POLICY + styles)
                .header(REFERRER_POLICY, "same-origin");
    }

    private Html() {}
}
