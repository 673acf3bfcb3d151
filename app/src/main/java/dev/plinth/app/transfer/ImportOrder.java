package dev.plinth.app.transfer;

import dev.plinth.app.access.Actor;
import dev.plinth.app.formats.RecordFormat;

/** What was ordered, by whom; {@code trial} only finds out what would happen. */
public record ImportOrder(Actor actor, RecordFormat format, ImportMode mode, boolean trial) {}
