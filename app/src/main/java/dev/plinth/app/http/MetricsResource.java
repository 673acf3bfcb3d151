package dev.plinth.app.http;

import dev.plinth.app.json.MetricJson;
import dev.plinth.app.metrics.FoundMetric;
import dev.plinth.app.metrics.InvalidValueException;
import dev.plinth.app.metrics.Metric;
import dev.plinth.app.metrics.MetricId;
import dev.plinth.app.metrics.MetricNotFoundException;
import dev.plinth.app.metrics.Metrics;
import io.helidon.common.media.type.MediaTypes;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/** Metrics over HTTP. Decodes, delegates and encodes; decides nothing. */
final class MetricsResource implements HttpService {
    static final String PATH = "/api/v1/metrics";
    private static final HeaderName X_CACHE = HeaderNames.create("X-Cache");

    private final Metrics metrics;

    MetricsResource(Metrics metrics) {
        this.metrics = metrics;
    }

    @Override
    public void routing(HttpRules rules) {
        new Routes(rules, "/", MediaTypes.APPLICATION_JSON)
                .get(this::list)
                .post(this::create)
                .end();
        new Routes(rules, "/{id}", MediaTypes.APPLICATION_JSON).get(this::get).end();
    }

    private void list(ServerRequest request, ServerResponse response) {
        MetricListing listing = MetricListing.read(request.query());
        Replies.json(request, response, Status.OK_200, listing.json(metrics.list(listing.query())));
    }

    private void get(ServerRequest request, ServerResponse response) {
        new QueryReader(request.query()).finish();
        FoundMetric found = metrics.get(id(request));
        response.header(X_CACHE, found.cacheUse().name());
        Replies.json(request, response, Status.OK_200, MetricJson.write(found.metric()));
    }

    private void create(ServerRequest request, ServerResponse response) {
        new QueryReader(request.query()).finish();
        Metric metric = metrics.create(new MetricReader(JsonBody.read(request)).read());
        response.header(HeaderNames.LOCATION, PATH + "/" + metric.id());
        Replies.json(request, response, Status.CREATED_201, MetricJson.write(metric));
    }

    /** What cannot be an id names no metric. */
    private static MetricId id(ServerRequest request) {
        String given = request.path().pathParameters().get("id");
        try {
            return new MetricId(given);
        } catch (InvalidValueException impossible) {
            throw new MetricNotFoundException(given);
        }
    }
}
