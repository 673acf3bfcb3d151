package dev.plinth.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.app.access.Role;
import dev.plinth.app.support.Accounts;
import dev.plinth.app.support.Reply;
import dev.plinth.app.support.RunningApp;
import dev.plinth.app.support.Servers;
import dev.plinth.app.support.Visit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(Servers.Extension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PagesIT {
    private RunningApp app;
    private Visit admin;
    private Visit viewer;

    @BeforeAll
    void start(Servers servers) throws Exception {
        app = new RunningApp(servers.environment());
        app.create("finance.secret-plan", "finance");
        app.as(Role.VIEWER);
        admin = new Visit(app.anonymous()).signIn(Accounts.email(Role.ADMIN), Accounts.password());
        viewer = new Visit(app.anonymous()).signIn(Accounts.email(Role.VIEWER), Accounts.password());
    }

    @AfterAll
    void stop() {
        app.close();
    }

    @Test
    void whoeverIsNotSignedInIsLedToTheSignInAndBack() throws Exception {
        Reply asked = new Visit(app.anonymous()).get("/catalogue/search?q=net%20revenue");

        assertThat(asked.status()).isEqualTo(303);
        assertThat(asked.header("Location"))
                .isEqualTo("/catalogue/sign-in?next=%2Fcatalogue%2Fsearch%3Fq%3Dnet%2520revenue");
        assertThat(new Visit(app.anonymous()).get(asked.header("Location")).body())
                .contains("name=\"next\" value=\"/catalogue/search?q=net%20revenue\"");
    }

    @Test
    void theCookieIsForThisAppAndNoScript() throws Exception {
        Reply signedIn = new Visit(app.anonymous())
                .submit(
                        "/catalogue/sign-in",
                        "email=%s&password=%s&next=/catalogue"
                                .formatted(Accounts.email(Role.ADMIN), Accounts.password()));

        assertThat(signedIn.status()).isEqualTo(303);
        assertThat(signedIn.header("Location")).isEqualTo("/catalogue");
        assertThat(signedIn.header("Set-Cookie"))
                .matches("mdl_session=[A-Za-z0-9_-]+; Path=/; Max-Age=43200; HttpOnly; SameSite=Strict");
    }

    @Test
    void overTlsTheCookieIsSentOverTlsOnly() throws Exception {
        Reply signedIn = app.anonymous()
                .send(
                        "POST",
                        "/catalogue/sign-in",
                        "email=%s&password=%s".formatted(Accounts.email(Role.ADMIN), Accounts.password()),
                        "Sec-Fetch-Site",
                        "same-origin",
                        "X-Forwarded-Proto",
                        "https");

        assertThat(signedIn.header("Set-Cookie"))
                .startsWith("__Host-mdl_session=")
                .endsWith("; Secure");
    }

    @Test
    void aWrongPasswordIsToldOnThePageWithoutTheAccountsName() throws Exception {
        Reply refused = new Visit(app.anonymous())
                .submit("/catalogue/sign-in", "email=nobody%40example.com&password=wrong-password");

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.body())
                .contains("The e-mail address or the password is wrong.")
                .contains("value=\"nobody@example.com\"");
        assertThat(refused.header("Set-Cookie")).isEmpty();
    }

    @Test
    void whatIsNoAddressIsToldOnThePage() throws Exception {
        Reply refused = new Visit(app.anonymous()).submit("/catalogue/sign-in", "email=me&password=%zz&more");

        assertThat(refused.body()).contains("must be an e-mail address");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://elsewhere.example", "//elsewhere.example", "/catalogue\\elsewhere", "/api-docs"})
    void nobodyIsLedElsewhereAfterSigningIn(String next) throws Exception {
        Reply signedIn = new Visit(app.anonymous())
                .submit(
                        "/catalogue/sign-in",
                        "email=%s&password=%s&next=%s"
                                .formatted(Accounts.email(Role.ADMIN), Accounts.password(), next));

        assertThat(signedIn.header("Location")).isEqualTo("/catalogue");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site", "none"})
    void aFormOnAnotherSiteIsRefused(String site) throws Exception {
        Reply refused =
                app.anonymous().send("POST", "/catalogue/sign-out", "", "Sec-Fetch-Site", site, "Accept", "text/html");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body()).contains("This form was not sent from a page of this library.");
    }

    @Test
    void anOlderBrowserIsKnownByTheOrigin() throws Exception {
        String origin = "http://127.0.0.1:%d".formatted(app.apiPort());

        assertThat(app.anonymous()
                        .send("POST", "/catalogue/sign-out", "", "Origin", origin)
                        .status())
                .isEqualTo(303);
        assertThat(app.anonymous()
                        .send("POST", "/catalogue/sign-out", "", "Origin", "http://elsewhere.example")
                        .status())
                .isEqualTo(403);
        assertThat(app.anonymous().send("POST", "/catalogue/sign-out", "").status())
                .isEqualTo(403);
    }

    @Test
    void afterSigningOutThePagesAreClosed() throws Exception {
        Visit visit = new Visit(app.anonymous()).signIn(Accounts.email(Role.ADMIN), Accounts.password());
        String copy = visit.cookie();
        Reply out = visit.submit("/catalogue/sign-out", "");

        assertThat(out.header("Set-Cookie")).contains("Max-Age=0");
        assertThat(visit.get("/catalogue").status()).isEqualTo(303);
        assertThat(app.anonymous().send("GET", "/catalogue", "", "Cookie", copy).status())
                .isEqualTo(303);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AAAA", "%%%", "", "MTIzNDU2Nzg5MDEyMzQ1Njc4OTAxMjM0NTY3ODkw"})
    void aCookieThatWasMadeUpOpensNothing(String value) throws Exception {
        Reply reply = app.anonymous().send("GET", "/catalogue", "", "Cookie", "mdl_session=" + value);

        assertThat(reply.status()).isEqualTo(303);
    }

    @Test
    void draftsAreShownToThoseWhoSeeThemInTheApi() throws Exception {
        for (String page : new String[] {"/catalogue", "/catalogue/domains/finance", "/catalogue/search?q=metric"}) {
            assertThat(admin.get(page).body()).contains("finance.secret-plan");
            assertThat(viewer.get(page).body()).doesNotContain("secret-plan");
        }
        assertThat(admin.get("/catalogue/metrics/finance.secret-plan").status()).isEqualTo(200);
        assertThat(viewer.get("/catalogue/metrics/finance.secret-plan").status())
                .isEqualTo(404);
    }

    @Test
    void textsOfPeopleStayTexts() throws Exception {
        app.api().post("/api/v1/metrics", """
                {"metric_id": "finance.script", "name": "<script>alert(1)</script>", "domain": "finance",
                 "description": "\\"><img src=x onerror=alert(1)>", "metric_type": "lagging", "notes": "</pre><b>",
                 "definition": {"unit": "<b>", "expressions": [{"dialect": "ansi_sql", "expression": "a < b && c"}]}}
                """);

        assertThat(admin.get("/catalogue/metrics/finance.script").body())
                .contains("<h1>&lt;script>alert(1)&lt;/script></h1>"
                        .replace(">alert", "&gt;alert")
                        .replace("/script>", "/script&gt;"))
                .doesNotContain("<script>alert")
                .doesNotContain("<img src=x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/catalogue/none", "/catalogue/none/of/them", "/catalogue/domains/none-of-them",
                "/catalogue/domains/UPPER", "/catalogue/metrics/none.of-them", "/catalogue/files/none"
            })
    void whatIsNotThereIsToldOnAPage(String address) throws Exception {
        Reply missing = admin.get(address);

        assertThat(missing.status()).isEqualTo(404);
        assertThat(missing.header("Content-Type")).isEqualTo("text/html; charset=utf-8");
        assertThat(missing.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void programsGetProblemsAtTheSameAddresses() throws Exception {
        assertThat(app.anonymous()
                        .send("GET", "/catalogue/none", "", "Accept", "*/*")
                        .text("/code"))
                .isEqualTo("not_found");
    }

    @Test
    void aParameterThatIsNotKnownIsRefusedOnAPage() throws Exception {
        Reply refused = admin.get("/catalogue/search?tierr=1");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("Did you mean");
    }

    @Test
    void suggestionsComeAsTheApiGivesThem() throws Exception {
        assertThat(admin.get("/catalogue/suggestions?q=secret").body()).contains("secret-plan");
        assertThat(viewer.get("/catalogue/suggestions?q=secret").body()).doesNotContain("secret-plan");
        assertThat(new Visit(app.anonymous())
                        .get("/catalogue/suggestions?q=secret")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void nothingOfAVisitStaysInTheBrowser() throws Exception {
        assertThat(admin.get("/catalogue").header("Cache-Control")).isEqualTo("no-store");
        assertThat(admin.get("/catalogue").header("Content-Security-Policy"))
                .contains("script-src 'self'")
                .contains("style-src 'self'")
                .doesNotContain("unsafe");
    }
}
