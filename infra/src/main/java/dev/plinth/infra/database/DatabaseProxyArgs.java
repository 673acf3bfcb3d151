package dev.plinth.infra.database;

import com.pulumi.core.Output;
import dev.plinth.infra.network.Placement;
import dev.plinth.infra.notices.Signals;
import dev.plinth.infra.secret.SecretPolicy;
import java.util.List;

/**
 * What a proxy is made from.
 *
 * @param primaryIdentifier the server that it leads to
 * @param logins ARNs of the secrets of all roles that may come through it
 */
record DatabaseProxyArgs(
        Output<String> primaryIdentifier,
        List<Output<String>> logins,
        Placement placement,
        SecretPolicy secrets,
        Signals signals) {

    DatabaseProxyArgs {
        logins = List.copyOf(logins);
    }
}
