package dev.plinth.infra.notices;

import com.pulumi.core.Output;
import dev.plinth.infra.logs.Logs;

/** Where a component's logs go, and where its alarms and events go. */
public record Signals(Logs logs, Output<String> topicArn) {}
