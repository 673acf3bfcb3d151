package dev.plinth.sandbox.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RestActionTest {
    @Test
    void thePlacesOfAPathAreFilledDecoded() {
        var request = match("/vaults/{name}/points/{point}", "/vaults/a%20b/points/c+d")
                .orElseThrow();

        assertThat(request.part("name")).isEqualTo("a b");
        assertThat(request.part("point")).isEqualTo("c+d");
    }

    @Test
    void theLastPlaceTakesSlashesWhenItMay() {
        assertThat(match("/{bucket}/{key+}", "/site/a/b%2Fc").orElseThrow().part("key"))
                .isEqualTo("a/b/c");
        assertThat(match("/{bucket}/{key}", "/site/a/b")).isEmpty();
    }

    @Test
    void otherPathsAndMethodsAreNotMeant() {
        assertThat(match("/vaults/{name}", "/vaults")).isEmpty();
        assertThat(match("/vaults/{name}", "/vaults/")).isEmpty();
        assertThat(match("/vaults/{name}", "/others/a")).isEmpty();
        assertThat(action("/vaults/{name}").match(request("PUT", "/vaults/a"))).isEmpty();
    }

    private static Optional<RestRequest> match(String path, String given) {
        return action(path).match(request("GET", given));
    }

    private static RestAction action(String path) {
        return new RestAction("Get", "GET", path, (request, caller) -> ApiAnswer.empty(200, Map.of()));
    }

    private static ApiRequest request(String method, String path) {
        return new ApiRequest(method, path, Map.of(), Map.of(), InputStream.nullInputStream());
    }
}
