package dev.plinth.infra.database;

import com.pulumi.core.Output;
import dev.plinth.infra.network.Placement;
import dev.plinth.infra.notices.Signals;
import dev.plinth.infra.secret.SecretPolicy;

/** What a database is made from. */
public record DatabaseArgs(
        DatabaseSpec spec, Placement placement, Output<String> storageKeyArn, SecretPolicy secrets, Signals signals) {}
