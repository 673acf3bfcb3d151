package dev.plinth.sandbox.aws;

import dev.plinth.sandbox.bucket.Buckets;
import dev.plinth.sandbox.certificate.CertificateAuthority;
import dev.plinth.sandbox.postgres.PostgresServers;
import dev.plinth.sandbox.reconcile.Proxies;
import dev.plinth.sandbox.redis.RedisGroups;
import dev.plinth.sandbox.relay.Relays;
import dev.plinth.sandbox.resource.MachineNames;
import dev.plinth.sandbox.state.StateStore;

/** What AWS resources with behaviour stand on. */
public record Machinery(
        StateStore state,
        MachineNames names,
        PostgresServers postgres,
        Relays relays,
        RedisGroups redis,
        Proxies proxies,
        Buckets buckets,
        CertificateAuthority authority) {}
