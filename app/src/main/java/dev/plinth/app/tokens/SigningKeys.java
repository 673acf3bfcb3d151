package dev.plinth.app.tokens;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import dev.plinth.app.values.StoreUnavailableException;
import dev.plinth.app.work.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The keys that sign access tokens. Each signs for {@link #PERIOD}; the next one is published {@link #NOTICE} before
 * it signs, and the one before stays published until its last token is over.
 */
public final class SigningKeys {
    /** How long a key signs. */
    public static final Duration PERIOD = Duration.ofDays(30);

    /** Longer than anybody may keep the published keys, so that everybody knows a key before its first token. */
    public static final Duration NOTICE = Duration.ofDays(1);

    /** How long published keys may be kept by those who fetch them. */
    public static final Duration PUBLISHED_MAX_AGE = Duration.ofHours(1);

    private static final Duration FRESH = Duration.ofMinutes(1);
    // An unknown key id may be a new key's, or anything that a stranger made up: ask for the latter seldom.
    private static final Duration FRESH_FOR_UNKNOWN = Duration.ofSeconds(5);

    private final SigningKeyStore store;
    private final Transactions transactions;
    private final Clock clock;
    private final AtomicReference<Loaded> loaded = new AtomicReference<>(new Loaded(List.of(), Instant.MIN));

    private record Loaded(List<SigningKey> keys, Instant at) {}

    public SigningKeys(SigningKeyStore store, Transactions transactions, Clock clock) {
        this.store = store;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The key that signs now; the first caller of all makes it. */
    SigningKey current() {
        Instant now = clock.instant();
        return newestAt(fresh(FRESH), now).or(() -> newestAt(rotate(), now)).orElseThrow();
    }

    /** The public halves of all keys whose tokens may be met, now or soon. */
    public JWKSet published() {
        current();
        return published(fresh(FRESH));
    }

    /** Those that may have signed a token that names this key. */
    JWKSet publishedFor(String id) {
        List<SigningKey> keys = fresh(FRESH);
        boolean known = keys.stream().anyMatch(key -> key.id().equals(id));
        return published(known ? keys : fresh(FRESH_FOR_UNKNOWN));
    }

    private static JWKSet published(List<SigningKey> keys) {
        return new JWKSet(
                keys.stream().map(key -> (JWK) key.pair().toPublicJWK()).toList());
    }

    /** Makes the next key when its time has come, and forgets those whose last token is over. */
    public List<SigningKey> rotate() {
        List<SigningKey> keys = transactions.within(() -> {
            Instant now = clock.instant();
            List<SigningKey> kept = store.lockAll();
            if (kept.isEmpty()) {
                store.insert(generated(now));
            } else {
                Instant next = kept.getLast().signsFrom().plus(PERIOD);
                if (!next.minus(NOTICE).isAfter(now)) {
                    Instant noticed = now.plus(NOTICE);
                    store.insert(generated(next.isAfter(noticed) ? next : noticed));
                }
                forgetOver(kept, now);
            }
            return store.all();
        });
        loaded.set(new Loaded(keys, clock.instant()));
        return keys;
    }

    private void forgetOver(List<SigningKey> kept, Instant now) {
        for (int index = 0; index + 1 < kept.size(); index++) {
            Instant over =
                    kept.get(index + 1).signsFrom().plus(AccessTokens.LIFETIME).plus(NOTICE);
            if (over.isBefore(now)) {
                store.delete(kept.get(index).id());
            }
        }
    }

    private List<SigningKey> fresh(Duration age) {
        Loaded last = loaded.get();
        Instant now = clock.instant();
        if (!last.keys().isEmpty() && last.at().plus(age).isAfter(now)) {
            return last.keys();
        }
        try {
            List<SigningKey> keys = store.all();
            loaded.set(new Loaded(keys, now));
            return keys;
        } catch (StoreUnavailableException outage) {
            if (last.keys().isEmpty()) {
                throw outage;
            }
            // Keys change once a month: those of a moment ago serve, and the store is asked again a little later.
            loaded.set(new Loaded(last.keys(), now.minus(FRESH).plus(FRESH_FOR_UNKNOWN)));
            return last.keys();
        }
    }

    private static Optional<SigningKey> newestAt(List<SigningKey> keys, Instant now) {
        return keys.reversed().stream()
                .filter(key -> !key.signsFrom().isAfter(now))
                .findFirst();
    }

    private static SigningKey generated(Instant signsFrom) {
        try {
            ECKey pair = new ECKeyGenerator(Curve.P_256)
                    .keyID(UUID.randomUUID().toString())
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256)
                    .generate();
            return new SigningKey(pair, signsFrom);
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
