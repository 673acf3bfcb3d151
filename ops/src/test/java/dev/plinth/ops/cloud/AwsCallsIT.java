package dev.plinth.ops.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** Each call of AWS that this command makes is proven: against moto, or where moto has a gap, against a written answer. */
final class AwsCallsIT {
    @Test
    void motoHasAnsweredEachCallButForItsGaps() {
        var unanswered = new TreeSet<>(AwsCalls.all());
        unanswered.removeAll(answered("dev.plinth.ops.BootstrapIT", CloudIT.class.getName()));

        assertThat(unanswered).isEqualTo(CloudGapsTest.GAPS.keySet());
        assertThat(answered(CloudGapsTest.class.getName())).containsAll(CloudGapsTest.GAPS.keySet());
    }

    /** Runs these tests here, and tells which calls of the command's were answered meanwhile. */
    private static Set<String> answered(String... tests) {
        var request = LauncherDiscoveryRequestBuilder.request()
                .selectors(Stream.of(tests).map(name -> selectClass(name)).toList())
                .build();
        var summary = new SummaryGeneratingListener();
        CallRecorder.take();
        LauncherFactory.create().execute(request, summary);
        assertThat(summary.getSummary().getFailures())
                .as("failures of what ran inside: see the tests themselves")
                .isEmpty();
        assertThat(summary.getSummary().getTestsSucceededCount()).isPositive();
        return CallRecorder.take();
    }
}
