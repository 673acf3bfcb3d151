package dev.plinth.app;

import dev.plinth.app.crypto.MasterKeys;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * The secrets that the app itself has.
 *
 * @param masterKeys the newest first
 * @param bootstrapToken empty when there is none
 * @param registrationOpen whether strangers may open accounts
 */
record IdentitySettings(List<String> masterKeys, String bootstrapToken, boolean registrationOpen) {
    IdentitySettings {
        masterKeys = List.copyOf(masterKeys);
    }

    static IdentitySettings read(EnvironmentReader reader) {
        String length = "at least %d characters".formatted(MasterKeys.LENGTH_MIN);
        List<String> keys = Arrays.stream(reader.required(
                                "MDL_KEYS",
                                "one or more master keys of %s each, the newest first, with commas between"
                                        .formatted(length))
                        .split("[,\\s]+", -1))
                .filter(key -> !key.isEmpty())
                .toList();
        if (keys.isEmpty() && reader.isTold("MDL_KEYS")) {
            reader.problem("MDL_KEYS", "has no key; expected one of %s at least".formatted(length));
        }
        if (keys.stream().anyMatch(IdentitySettings::isShort)) {
            reader.problem("MDL_KEYS", "has a key that is too short; expected %s each".formatted(length));
        }
        String token = reader.secret("MDL_BOOTSTRAP_TOKEN");
        if (!token.isEmpty() && isShort(token)) {
            reader.problem("MDL_BOOTSTRAP_TOKEN", "is too short; expected %s".formatted(length));
        }
        String registration =
                reader.optional("MDL_REGISTRATION", "closed", "open or closed", Set.of("open", "closed")::contains);
        return new IdentitySettings(keys, token, registration.equals("open"));
    }

    private static boolean isShort(String secret) {
        return secret.length() < MasterKeys.LENGTH_MIN;
    }

    /** Hides all of them. */
    @Override
    public String toString() {
        return "IdentitySettings[%d master keys]".formatted(masterKeys.size());
    }
}
