package dev.plinth.app.objectives;

import dev.plinth.app.values.DomainId;
import dev.plinth.app.values.Label;
import dev.plinth.app.values.Prose;

/** What people write about an objective. */
public record ObjectiveContent(DomainId domain, Label name, Prose description, Period period) {}
