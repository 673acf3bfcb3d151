package dev.plinth.infra.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.NativeObject;
import org.mozilla.javascript.ScriptableObject;

/** What the CDN's program does with a request, run by a real JavaScript engine. */
final class RouterTest {
    /** CloudFront's limit for the code of a function, in bytes (Developer Guide, quotas on CloudFront Functions). */
    private static final int CODE_MAX = 10_240;

    @ParameterizedTest
    @CsvSource({
        "/, /releases/1.2.3/index.html",
        "/guide/, /releases/1.2.3/guide/index.html",
        "/guide, /releases/1.2.3/guide/index.html",
        "/v1.2/guide, /releases/1.2.3/v1.2/guide/index.html",
        "/assets/app.4f2a.js, /releases/1.2.3/assets/app.4f2a.js"
    })
    void aRequestGoesToTheLiveRelease(String asked, String got) {
        assertThat(answer("1.2.3", asked)).isEqualTo(got);
    }

    @Test
    void anotherReleaseCannotBeReachedByItsPath() {
        assertThat(answer("1.2.3", "/releases/1.2.2/index.html"))
                .isEqualTo("/releases/1.2.3/releases/1.2.2/index.html");
    }

    @Test
    void beforeTheFirstReleaseThereIsNothing() {
        var nothing = run(Router.code(SiteState.NONE), "/", "response.statusCode + ' ' + response.body");

        assertThat(nothing).isEqualTo("404 no site has been published yet\n");
    }

    @Test
    void theProgramFitsIntoCloudFront() {
        assertThat(Router.code(SiteState.NONE)).hasSizeLessThan(CODE_MAX);
    }

    private static String answer(String version, String uri) {
        return run(Router.code(new SiteState(Optional.of(version), List.of())), uri, "response.uri");
    }

    /** Runs the program as CloudFront would, and looks at what it gives back. */
    private static String run(String code, String uri, String look) {
        try (var engine = Context.enter()) {
            engine.setLanguageVersion(Context.VERSION_1_8);
            var global = engine.initStandardObjects();
            var request = new NativeObject();
            ScriptableObject.putProperty(request, "uri", uri);
            ScriptableObject.putProperty(global, "asked", request);
            engine.evaluateString(global, code, "router.js", 1, null);
            return Context.toString(engine.evaluateString(
                    global, "var response = handler({request: asked}); " + look, "test", 1, null));
        }
    }
}
