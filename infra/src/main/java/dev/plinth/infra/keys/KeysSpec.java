package dev.plinth.infra.keys;

import dev.plinth.infra.config.Section;

/** How keys are changed, and how long a deleted key or secret can be brought back. */
public record KeysSpec(int rotationDays, int recoveryDays) {

    public static KeysSpec read(Section settings) {
        return new KeysSpec(
                settings.integer("rotationDays", 90, 2560, 365), settings.integer("recoveryDays", 7, 30, 30));
    }
}
