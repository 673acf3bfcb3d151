package dev.plinth.infra.edge;

/** From where a page may load what (W3C, Content Security Policy 3). */
final class ContentPolicy {
    private static final String CLOSED =
            "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /** The site: its own files and its own API, and nothing written into the page. */
    static final String SITE = "default-src 'self'; img-src 'self' data:; " + CLOSED;

    /** The API's documentation: as the site, but Swagger UI writes styles into its page. */
    static final String DOCS = "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; " + CLOSED;

    /** Data is no page and loads nothing. */
    static final String DATA = "default-src 'none'; frame-ancestors 'none'";

    private ContentPolicy() {}
}
