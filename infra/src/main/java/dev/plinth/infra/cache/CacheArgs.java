package dev.plinth.infra.cache;

import com.pulumi.core.Output;
import dev.plinth.infra.network.Placement;
import dev.plinth.infra.notices.Signals;
import dev.plinth.infra.secret.SecretPolicy;

/** What a cache is made from. */
public record CacheArgs(
        CacheSpec spec, Placement placement, Output<String> storageKeyArn, SecretPolicy secrets, Signals signals) {}
