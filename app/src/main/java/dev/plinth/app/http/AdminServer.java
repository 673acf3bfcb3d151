package dev.plinth.app.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plinth.app.json.Json;
import dev.plinth.app.lifecycle.CheckResult;
import dev.plinth.app.lifecycle.Health;
import dev.plinth.app.lifecycle.Phase;
import dev.plinth.app.lifecycle.Readiness;
import dev.plinth.app.telemetry.Meters;
import dev.plinth.app.values.Names;
import io.helidon.common.media.type.MediaTypes;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.nio.charset.StandardCharsets;

/** The health checks and the meters, on a socket of their own that answers before, during and after the API's. */
public final class AdminServer implements AutoCloseable {
    private static final double NANOS_A_MILLI = 1e6;

    private final Health health;
    private final Meters meters;
    private final Patience patience = new Patience();
    private final Listener listener;

    /** Starts to listen. */
    public AdminServer(Listen listen, Colour colour, Health health, Meters meters) {
        this.health = health;
        this.meters = meters;
        var headers = new ResponseHeaders(colour, health);
        HttpRouting.Builder routing =
                HttpRouting.builder().addFilter(new HangUp()).addFilter(new RequestFilter(headers, patience));
        new Routes(routing, "/health/live", MediaTypes.APPLICATION_JSON, Toll.NONE)
                .get(this::live)
                .end();
        new Routes(routing, "/health/started", MediaTypes.APPLICATION_JSON, Toll.NONE)
                .get(this::started)
                .end();
        new Routes(routing, "/health/ready", MediaTypes.APPLICATION_JSON, Toll.NONE)
                .get(this::ready)
                .end();
        new Routes(routing, "/health", MediaTypes.APPLICATION_JSON, Toll.NONE)
                .get(this::details)
                .end();
        routing.get("/metrics", this::metrics);
        var site = new Site("MDL_ADMIN_PORT", routing, headers, new Errors(refusal -> {}, ErrorPages.NONE), Toll.NONE);
        listener = new Listener(site, listen, Intake.HEALTH, patience);
    }

    public int port() {
        return listener.port();
    }

    /** Asks nothing of anyone: a database that is down is no reason to restart the app. */
    private void live(ServerRequest request, ServerResponse response) {
        Replies.json(request, response, Status.OK_200, Json.object().put("status", "up"));
    }

    private void started(ServerRequest request, ServerResponse response) {
        boolean started = health.phase() != Phase.STARTING;
        Replies.json(request, response, status(started), Json.object().put("status", started ? "up" : "starting"));
    }

    private void ready(ServerRequest request, ServerResponse response) {
        Readiness readiness = health.readiness();
        ObjectNode body = Json.object().put("status", summary(readiness));
        ObjectNode checks = body.putObject("checks");
        readiness.checks().forEach((name, up) -> checks.put(name, up ? "up" : "down"));
        Replies.json(request, response, status(readiness.isReady()), body);
    }

    /** For people: what each check found and how long it took, and whether the schema is the one that is needed. */
    private void details(ServerRequest request, ServerResponse response) {
        ObjectNode body = Json.object().put("phase", Names.of(health.phase()));
        ObjectNode checks = body.putObject("checks");
        for (CheckResult result : health.results()) {
            checks.putObject(result.name())
                    .put("status", result.up() ? "up" : "down")
                    .put("required", result.required())
                    .put("latency_ms", result.took().toNanos() / NANOS_A_MILLI);
        }
        ObjectNode schema = body.putObject("schema");
        meters.value("mdl.schema.version").ifPresent(version -> schema.put("version", (long) version));
        meters.value("mdl.schema.expected").ifPresent(version -> schema.put("expected", (long) version));
        Replies.json(request, response, Status.OK_200, body);
    }

    private void metrics(ServerRequest request, ServerResponse response) {
        boolean exemplars = request.headers()
                .first(HeaderNames.ACCEPT)
                .filter(accept -> accept.contains("application/openmetrics-text"))
                .isPresent();
        Meters.Format format = exemplars ? Meters.Format.OPEN_METRICS : Meters.Format.TEXT;
        Replies.send(
                request, response, format.mediaType(), meters.scrape(format).getBytes(StandardCharsets.UTF_8));
    }

    private static Status status(boolean good) {
        return good ? Status.OK_200 : Status.SERVICE_UNAVAILABLE_503;
    }

    private static String summary(Readiness readiness) {
        return switch (readiness.phase()) {
            case STARTING -> "starting";
            case DRAINING -> "draining";
            case SERVING -> {
                if (!readiness.isReady()) {
                    yield "down";
                }
                yield readiness.isDegraded() ? "degraded" : "up";
            }
        };
    }

    @Override
    public void close() {
        listener.close();
        patience.close();
    }
}
