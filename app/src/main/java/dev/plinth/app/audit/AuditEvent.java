package dev.plinth.app.audit;

import dev.plinth.app.changes.KeptChange;
import dev.plinth.app.changes.Link;

/** A change with its place in the chain. */
public record AuditEvent(Link link, KeptChange kept) {}
