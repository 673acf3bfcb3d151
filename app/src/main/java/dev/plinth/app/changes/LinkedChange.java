package dev.plinth.app.changes;

/** A change that has its place in the order. */
public record LinkedChange(Link link, KeptChange kept) {
    RecordedChange recorded() {
        return new RecordedChange(
                link.sequence(), kept.at(), kept.change().type(), kept.change().subject());
    }
}
