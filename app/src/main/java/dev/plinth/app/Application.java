package dev.plinth.app;

import static java.lang.System.Logger.Level.INFO;

import dev.plinth.app.cache.ReadThrough;
import dev.plinth.app.changes.ChangeRecorder;
import dev.plinth.app.http.AdminServer;
import dev.plinth.app.http.ApiServer;
import dev.plinth.app.http.Identity;
import dev.plinth.app.http.Operation;
import dev.plinth.app.jobs.Bell;
import dev.plinth.app.jobs.Jobs;
import dev.plinth.app.lifecycle.Check;
import dev.plinth.app.lifecycle.Health;
import dev.plinth.app.postgres.Database;
import dev.plinth.app.postgres.DatabaseGate;
import dev.plinth.app.postgres.DatabaseSettings;
import dev.plinth.app.postgres.JdbiTransactions;
import dev.plinth.app.postgres.Migrations;
import dev.plinth.app.postgres.changes.ChangeTable;
import dev.plinth.app.redis.RedisCache;
import dev.plinth.app.telemetry.Telemetry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** The running app: started as a whole, drained and closed as a whole. */
public final class Application implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Application.class.getName());

    private final Health health;
    private final Closings closings;
    private final Duration notice;
    private final ApiServer api;
    private final AdminServer admin;

    private Application(Health health, Closings closings, Duration notice, ApiServer api, AdminServer admin) {
        this.health = health;
        this.closings = closings;
        this.notice = notice;
        this.api = api;
        this.admin = admin;
    }

    /** Returns when the app is ready; throws {@code StartupException} when it cannot start, with nothing left open. */
    public static Application start(Configuration configuration) {
        long begin = System.nanoTime();
        var closings = new Closings();
        try {
            Application application = wire(configuration, closings);
            LOG.log(
                    INFO,
                    "Ready",
                    Map.of(
                            "address",
                                    "http://%s:%d".formatted(configuration.api().host(), application.apiPort()),
                            "start_ms",
                                    Duration.ofNanos(System.nanoTime() - begin).toMillis()));
            return application;
        } catch (RuntimeException failure) {
            closings.closeAll();
            throw failure;
        }
    }

    private static Application wire(Configuration configuration, Closings closings) {
        var health = new Health();
        var identity = new Identity(configuration.colour(), Builds.current());
        var telemetry = new Telemetry(configuration.traces(), identity.service());
        closings.add(telemetry::close);
        // First, so that the health checks answer while the database is waited for; and closed last.
        var admin = new AdminServer(configuration.admin(), configuration.colour(), health, telemetry.meters());
        closings.add(admin::close);
        // Meanwhile: the client of Redis loads more classes than all the rest, and nothing waits for it.
        var opening = CompletableFuture.supplyAsync(() -> new RedisCache(configuration.redis(), telemetry));
        closings.add(() -> opening.join().close());
        prepare(configuration.database());
        var database = new Database(configuration.database());
        closings.add(database::close);
        database.watch(telemetry);
        RedisCache cache = opening.join();
        var transactions = new JdbiTransactions(database);
        var changesBell = new Bell();
        var foundations = new Foundations(
                configuration,
                identity,
                database,
                transactions,
                new ChangeRecorder(new ChangeTable(database), transactions, changesBell),
                changesBell,
                new ReadThrough(cache, telemetry.meters().registry(), Clock.systemUTC()),
                telemetry,
                Clock.systemUTC());
        var features = new Features(foundations, cache.rates());
        closings.add(features::close);
        telemetry.meters().watchMachine();
        // Closed after the API: what a request in flight still wants done is done.
        var jobs = new Jobs(features.jobs(), telemetry);
        closings.add(jobs::close);
        var api = new ApiServer(configuration.api(), identity, health, features.content());
        closings.add(api::close);
        health.serve(List.of(new Check("database", true, database::isUp), new Check("redis", false, cache::isUp)));
        return new Application(health, closings, configuration.drain().notice(), api, admin);
    }

    private static void prepare(DatabaseSettings settings) {
        var gate = new DatabaseGate(settings.login(), settings.startWait(), DatabaseVariables.LOGIN);
        gate.await();
        if (settings.migrates()) {
            new Migrations(settings.login()).run();
        } else {
            gate.awaitSchema();
        }
    }

    public int apiPort() {
        return api.port();
    }

    public int adminPort() {
        return admin.port();
    }

    /** What the API does. */
    public List<Operation> operations() {
        return api.operations();
    }

    /** Says that it is not ready, serves on until that is noticed, finishes the requests in flight, then closes all. */
    @Override
    public void close() {
        health.drain();
        LOG.log(INFO, "Draining", Map.of("notice_seconds", notice.toSeconds()));
        try {
            Thread.sleep(notice);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
        closings.closeAll();
        LOG.log(INFO, "Stopped");
    }
}
