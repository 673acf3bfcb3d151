package dev.plinth.sandbox.proxy.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class ViewerFunctionTest {
    @Test
    void aRequestGoesOnAsTheFunctionChangedIt() {
        var changed = request("function handler(event) { var r = event.request; r.uri = '/v1' + r.uri;"
                + " r.headers['x-ip'] = { value: event.viewer.ip }; return r; }");

        assertThat(changed.uri()).isEqualTo("/v1/page");
        assertThat(changed.query()).isEqualTo("a=1&a=2&b=%20");
        assertThat(changed.headers())
                .containsEntry("X-Ip", List.of("127.0.0.1"))
                .containsEntry("Host", List.of("localhost"))
                .containsEntry("Cookie", List.of("k=v"));
    }

    @Test
    void theFunctionSeesQueryAndCookies() {
        var changed = request("function handler(e) { var r = e.request;"
                + " r.uri = '/' + r.querystring.a.multiValue[1].value + r.cookies.k.value; return r; }");

        assertThat(changed.uri()).isEqualTo("/2v");
    }

    @Test
    void anAnswerNeedsNoOrigin() throws IOException {
        var answer = answer("function handler(event) { return { statusCode: 302, headers:"
                + " { location: { value: '/new' } }, body: 'moved' }; }");

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.headers()).containsEntry("location", List.of("/new"));
        assertThat(new String(answer.body().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo("moved");
    }

    @Test
    void aFunctionThatFailsOrDoesNotEndIsA503() {
        assertThat(answer("function handler(event) { return nothing.here; }").status())
                .isEqualTo(503);
        assertThat(answer("function handler(event) { while (true) {} }").status())
                .isEqualTo(503);
        assertThat(answer("var other = 1;").status()).isEqualTo(503);
    }

    @Test
    void aFunctionMeetsNothingOfThisMachine() {
        assertThat(answer("function handler(event) { return java.lang.System.exit(1); }")
                        .status())
                .isEqualTo(503);
        assertThat(answer("function handler(event) { return Packages.java.io.File('/'); }")
                        .status())
                .isEqualTo(503);
    }

    @Test
    void nothingIsRememberedFromOneRequestToTheNext() {
        var function = function("var n = 0; function handler(e) { n++; e.request.uri = '/' + n; return e.request; }");

        assertThat(List.of(function.of(viewer()), function.of(viewer())))
                .allSatisfy(outcome -> assertThat(((ViewerEvents.Outcome.Request) outcome)
                                .request()
                                .uri())
                        .isEqualTo("/1"));
    }

    @Test
    void whatDoesNotCompileIsRefused() {
        assertThatThrownBy(() -> function("function handler(event) {"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("does not compile");
    }

    private static ViewerRequest request(String source) {
        return ((ViewerEvents.Outcome.Request) function(source).of(viewer())).request();
    }

    private static OriginAnswer answer(String source) {
        return ((ViewerEvents.Outcome.Answer) function(source).of(viewer())).answer();
    }

    private static ViewerFunction function(String source) {
        return new ViewerFunction(source, new ViewerEvents("E1"));
    }

    private static ViewerRequest viewer() {
        var headers = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        headers.put("Host", List.of("localhost"));
        headers.put("Cookie", List.of("k=v"));
        return new ViewerRequest("GET", "/page", "a=1&a=2&b=%20", headers, "127.0.0.1");
    }
}
