package dev.plinth.infra.logs;

import dev.plinth.infra.config.Section;
import dev.plinth.infra.config.Shape;

/** How many days logs are kept. */
public record LogsSpec(int retentionDays) {
    /** The periods that CloudWatch Logs offers, from three months on. */
    private static final Shape<String> DAYS = Shape.matching(
            "90|120|150|180|365|400|545|731|1096|1827|2192|2557|2922|3288|3653",
            "a period of CloudWatch Logs: 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288"
                    + " or 3653, in quotes",
            "365");

    public static LogsSpec read(Section settings) {
        return new LogsSpec(Integer.parseInt(settings.value("retentionDays", DAYS, "365")));
    }
}
