package dev.plinth.app;

import java.util.List;

/** The environment is not as the app needs it; the message lists every variable that is missing or wrong. */
public final class ConfigurationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ConfigurationException(List<String> problems) {
        super("The Metrics Definition Library cannot start: its environment has %d %s.%n  %s"
                .formatted(
                        problems.size(),
                        problems.size() == 1 ? "fault" : "faults",
                        String.join(System.lineSeparator() + "  ", problems)));
    }
}
