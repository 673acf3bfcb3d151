package dev.plinth.infra.database;

import com.pulumi.core.Output;
import dev.plinth.infra.network.Placement;
import dev.plinth.infra.notices.Signals;
import dev.plinth.infra.secret.SecretPolicy;
import java.util.Map;

/**
 * What a rotation is made from.
 *
 * @param logins ARNs of the secrets whose passwords it changes, by name
 * @param days how old a password gets
 * @param placement where the function stands that does it
 */
record RotationArgs(
        Map<String, Output<String>> logins, int days, Placement placement, SecretPolicy secrets, Signals signals) {

    RotationArgs {
        logins = Map.copyOf(logins);
    }
}
