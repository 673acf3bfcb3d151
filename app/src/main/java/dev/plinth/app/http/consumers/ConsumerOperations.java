package dev.plinth.app.http.consumers;

import dev.plinth.app.access.Scope;
import dev.plinth.app.consumers.Consumer;
import dev.plinth.app.consumers.ConsumerJson;
import dev.plinth.app.consumers.ConsumerKind;
import dev.plinth.app.consumers.ConsumerName;
import dev.plinth.app.consumers.Consumers;
import dev.plinth.app.consumers.Usage;
import dev.plinth.app.http.Api;
import dev.plinth.app.http.Call;
import dev.plinth.app.http.JsonObjectReader;
import dev.plinth.app.http.Operation;
import dev.plinth.app.http.Operations;
import dev.plinth.app.http.Paging;
import dev.plinth.app.http.QueryReader;
import dev.plinth.app.http.Reply;
import dev.plinth.app.http.Uids;
import dev.plinth.app.http.metrics.MetricIds;
import dev.plinth.app.metrics.Metric;
import dev.plinth.app.metrics.Metrics;
import dev.plinth.app.metrics.Version;
import dev.plinth.app.metrics.View;
import dev.plinth.app.values.Label;
import io.helidon.http.Method;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Consumers of metrics over HTTP. Decodes, delegates and encodes; decides nothing. */
public final class ConsumerOperations implements Operations {
    private static final String PATH = "/api/v1/metrics/{id}/consumers";
    private static final String ONE = PATH + "/{consumer}";

    private final Consumers consumers;
    private final Metrics metrics;

    public ConsumerOperations(Consumers consumers, Metrics metrics) {
        this.consumers = consumers;
        this.metrics = metrics;
    }

    @Override
    public void addTo(Api api) {
        api.add(Operation.get("listConsumers", PATH, Scope.METRICS_READ), this::list)
                .add(Operation.change("registerConsumer", Method.POST, PATH, Scope.METRICS_WRITE), this::register)
                .add(Operation.get("getConsumer", ONE, Scope.METRICS_READ), this::get)
                .add(Operation.change("removeConsumer", Method.DELETE, ONE, Scope.METRICS_WRITE), this::remove);
    }

    private Reply list(Call call) {
        QueryReader query = call.query();
        Paging paging = Paging.read(call, query);
        query.finish();
        return Reply.ok(paging.json(
                consumers.list(metric(call), Uids.after(paging), paging.limit()),
                ConsumerJson::write,
                consumer -> List.of(consumer.uid().toString())));
    }

    private Reply register(Call call) {
        call.withoutParameters();
        Consumer consumer = consumers.register(call.actor(), metric(call), usage(call.body()));
        return Reply.created(call.path() + "/" + consumer.uid(), ConsumerJson.write(consumer));
    }

    private Reply get(Call call) {
        UUID uid = uid(call.withoutParameters());
        return Reply.ok(ConsumerJson.write(consumers.get(metric(call), uid)));
    }

    private Reply remove(Call call) {
        UUID uid = uid(call.withoutParameters());
        consumers.remove(call.actor(), metric(call), uid);
        return Reply.noContent();
    }

    private Metric metric(Call call) {
        return metrics.get(MetricIds.of(call), View.of(call.principal()));
    }

    private static UUID uid(Call call) {
        return Uids.ofPath(call, "consumer", "consumer");
    }

    private static Usage usage(JsonObjectReader body) {
        Optional<ConsumerKind> kind = body.choice("kind", ConsumerKind.class);
        Optional<Label> name = body.text("name", Label::new);
        Optional<Version> version = body.optional("version", Version::parse);
        Optional<Label> contact = body.optional("contact", Label::new);
        body.finish();
        return new Usage(new ConsumerName(kind.orElseThrow(), name.orElseThrow()), version, contact);
    }
}
