package dev.plinth.app;

import dev.plinth.app.crypto.MasterKeys;
import dev.plinth.app.crypto.Vault;
import dev.plinth.app.http.ConditionalLayer;
import dev.plinth.app.http.FreshnessLayer;
import dev.plinth.app.http.IdempotencyLayer;
import dev.plinth.app.http.Layer;
import dev.plinth.app.http.Manners;
import dev.plinth.app.http.RetryLayer;
import dev.plinth.app.http.TransactionLayer;
import dev.plinth.app.http.compression.CompressionLayer;
import dev.plinth.app.idempotency.KeptAnswers;
import dev.plinth.app.jobs.Job;
import dev.plinth.app.limits.RateLimits;
import dev.plinth.app.limits.SharedRates;
import dev.plinth.app.postgres.idempotency.KeptAnswerTable;
import java.time.Duration;
import java.util.List;

/** How the API behaves towards all clients, whatever they ask for. */
final class MannersFeature {
    private static final Duration CLEANING_PAUSE = Duration.ofMinutes(15);

    /** As long as other instances may let a caller go on who has used up its allowance here. */
    private static final Duration SHARING_PAUSE = Duration.ofMillis(250);

    private final Foundations foundations;
    private final KeptAnswers answers;
    private final RateLimits rates;

    MannersFeature(Foundations foundations, SharedRates shared) {
        this.foundations = foundations;
        rates = new RateLimits(foundations.configuration().manners().rates(), shared, foundations.meters());
        var masters = new MasterKeys(foundations.configuration().identity().masterKeys());
        answers = new KeptAnswerTable(foundations.database(), new Vault(masters));
    }

    /** What is done around every call, the outermost first. */
    List<Layer> layers() {
        return List.of(
                new FreshnessLayer(),
                new CompressionLayer(foundations.meters()),
                new ConditionalLayer(),
                new RetryLayer(),
                new TransactionLayer(foundations.transactions()),
                new IdempotencyLayer(answers));
    }

    /** The same for pages, which change nothing but who is signed in. */
    List<Layer> pageLayers() {
        return List.of(new CompressionLayer(foundations.meters()));
    }

    Manners manners() {
        return new Manners(foundations.configuration().manners(), rates, foundations.telemetry());
    }

    List<Job> jobs() {
        return List.of(
                new Job("idempotency-keys", CLEANING_PAUSE, answers::forgetOld),
                new Job("rate-limits", SHARING_PAUSE, rates::synchronize));
    }
}
