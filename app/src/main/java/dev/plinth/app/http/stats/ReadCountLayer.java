package dev.plinth.app.http.stats;

import dev.plinth.app.http.Call;
import dev.plinth.app.http.Endpoint;
import dev.plinth.app.http.Layer;
import dev.plinth.app.http.Reply;
import dev.plinth.app.stats.Reads;
import io.helidon.http.Status;

/** Counts the metrics that are read one by one, from the cache too; those that are refused are not counted. */
public final class ReadCountLayer implements Layer {
    private static final String OPERATION = "getMetric";

    private final Reads reads;

    public ReadCountLayer(Reads reads) {
        this.reads = reads;
    }

    @Override
    public Reply around(Call call, Endpoint next) {
        Reply reply = next.handle(call);
        if (call.operation().id().equals(OPERATION) && reply.status().equals(Status.OK_200)) {
            reads.count(call.path("id"));
        }
        return reply;
    }
}
