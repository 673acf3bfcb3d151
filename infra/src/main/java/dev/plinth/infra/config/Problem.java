package dev.plinth.infra.config;

/** One thing that is wrong with the configuration: where, what was expected, what is there, and what to do about it. */
public record Problem(String path, String expected, String found, String cure) {

    @Override
    public String toString() {
        return """
                %s
                    expected: %s
                    found:    %s
                    to do:    %s""".formatted(path, expected, found, cure);
    }
}
