package dev.plinth.ops.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SiteFileTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "assets/index-BwY1Pnx2.js",
                "main.3f2a9c1d.css",
                "main.3f2a9c1d.css.map",
                "img/logo-0123456789abcdef.svg"
            })
    void aNameThatChangesWithTheContentIsKeptForever(String path) {
        assertThat(file(path).caching()).isEqualTo("public, max-age=31536000, immutable");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "index.html",
                "user-settings.js",
                "report-20261121.pdf",
                "3f2a9c1d.html",
                "main.3f2a9c1d/index.html",
                "app-3f2a9c1.js",
                "user-Settings.js"
            })
    void anyOtherIsAskedAboutBeforeEachUse(String path) {
        assertThat(file(path).caching()).isEqualTo("no-cache");
    }

    @ParameterizedTest
    @CsvSource({
        "index.html, text/html; charset=utf-8",
        "APP.JS, text/javascript; charset=utf-8",
        "a/b.woff2, font/woff2",
        "app.css.map, application/json",
        "thing.unheard, application/octet-stream"
    })
    void theEndingTellsTheType(String path, String type) {
        assertThat(file(path).contentType()).isEqualTo(type);
    }

    @Test
    void theSameFilesHaveTheSameName() {
        var one = java.util.List.of(file("index.html"));
        var other = java.util.List.of(new SiteFile("index.html", 1, "bb"));

        assertThat(SiteVersion.of(one))
                .hasSize(12)
                .isEqualTo(SiteVersion.of(one))
                .isNotEqualTo(SiteVersion.of(other));
    }

    private static SiteFile file(String path) {
        return new SiteFile(path, 1, "aa");
    }
}
