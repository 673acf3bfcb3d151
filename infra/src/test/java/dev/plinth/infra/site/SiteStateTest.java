package dev.plinth.infra.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulumi.exceptions.RunException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How the pointer to the live release moves. */
final class SiteStateTest {
    private static final SiteRequest KEEP = new SiteRequest.Keep();
    private static final SiteRequest ROLL_BACK = new SiteRequest.RollBack();

    @Test
    void nothingIsLiveBeforeTheFirstRelease() {
        assertThat(SiteState.next(Optional.empty(), KEEP).toOutput())
                .isEqualTo(Map.of("version", "none", "previous", List.of()));
    }

    @Test
    void aRunWithoutARequestChangesNothing() {
        var state = state("2", "1");

        assertThat(SiteState.next(Optional.of(state), KEEP)).isEqualTo(state);
    }

    @Test
    void aReleaseGoesLiveAndTheOneBeforeIsRemembered() {
        assertThat(publish(state("2", "1"), "3")).isEqualTo(state("3", "2", "1"));
    }

    @Test
    void publishingTheLiveReleaseChangesNothing() {
        assertThat(publish(state("2", "1"), "2")).isEqualTo(state("2", "1"));
    }

    @Test
    void anOldReleaseThatGoesLiveAgainIsRememberedOnce() {
        assertThat(publish(state("3", "2", "1"), "1")).isEqualTo(state("1", "3", "2"));
    }

    @Test
    void rollingBackTwiceGoesBackTwice() {
        var once = SiteState.next(Optional.of(state("3", "2", "1")), ROLL_BACK);
        var twice = SiteState.next(Optional.of(once), ROLL_BACK);

        assertThat(once).isEqualTo(state("2", "1"));
        assertThat(twice).isEqualTo(state("1"));
    }

    @Test
    void withoutAPastThereIsNoWayBack() {
        assertThatThrownBy(() -> SiteState.next(Optional.of(state("1")), ROLL_BACK))
                .isInstanceOf(RunException.class)
                .hasMessageContaining("plinth:site")
                .hasMessageContaining("live is 1, and nothing was live before it");
    }

    @Test
    void onlyTheLastReleasesAreRemembered() {
        var state = IntStream.rangeClosed(1, 20)
                .mapToObj(String::valueOf)
                .reduce(SiteState.NONE, SiteStateTest::publish, (first, second) -> second);

        assertThat(state.live()).contains("20");
        assertThat(state.past()).hasSize(SiteState.PAST_MAX).startsWith("19").endsWith("10");
    }

    @Test
    void theOutputOfOneRunIsTheInputOfTheNext() {
        assertThat(SiteHistory.parse(state("2", "1").toOutput())).isEqualTo(state("2", "1"));
        assertThat(SiteHistory.parse(SiteState.NONE.toOutput())).isEqualTo(SiteState.NONE);
    }

    @Test
    void anOutputThatSomebodyElseWroteIsRefused() {
        assertThatThrownBy(() -> SiteHistory.parse(Map.of("version", 1, "previous", List.of())))
                .isInstanceOf(RunException.class)
                .hasMessageContaining("'site'");
    }

    private static SiteState publish(SiteState before, String version) {
        return SiteState.next(Optional.of(before), new SiteRequest.Publish(version));
    }

    private static SiteState state(String live, String... past) {
        return new SiteState(Optional.of(live), List.of(past));
    }
}
