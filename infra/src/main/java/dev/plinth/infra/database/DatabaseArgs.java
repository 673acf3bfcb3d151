package dev.plinth.infra.database;

import com.pulumi.core.Output;
import dev.plinth.infra.network.Placement;
import dev.plinth.infra.notices.Signals;
import dev.plinth.infra.secret.SecretPolicy;

/** What a database is made from. */
public record DatabaseArgs(
        DatabaseSpec spec, Placements placements, StorageKeys keys, SecretPolicy secrets, Signals signals) {

    /** Where its servers stand, the proxy before them, and the function that changes its passwords. */
    public record Placements(Placement servers, Placement proxy, Placement rotation) {}

    /** The keys of its data: at home, and of the copies of its backups in the other region. */
    public record StorageKeys(Output<String> home, Output<String> recovery) {}
}
