package dev.plinth.infra.notices;

import com.pulumi.core.Output;
import dev.plinth.infra.logs.Logs;

/**
 * Where a component's logs go, and where its alarms and events go.
 *
 * @param globalTopicArn for alarms on what belongs to no region, see {@link Notices#globalTopicArn}
 */
public record Signals(Logs logs, Output<String> topicArn, Output<String> globalTopicArn) {}
