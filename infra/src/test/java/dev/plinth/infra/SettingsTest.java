package dev.plinth.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.plinth.infra.config.Problem;
import dev.plinth.infra.config.Settings;
import dev.plinth.infra.release.Colour;
import dev.plinth.infra.release.ReleaseRequest.Deploy;
import dev.plinth.infra.release.ReleaseRequest.GoLive;
import dev.plinth.infra.release.ReleaseRequest.Restore;
import dev.plinth.infra.release.ReleaseRequest.Share;
import dev.plinth.infra.release.Weights;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Configuration as the engine hands it over. */
final class SettingsTest {
    @Test
    void aSecretIsNeverShown() {
        var values = new HashMap<>(StackFiles.valid("edge: {priceClass: dear}").values());
        var failure = StackFiles.failure(new Settings("staging", values, Set.of("plinth:edge")));

        assertThat(failure.problems())
                .singleElement()
                .extracting(Problem::found)
                .isEqualTo("a secret, not shown");
    }

    @Test
    void brokenJsonIsAProblemLikeAnyOther() {
        var values = new HashMap<>(StackFiles.valid("keys: {}").values());
        values.put("plinth:release", "{live: green");

        assertThat(StackFiles.failure(Settings.of("staging", values)).problems())
                .extracting(Problem::path)
                .containsExactly("plinth:release");
    }

    @Test
    void aReleaseRequestComesAsJsonTextFromTheCommandLine() {
        var values = new HashMap<>(StackFiles.valid("keys: {}").values());
        values.put(
                "plinth:release",
                "{\"live\":\"green\",\"weights\":{\"blue\":10,\"green\":90},\"images\":{\"blue\":\"current\"}}");

        assertThat(Environment.of(Settings.of("staging", values))
                        .app()
                        .request()
                        .changes())
                .containsExactly(new GoLive(Colour.GREEN), new Share(new Weights(10, 90)), new Deploy(Colour.BLUE));
    }

    @Test
    void anImageThatAColourRanIsNamedByItsDigest() {
        var image = "registry/api@sha256:" + "0123456789abcdef".repeat(4);
        var values = new HashMap<>(StackFiles.valid("keys: {}").values());
        values.put("plinth:release", "{\"images\":{\"green\":\"%s\"}}".formatted(image));

        assertThat(Environment.of(Settings.of("staging", values))
                        .app()
                        .request()
                        .changes())
                .containsExactly(new Restore(Colour.GREEN, image));
    }

    @Test
    void settingsOfOthersAreLeftAlone() {
        var values = new HashMap<>(StackFiles.valid("keys: {}").values());
        values.put("aws:region", "us-east-1");

        assertThatCode(() -> Environment.of(Settings.of("staging", values))).doesNotThrowAnyException();
    }

    @Test
    void whatTheLanguageHostPassesIsReadAsItIs() {
        var settings = Settings.ofProcess(
                "local",
                Map.of(
                        "PULUMI_CONFIG",
                        "{\"plinth:region\":\"eu-central-1\"," + "\"plinth:network\":\"{\\\"zones\\\":[\\\"a\\\"]}\"}",
                        "PULUMI_CONFIG_SECRET_KEYS",
                        "[\"plinth:network\"]"));

        assertThat(settings.values())
                .containsEntry("plinth:region", "eu-central-1")
                .containsEntry("plinth:network", "{\"zones\":[\"a\"]}");
        assertThat(settings.secretKeys()).containsExactly("plinth:network");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PR-12", "pr_12", "12", "a-name-that-is-far-too-long", "pr-", ""})
    void aStackWhoseNameCannotBePartOfOtherNamesIsRefused(String stack) {
        var values = StackFiles.valid("keys: {}").values();

        assertThat(StackFiles.failure(Settings.of(stack, values)).problems())
                .extracting(Problem::path)
                .containsExactly("the stack's name");
    }
}
