package dev.plinth.infra;

import dev.plinth.infra.component.Account;
import dev.plinth.infra.config.Section;
import dev.plinth.infra.config.Shape;
import java.util.Map;

/** Which environment this is, and the only account that it may ever be deployed to. */
public record Identity(String stack, Account account, boolean keepsData, Map<String, String> tags) {
    private static final Shape<String> TAG = Shape.matching(".{0,256}", "a text of at most 256 characters", "platform");

    public Identity {
        tags = Map.copyOf(tags);
    }

    static Identity read(String stack, Section settings) {
        return new Identity(
                stack,
                readAccount(settings),
                settings.safeguard("keepsData", "one wrong 'pulumi destroy' deletes databases, keys, logs and backups"),
                settings.entries("tags", TAG));
    }

    private static Account readAccount(Section settings) {
        var account = new Account(
                settings.required("account", Account.ID),
                settings.required("region", Account.REGION),
                settings.required("recoveryRegion", Account.REGION));
        if (settings.isSound("recoveryRegion") && account.region().equals(account.recoveryRegion())) {
            settings.report("recoveryRegion", "another region than " + account.region(), "choose one that is far away");
        }
        return account;
    }

    /** The environment's name, which all its resources carry. */
    String environment() {
        return "plinth-" + stack;
    }
}
