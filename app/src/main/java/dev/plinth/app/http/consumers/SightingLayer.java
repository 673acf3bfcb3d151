package dev.plinth.app.http.consumers;

import dev.plinth.app.consumers.ConsumerName;
import dev.plinth.app.consumers.Sighting;
import dev.plinth.app.consumers.Sightings;
import dev.plinth.app.http.Call;
import dev.plinth.app.http.Endpoint;
import dev.plinth.app.http.Layer;
import dev.plinth.app.http.Reply;
import dev.plinth.app.values.InvalidValueException;
import dev.plinth.app.values.MetricId;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import java.util.Set;

/** Takes note of those who read a metric and say by the header {@code X-Mdl-Consumer} who they are. */
public final class SightingLayer implements Layer {
    private static final HeaderName CONSUMER = HeaderNames.create("X-Mdl-Consumer");
    private static final Set<String> READS = Set.of("getMetric");

    private final Sightings sightings;

    public SightingLayer(Sightings sightings) {
        this.sightings = sightings;
    }

    @Override
    public Reply around(Call call, Endpoint next) {
        Reply reply = next.handle(call);
        if (READS.contains(call.operation().id())) {
            call.header(CONSUMER).ifPresent(header -> note(call.path("id"), header));
        }
        return reply;
    }

    /** A header that says nothing sensible harms nobody: the reader gets the metric, and is not known. */
    private void note(String metric, String header) {
        try {
            sightings.note(new Sighting(new MetricId(metric), ConsumerName.parse(header)));
        } catch (InvalidValueException senseless) {
            return;
        }
    }
}
