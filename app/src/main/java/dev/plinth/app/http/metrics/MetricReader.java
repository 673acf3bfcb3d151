package dev.plinth.app.http.metrics;

import dev.plinth.app.http.JsonObjectReader;
import dev.plinth.app.metrics.CalculationType;
import dev.plinth.app.metrics.Classification;
import dev.plinth.app.metrics.MetricContent;
import dev.plinth.app.metrics.MetricType;
import dev.plinth.app.metrics.Remarks;
import dev.plinth.app.metrics.Tier;
import dev.plinth.app.values.DomainId;
import dev.plinth.app.values.Label;
import dev.plinth.app.values.MetricId;
import dev.plinth.app.values.Prose;
import dev.plinth.app.values.Tag;
import java.util.List;
import java.util.Optional;

/** Makes a metric's content of the JSON that a client sent. */
public final class MetricReader {
    private static final int TIER_UNLESS_TOLD = 3;

    private final JsonObjectReader body;

    public MetricReader(JsonObjectReader body) {
        this.body = body;
    }

    /** The content of a metric that is named in the JSON; throws with every fault that it has. */
    public MetricContent read() {
        return read(body.text("metric_id", MetricId::new));
    }

    /** The content of the metric of this id, which the JSON may name again, but no other. */
    public MetricContent readFor(MetricId id) {
        Optional<MetricId> named = body.optional("metric_id", MetricId::new);
        if (named.isPresent() && !named.get().equals(id)) {
            body.refuse(
                    "metric_id",
                    "must be left out or be the id in the address; POST to the metric's ':rename' to change it");
        }
        return read(Optional.of(id));
    }

    private MetricContent read(Optional<MetricId> id) {
        Optional<Label> name = body.text("name", Label::new);
        Optional<Prose> description = body.text("description", Prose::new);
        Optional<Classification> classification = classification();
        var definition = body.object("definition").flatMap(DefinitionReader::read);
        var stewardship = new StewardshipReader(body).read();
        Optional<Remarks> remarks = remarks();
        body.finish();
        return new MetricContent(
                id.orElseThrow(),
                name.orElseThrow(),
                description.orElseThrow(),
                classification.orElseThrow(),
                definition.orElseThrow(),
                stewardship.orElseThrow(),
                remarks.orElseThrow());
    }

    private Optional<Classification> classification() {
        Optional<DomainId> domain = body.text("domain", DomainId::new);
        Optional<Tier> tier = body.integer("tier", TIER_UNLESS_TOLD, Tier::new);
        Optional<MetricType> type = body.choice("metric_type", MetricType.class);
        Optional<CalculationType> calculation = body.choice("calc_type", CalculationType.class, CalculationType.SIMPLE);
        List<Tag> tags = body.texts("tags", Tag::new);
        if (domain.isEmpty() || tier.isEmpty() || type.isEmpty() || calculation.isEmpty()) {
            return Optional.empty();
        }
        return body.whole(
                "tags", () -> new Classification(domain.get(), tier.get(), type.get(), calculation.get(), tags));
    }

    private Optional<Remarks> remarks() {
        List<Label> aliases = body.texts("aliases", Label::new);
        Optional<Prose> notes = body.optional("notes", Prose::new);
        return body.whole("aliases", () -> new Remarks(aliases, notes));
    }
}
