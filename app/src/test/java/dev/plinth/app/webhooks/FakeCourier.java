package dev.plinth.app.webhooks;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Carries messages nowhere, and answers as the test says. */
final class FakeCourier implements Courier {
    private final List<Sent> sent = new CopyOnWriteArrayList<>();
    private volatile Function<Sent, Answer> answer = message -> status(204);

    /** A message as it would have gone out. */
    record Sent(WebhookUrl url, Map<String, String> headers, String body) {
        String header(String name) {
            return headers.getOrDefault(name, "");
        }
    }

    static Answer status(int status) {
        return new Answer.Received(status, Optional.empty(), "as said");
    }

    void answer(Function<Sent, Answer> next) {
        answer = next;
    }

    List<Sent> sent() {
        return List.copyOf(sent);
    }

    /** What went to one address. */
    List<Sent> sent(String url) {
        return sent.stream()
                .filter(message -> message.url().value().equals(url))
                .toList();
    }

    @Override
    public Answer post(WebhookUrl url, Map<String, String> headers, String body) {
        var message = new Sent(url, headers, body);
        sent.add(message);
        return answer.apply(message);
    }
}
