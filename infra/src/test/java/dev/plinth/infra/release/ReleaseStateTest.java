package dev.plinth.infra.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.pulumi.exceptions.RunException;
import dev.plinth.infra.release.ReleaseRequest.Change;
import dev.plinth.infra.release.ReleaseRequest.Deploy;
import dev.plinth.infra.release.ReleaseRequest.GoLive;
import dev.plinth.infra.release.ReleaseRequest.Restore;
import dev.plinth.infra.release.ReleaseRequest.Share;
import dev.plinth.infra.release.ReleaseState.Images;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class ReleaseStateTest {
    private static final ReleaseState BLUE_LIVE =
            new ReleaseState(Colour.BLUE, new Weights(100, 0), new Images("repo@sha256:old", "repo@sha256:older"));
    private static final String NEW = "repo@sha256:new";

    @Test
    void theFirstRunMakesBlueLiveAndGivesBothColoursTheImage() {
        assertThat(ReleaseState.next(Optional.empty(), ReleaseRequest.NONE, NEW))
                .isEqualTo(new ReleaseState(Colour.BLUE, new Weights(100, 0), new Images(NEW, NEW)));
    }

    @Test
    void withoutARequestANewImageChangesNothing() {
        assertThat(next()).isEqualTo(BLUE_LIVE);
    }

    @Test
    void theIdleColourGetsTheNewImage() {
        assertThat(next(new Deploy(Colour.GREEN)))
                .isEqualTo(new ReleaseState(Colour.BLUE, new Weights(100, 0), new Images("repo@sha256:old", NEW)));
    }

    @Test
    void aColourGetsAnImageAgainThatAFailedUpdateWasToReplace() {
        assertThat(next(new GoLive(Colour.BLUE), new Restore(Colour.GREEN, "repo@sha256:oldest")))
                .isEqualTo(new ReleaseState(
                        Colour.BLUE, new Weights(100, 0), new Images("repo@sha256:old", "repo@sha256:oldest")));
    }

    @Test
    void aColourWithTrafficGetsNoOldImageEither() {
        assertThatExceptionOfType(ImpossibleRelease.class)
                .isThrownBy(() -> next(new Restore(Colour.BLUE, "repo@sha256:oldest")))
                .withMessageContaining("blue has weight 100 before and 100 after");
    }

    @Test
    void goingLiveTakesAllTraffic() {
        assertThat(next(new GoLive(Colour.GREEN)))
                .isEqualTo(new ReleaseState(Colour.GREEN, new Weights(0, 100), BLUE_LIVE.images()));
    }

    @Test
    void aFlipAndAFlipBackEndWhereTheyBegan() {
        var flipped = next(new GoLive(Colour.GREEN));

        assertThat(ReleaseState.next(Optional.of(flipped), request(new GoLive(Colour.BLUE)), NEW))
                .isEqualTo(BLUE_LIVE);
    }

    @Test
    void aCanaryGetsItsShare() {
        assertThat(next(new Share(new Weights(90, 10))).weights()).isEqualTo(new Weights(90, 10));
    }

    @Test
    void aColourMayGoLiveWithAShareOnly() {
        var state = next(new GoLive(Colour.GREEN), new Share(new Weights(20, 80)));

        assertThat(state.live()).isEqualTo(Colour.GREEN);
        assertThat(state.weights()).isEqualTo(new Weights(20, 80));
    }

    @Test
    void theLiveColourCannotBeWithoutTraffic() {
        assertThatExceptionOfType(ImpossibleRelease.class)
                .isThrownBy(() -> next(new Share(new Weights(0, 100))))
                .withMessageContaining("blue is live with weight 0")
                .withMessageContaining("{\"live\": \"green\"}");
    }

    @Test
    void aColourWithTrafficGetsNoNewImage() {
        assertThatExceptionOfType(ImpossibleRelease.class)
                .isThrownBy(() -> next(new Deploy(Colour.BLUE)))
                .withMessageContaining("blue has weight 100 before and 100 after");
    }

    @Test
    void aNewImageAndItsTrafficDoNotComeInOneRun() {
        assertThatExceptionOfType(ImpossibleRelease.class)
                .isThrownBy(() -> next(new Deploy(Colour.GREEN), new GoLive(Colour.GREEN)))
                .withMessageContaining("green has weight 0 before and 100 after");
    }

    @Test
    void aColourThatLosesItsTrafficInTheSameRunGetsNoNewImageEither() {
        assertThatExceptionOfType(ImpossibleRelease.class)
                .isThrownBy(() -> next(new Deploy(Colour.BLUE), new GoLive(Colour.GREEN)))
                .withMessageContaining("blue has weight 100 before and 0 after");
    }

    @Test
    void whatTheOutputHoldsIsReadBackAsItWas() {
        // Numbers come back from the engine as doubles.
        Map<String, Object> output = Map.of(
                "live", "blue",
                "weights", Map.of("blue", 100.0, "green", 0.0),
                "images", Map.of("blue", "repo@sha256:old", "green", "repo@sha256:older"));

        assertThat(ReleaseHistory.parse(output)).isEqualTo(BLUE_LIVE);
        assertThat(ReleaseHistory.parse(BLUE_LIVE.toOutput())).isEqualTo(BLUE_LIVE);
    }

    @Test
    void anOutputThatSomebodyElseWroteIsRefusedWithACure() {
        assertThatExceptionOfType(RunException.class)
                .isThrownBy(() -> ReleaseHistory.parse(Map.of("live", "blue")))
                .withMessageContaining("pulumi stack import");
    }

    @ParameterizedTest
    @CsvSource({"-1, 101", "50, 49", "101, 0"})
    void weightsAddUpToAHundred(int blue, int green) {
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> new Weights(blue, green));
    }

    @ParameterizedTest
    @EnumSource
    void aColourIsReadAsItIsWritten(Colour colour) {
        assertThat(Colour.parse(colour.toString())).contains(colour);
        assertThat(colour.other().other()).isEqualTo(colour);
    }

    private static ReleaseState next(Change... changes) {
        return ReleaseState.next(Optional.of(BLUE_LIVE), request(changes), NEW);
    }

    private static ReleaseRequest request(Change... changes) {
        return new ReleaseRequest(List.of(changes));
    }
}
