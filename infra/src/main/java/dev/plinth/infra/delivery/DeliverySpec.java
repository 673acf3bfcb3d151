package dev.plinth.infra.delivery;

import dev.plinth.infra.config.Section;
import dev.plinth.infra.config.Shape;
import java.util.Optional;

/**
 * Which repository on GitHub may preview and deploy this environment.
 *
 * @param repository owner and name, or nothing when nobody deploys from GitHub
 * @param ownsProvider whether this environment makes the account's OpenID Connect provider; an account has one
 */
public record DeliverySpec(Optional<String> repository, boolean ownsProvider) {
    private static final Shape<String> REPOSITORY = Shape.matching(
            "[A-Za-z0-9-]{1,39}/[A-Za-z0-9._-]{1,100}", "owner and name of a repository on GitHub", "example/plinth");

    public static DeliverySpec read(Section settings) {
        return new DeliverySpec(settings.optional("repository", REPOSITORY), settings.flag("ownsProvider", true));
    }
}
