package dev.plinth.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.app.http.ProblemType;
import dev.plinth.app.support.Reply;
import dev.plinth.app.support.RunningApp;
import dev.plinth.app.support.Servers;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(Servers.Extension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DocumentationIT {
    private RunningApp app;

    @BeforeAll
    void start(Servers servers) throws Exception {
        app = new RunningApp(servers.environment());
    }

    @AfterAll
    void stop() {
        app.close();
    }

    @Test
    void thePageOfTheApiLoadsOnlyItsOwnFilesAndNoScriptOfTheText() throws Exception {
        Reply page = app.api().get("/api-docs");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'; script-src 'self';");
        assertThat(page.body()).doesNotContain("://").doesNotContain("<script>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"swagger-ui.css", "swagger-ui-bundle.js", "favicon-32x32.png", "start.js"})
    void theFilesOfThePageAreServedFromTheApp(String file) throws Exception {
        Reply reply = app.api().get("/api-docs/" + file);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).isNotEmpty();
        assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @ParameterizedTest
    @ValueSource(strings = {"index.html", "swagger-initializer.js", "..%2Fapplication.yaml", "pom.properties"})
    void nothingElseOfTheLibraryIsServed(String file) throws Exception {
        assertThat(app.api().get("/api-docs/" + file).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @EnumSource
    void everyKindOfErrorIsExplained(ProblemType type) throws Exception {
        String address = "/problems/" + type.name().toLowerCase(Locale.ROOT).replace('_', '-');
        Reply json = app.api().get(address);
        Reply page = app.api().send("GET", address, "", "Accept", "text/html,application/xhtml+xml,*/*;q=0.8");

        assertThat(json.text("/type")).isEqualTo(address);
        assertThat(json.text("/title")).isEqualTo(type.title());
        assertThat(json.text("/remedy")).endsWith(".");
        assertThat(page.header("Content-Type")).isEqualTo("text/html; charset=utf-8");
        assertThat(page.body()).contains("<h1>" + type.title() + "</h1>");
    }

    @Test
    void whatAnErrorNamesAsItsTypeIsAnAddress() throws Exception {
        String type = app.api().get("/no-such-route").text("/type");

        assertThat(app.api().get(type).text("/code")).isEqualTo("unknown_route");
    }

    @Test
    void allKindsOfErrorAreListed() throws Exception {
        assertThat(app.api().get("/problems").texts("/items", "code")).hasSize(ProblemType.values().length);
        assertThat(app.api().send("GET", "/problems", "", "Accept", "text/html").body())
                .contains("<h1>Errors of the API</h1>");
    }

    @Test
    void aTypeThatIsNotOfferedIsRefused() throws Exception {
        assertThat(app.api().send("GET", "/problems", "", "Accept", "image/png").status())
                .isEqualTo(406);
        assertThat(app.api().get("/problems/none-of-them").status()).isEqualTo(404);
    }
}
