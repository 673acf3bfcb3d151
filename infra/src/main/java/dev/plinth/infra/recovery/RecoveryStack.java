package dev.plinth.infra.recovery;

import dev.plinth.infra.component.Account;
import dev.plinth.infra.config.Configuration;
import dev.plinth.infra.config.Settings;

/**
 * A stack that is nothing but a copy of another one's database.
 *
 * @param account the only account that it may go to: the source's
 */
public record RecoveryStack(String stack, String account, String region, RecoverySpec spec) {
    private static final String KEY = "recovery";
    /** Longer than an environment's: the source's name and the time are in it, and only one server is called by it. */
    private static final int NAME_MAX = 50;

    /** Tells whether these are the settings of such a stack and not of an environment. */
    public static boolean isMeant(Settings settings) {
        return settings.values().containsKey("plinth:" + KEY);
    }

    /**
     * Reads a stack's configuration.
     *
     * @throws dev.plinth.infra.config.InvalidConfiguration with everything that is wrong with it
     */
    public static RecoveryStack of(Settings settings) {
        var configuration = new Configuration(settings, NAME_MAX);
        var root = configuration.root();
        var stack = new RecoveryStack(
                settings.stack(),
                root.required("account", Account.ID),
                root.required("region", Account.REGION),
                RecoverySpec.read(root.section(KEY)));
        configuration.finish();
        return stack;
    }
}
