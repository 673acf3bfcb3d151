package dev.plinth.app.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plinth.app.access.Role;
import dev.plinth.app.support.Accounts;
import dev.plinth.app.support.Browser;
import dev.plinth.app.support.Eventually;
import dev.plinth.app.support.RunningApp;
import dev.plinth.app.support.Servers;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.Keys;

/** The pages in a real browser, with the example catalogue; pictures of them are written to target/screenshots. */
@ExtendWith(Servers.Extension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CatalogueBrowserIT {
    private static final int WIDE = 1280;
    private static final int NARROW = 360;

    record Place(String name, String address) {}

    private static final List<Place> PLACES = List.of(
            new Place("home", "/catalogue"),
            new Place("domain", "/catalogue/domains/engineering"),
            new Place("domain-empty", "/catalogue/domains/empty-one"),
            new Place("search", "/catalogue/search?q=rate&tier=1"),
            new Place("search-slip", "/catalogue/search?q=reveneu"),
            new Place("search-nothing", "/catalogue/search?q=zzzzzz"),
            new Place("metric", "/catalogue/metrics/finance.net-revenue"),
            new Place("metric-expressions", "/catalogue/metrics/engineering.availability"),
            new Place("metric-deprecated", "/catalogue/metrics/marketing.email-open-rate"),
            new Place("metric-draft", "/catalogue/metrics/security.attack-techniques-covered"),
            new Place("versions", "/catalogue/metrics/finance.net-revenue/versions"),
            new Place("version-first", "/catalogue/metrics/finance.net-revenue/versions/1.0.0"),
            new Place("version-difference", "/catalogue/metrics/finance.net-revenue/versions/2.0.0"),
            new Place("version-draft", "/catalogue/metrics/finance.gross-margin/versions/draft"),
            new Place("lineage", "/catalogue/metrics/finance.ebitda/lineage"),
            new Place("lineage-little", "/catalogue/metrics/people.training-hours/lineage"),
            new Place("error", "/catalogue/metrics/none.of-them"),
            new Place("problems", "/problems"),
            new Place("problem", "/problems/stale-revision"));

    private Path folder;
    private RunningApp app;
    private Browser browser;

    @BeforeAll
    void start(Servers servers, @TempDir Path empty) throws Exception {
        folder = empty;
        assumeTrue(
                Browser.program().isPresent(),
                "No browser: on Debian, `apt-get install chromium chromium-driver` brings the one that is tested with.");
        var environment = servers.environment();
        app = new RunningApp(environment);
        URI address = URI.create("http://127.0.0.1:%d".formatted(app.apiPort()));
        String token = app.api().authorization().substring("Bearer ".length());
        try (var api = new ApiClient(address, token)) {
            new Examples(api, Clock.systemUTC()).put(Catalogue.read());
        }
        makeHistory();
        browser = new Browser(app.apiPort(), folder.resolve("profile"), true);
        browser.signIn(Accounts.email(Role.ADMIN), Accounts.password());
    }

    @AfterAll
    void stop() {
        if (browser != null) {
            browser.close();
        }
        if (app != null) {
            app.close();
        }
    }

    @ParameterizedTest
    @MethodSource("looks")
    void everyPageCanBeUsedByEverybody(Place place, int width, String scheme) throws Exception {
        browser.look(width, scheme);
        browser.open(place.address());
        browser.find("h1");

        browser.picture("%s-%d-%s".formatted(place.name(), width, scheme));

        assertThat(browser.barriers()).isEmpty();
        assertThat(browser.isCutOff()).as("wider than the window").isFalse();
        assertThat(browser.strangers()).isEmpty();
        assertThat(browser.complaints().stream()
                        .filter(complaint -> !place.name().equals("error")))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("schemes")
    void theSignInCanBeUsedByEverybody(int width, String scheme) throws Exception {
        try (var other = new Browser(app.apiPort(), folder.resolve("sign-in-%d-%s".formatted(width, scheme)), true)) {
            other.look(width, scheme);
            other.open("/catalogue/metrics/finance.net-revenue");
            other.find("#email").sendKeys("nobody@example.com");
            other.find("#password").sendKeys("wrong-password" + Keys.ENTER);
            other.find("[role=alert]");

            other.picture("sign-in-%d-%s".formatted(width, scheme));

            assertThat(other.barriers()).isEmpty();
            assertThat(other.isCutOff()).isFalse();
            other.find("#email").clear();
            other.find("#email").sendKeys(Accounts.email(Role.ADMIN));
            other.find("#password").sendKeys(Accounts.password() + Keys.ENTER);
            other.find(".lead");
            assertThat(other.address()).isEqualTo("/catalogue/metrics/finance.net-revenue");
        }
    }

    @Test
    void swaggerUiTriesOperationsOut() throws Exception {
        browser.look(WIDE, "light");
        browser.open("/api-docs");
        browser.find(".authorize").click();
        browser.find(".auth-container input").sendKeys(app.api().authorization().substring("Bearer ".length()));
        browser.find(".auth-btn-wrapper .authorize").click();
        browser.find(".btn-done").click();
        browser.find("[id$=-getMetric]").click();
        browser.find("[id$=-getMetric] input[placeholder=id]").sendKeys("finance.net-revenue");
        browser.find("[id$=-getMetric] .execute").click();

        Eventually.becomes(
                "200",
                Duration.ofSeconds(20),
                () -> browser.find("[id$=-getMetric] .live-responses-table tr.response .response-col_status")
                        .getText()
                        .strip()
                        .substring(0, 3));
        browser.picture("swagger-ui");
        assertThat(browser.strangers()).isEmpty();
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void theKeyboardReachesTheContentAtOnce() {
        browser.look(WIDE, "light");
        browser.open("/catalogue/metrics/finance.net-revenue");
        browser.find("body").sendKeys(Keys.TAB);

        assertThat(browser.focused().getText()).isEqualTo("Skip to the content");
        browser.focused().sendKeys(Keys.ENTER);
        assertThat(browser.address()).endsWith("#content");
        browser.focused().sendKeys(Keys.TAB);
        assertThat(browser.focused().getText()).isEqualTo("Catalogue");
    }

    @Test
    void anExpressionIsCopiedByAButton() throws Exception {
        browser.look(WIDE, "light");
        browser.open("/catalogue/metrics/finance.net-revenue");
        browser.run("navigator.clipboard.writeText = text => { window.copied = text; return Promise.resolve(); }");
        browser.find("button[data-copy=expression-ansi_sql]").click();

        Eventually.becomes(
                "sum(line.net_amount - line.credited_amount)",
                Duration.ofSeconds(5),
                () -> browser.run("return window.copied"));
        assertThat(browser.find("#announcement").getDomProperty("textContent")).isEqualTo("Copied to the clipboard.");
    }

    @Test
    void searchingSuggestsWhatIsThere() throws Exception {
        browser.look(WIDE, "light");
        browser.open("/catalogue");
        browser.find("#find").sendKeys("recurring");

        Eventually.becomes(
                true,
                Duration.ofSeconds(5),
                () -> String.valueOf(
                                browser.run(
                                        "return [...document.querySelectorAll('#suggestions option')].map(o => o.value).join()"))
                        .contains("Monthly recurring revenue"));
        browser.find("#find").sendKeys(Keys.ENTER);
        browser.find("mark");
        assertThat(browser.address()).isEqualTo("/catalogue/search?q=recurring");
    }

    @Test
    void everythingWorksWithoutScripts() throws Exception {
        try (var plain = new Browser(app.apiPort(), folder.resolve("plain"), false)) {
            plain.look(WIDE, "light");
            plain.signIn(Accounts.email(Role.ADMIN), Accounts.password());
            plain.find("#find").sendKeys("net revenue" + Keys.ENTER);
            // The page before has rows, too; only what was found has marks.
            plain.find("mark");
            plain.find(".rows a").click();
            assertThat(plain.find("pre").getText()).startsWith("sum(line.net_amount");
            assertThat(plain.find("h1").getText()).isEqualTo("Net revenue");
            assertThat(plain.find("button[data-copy]").isDisplayed()).isFalse();
            plain.find(".links button").click();
            plain.find("#email");
            plain.open("/catalogue");
            assertThat(plain.address()).startsWith("/catalogue/sign-in");
        }
    }

    /** Versions that differ, a draft that is not published yet, and a domain without metrics. */
    private void makeHistory() throws Exception {
        String content = app.api().get("/api/v1/metrics/finance.net-revenue").header("ETag");
        app.api()
                .send(
                        "PATCH",
                        "/api/v1/metrics/finance.net-revenue",
                        """
                {"definition": {"filters": ["line.status = 'posted'", "not line.is_internal"]},
                 "tags": ["board", "monthly-close", "ifrs-15", "audited"]}
                """,
                        "Content-Type",
                        "application/merge-patch+json",
                        "If-Match",
                        content);
        app.api()
                .post(
                        "/api/v1/metrics/finance.net-revenue:publish",
                        "{\"reason\": \"Sales between our own companies are left out, as the auditors asked.\"}");
        String other = app.api().get("/api/v1/metrics/finance.gross-margin").header("ETag");
        app.api()
                .send(
                        "PATCH",
                        "/api/v1/metrics/finance.gross-margin",
                        """
                {"description": "What is left of net revenue after the cost of what was sold, as a share of it."}
                """,
                        "Content-Type",
                        "application/merge-patch+json",
                        "If-Match",
                        other);
        app.domain("empty-one");
    }

    private static Stream<Arguments> looks() {
        return PLACES.stream()
                .flatMap(place -> schemes().map(look -> Arguments.of(place, look.get()[0], look.get()[1])));
    }

    private static Stream<Arguments> schemes() {
        return Stream.of(
                Arguments.of(WIDE, "light"),
                Arguments.of(WIDE, "dark"),
                Arguments.of(NARROW, "light"),
                Arguments.of(NARROW, "dark"));
    }
}
