package dev.plinth.app.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.app.values.InvalidValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WebhookUrlTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://hooks.example.com",
                "https://hooks.example.com:8443/a/b?c=d",
                "HTTPS://hooks.example.com/",
                "https://[2606:4700::1111]/"
            })
    void takesAddressesOfWebServers(String url) {
        assertThat(new WebhookUrl(url).isEncrypted()).isTrue();
    }

    @Test
    void knowsThatAnAddressHasNoTls() {
        assertThat(new WebhookUrl("http://127.0.0.1:8080/").isEncrypted()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hooks.example.com",
                "/hooks",
                "ftp://hooks.example.com",
                "file:///etc/passwd",
                "https://",
                "https:///path",
                "https://user:secret@hooks.example.com",
                "https://hooks.example.com/#part",
                "https://hooks.example.com:0/",
                "https://hooks.example.com:65536/",
                "https://127.1/",
                "https://under_score.example.com/",
                "https://hooks.example.com/a b",
                "https://hooks.example.com/\r\nX-Header: y",
            })
    void refusesWhatIsNone(String url) {
        assertThatThrownBy(() -> new WebhookUrl(url)).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void isWrittenAsItCame() {
        assertThat(new WebhookUrl("HTTPS://Hooks.example.com")).hasToString("HTTPS://Hooks.example.com");
    }

    @Test
    void refusesWhatIsTooLong() {
        String url = "https://hooks.example.com/";

        assertThat(new WebhookUrl(url + "x".repeat(2_000 - url.length())).value())
                .hasSize(2_000);
        assertThatThrownBy(() -> new WebhookUrl(url + "x".repeat(2_001 - url.length())))
                .hasMessage("must be at most 2000 characters");
    }
}
