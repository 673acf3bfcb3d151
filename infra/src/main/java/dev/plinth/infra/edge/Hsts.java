package dev.plinth.infra.edge;

/**
 * How long browsers shall insist on HTTPS.
 *
 * @param wholeDomain for all names below as well, and from the first visit on by the browsers' own lists
 */
record Hsts(boolean wholeDomain) {
    /** Two years, which the browsers' preload lists recommend (hstspreload.org); they ask for one at least. */
    static final int SECONDS = 63_072_000;

    /** What is found at an address of AWS's, or at localhost, does not decide for its neighbours. */
    static Hsts of(Domain domain) {
        return new Hsts(domain instanceof Domain.Named);
    }

    String header() {
        return "max-age=" + SECONDS + (wholeDomain ? "; includeSubDomains; preload" : "");
    }
}
