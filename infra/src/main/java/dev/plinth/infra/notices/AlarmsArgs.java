package dev.plinth.infra.notices;

import com.pulumi.core.Output;
import dev.plinth.infra.component.Place;
import java.util.List;

/**
 * What a component's alarms are made from.
 *
 * @param topicArn a topic in the same region as the alarms: CloudWatch reaches no other
 * @param place the region of the metrics, and so of the alarms
 */
public record AlarmsArgs(List<Alarm> alarms, Output<String> topicArn, Place place) {

    public AlarmsArgs {
        alarms = List.copyOf(alarms);
    }

    /** Alarms on what is in the environment's own region. */
    public AlarmsArgs(List<Alarm> alarms, Output<String> topicArn) {
        this(alarms, topicArn, Place.HOME);
    }
}
