package dev.plinth.sandbox.state;

/** The engine's name of a resource. */
public record Urn(String value) {
    /** The resource's own type token, without its parents'. */
    public String type() {
        var qualified = part(2);
        return qualified.substring(qualified.lastIndexOf('$') + 1);
    }

    /** The name that the program gave it; it may itself hold the separator. */
    public String name() {
        return part(3);
    }

    /** How messages call the resource. */
    public String described() {
        return type() + " " + name();
    }

    private String part(int index) {
        var parts = value.split("::", 4);
        return parts.length == 4 ? parts[index] : value;
    }

    @Override
    public String toString() {
        return value;
    }
}
