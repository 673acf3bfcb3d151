package dev.plinth.infra.notices;

import dev.plinth.infra.config.Section;
import dev.plinth.infra.config.Shape;
import java.util.List;

/** Who hears of alarms and events. */
public record NoticesSpec(List<String> emails) {
    private static final int EMAILS_MAX = 20;
    private static final Shape<String> EMAIL =
            Shape.matching("[^@\\s]+@[^@\\s]+\\.[^@\\s]+", "an e-mail address", "platform@example.com");

    public NoticesSpec {
        emails = List.copyOf(emails);
    }

    public static NoticesSpec read(Section settings) {
        return new NoticesSpec(settings.list("emails", EMAIL, 0, EMAILS_MAX));
    }
}
