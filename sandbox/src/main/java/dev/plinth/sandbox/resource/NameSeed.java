package dev.plinth.sandbox.resource;

/** Where the random part of a name comes from: the engine's seed, so that preview and update agree. */
public record NameSeed(String value) {
    /** That many hexadecimal digits for a resource. */
    public String digits(String urn, int count) {
        return Hash.digits(value + urn, count);
    }
}
