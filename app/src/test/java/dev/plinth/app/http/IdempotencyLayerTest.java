package dev.plinth.app.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.plinth.app.access.Actor;
import dev.plinth.app.access.Principal;
import dev.plinth.app.idempotency.KeptAnswer;
import dev.plinth.app.idempotency.KeptAnswers;
import dev.plinth.app.idempotency.RequestKey;
import dev.plinth.app.json.Json;
import dev.plinth.app.support.Actors;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of requests that are sent twice. */
final class IdempotencyLayerTest {
    private static final Actor CALLER = Actors.reviewer();
    private static final Actor NOBODY = new Actor(Principal.NOBODY, "203.0.113.7", "a-request");

    private final Calls calls = new Calls();
    private final Memory memory = new Memory();
    private final IdempotencyLayer layer = new IdempotencyLayer(memory);
    private int effects;

    @AfterEach
    void hangUp() {
        calls.close();
    }

    @Test
    void aRequestThatIsRepeatedHasItsEffectOnceAndItsAnswerAgain() {
        Reply first = send("/orders", "{}", "a");
        Reply second = send("/orders", "{}", "a");

        assertThat(effects).isEqualTo(1);
        assertThat(second.status()).isEqualTo(first.status()).isEqualTo(Status.CREATED_201);
        assertThat(text(second)).isEqualTo(text(first)).isEqualTo("{\"number\":1}");
        assertThat(second.headers()).containsAllEntriesOf(first.headers());
    }

    @Test
    void anAnswerThatIsGivenAgainSaysSo() {
        var replayed = HeaderNames.create("Idempotency-Replayed");

        assertThat(send("/orders", "{}", "a").headers()).doesNotContainKey(replayed);
        assertThat(send("/orders", "{}", "a").headers()).containsEntry(replayed, "true");
    }

    @Test
    void anAnswerWithoutABodyIsGivenAgainWithoutOne() {
        layer.around(call(CALLER, "/orders", "{}", "a"), call -> Reply.noContent());

        Reply again = send("/orders", "{}", "a");

        assertThat(again.status()).isEqualTo(Status.NO_CONTENT_204);
        assertThat(again.content()).isInstanceOf(Content.None.class);
    }

    @Test
    void withoutAKeyEveryRequestHasItsEffect() {
        layer.around(calls.post(CALLER, "/orders", "{}"), this::carryOut);
        layer.around(calls.post(CALLER, "/orders", "{}"), this::carryOut);

        assertThat(effects).isEqualTo(2);
    }

    @Test
    void nobodysKeysAreNotLookedAt() {
        layer.around(call(NOBODY, "/orders", "{}", "a"), this::carryOut);
        layer.around(call(NOBODY, "/orders", "{}", "a"), this::carryOut);

        assertThat(effects).isEqualTo(2);
    }

    @Test
    void aTrialHasNoKey() {
        send("/orders?validate_only=true", "{}", "a");
        send("/orders?validate_only=true", "{}", "a");

        assertThat(effects).isEqualTo(2);
    }

    @Test
    void clientsNeverMeetTheKeysOfOthers() {
        layer.around(call(CALLER, "/orders", "{}", "a"), this::carryOut);
        layer.around(call(Actors.viewer(), "/orders", "{}", "a"), this::carryOut);

        assertThat(effects).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"/other, {}", "/orders?more=true, {}", "/orders, '{ }'"})
    void aKeyBelongsToOneRequest(String address, String body) {
        send("/orders", "{}", "a");

        assertThat(refused(() -> send(address, body, "a")).type()).isEqualTo(ProblemType.KEY_REUSED);
        assertThat(effects).isEqualTo(1);
    }

    @Test
    void whoComesWhileTheRequestIsCarriedOutIsAskedToComeAgain() {
        memory.isInUse = true;

        assertThat(refused(() -> send("/orders", "{}", "a")).type()).isEqualTo(ProblemType.IN_PROGRESS);
        assertThat(calls.answered().get(HeaderNames.RETRY_AFTER).get()).isEqualTo("1");
        assertThat(effects).isZero();
    }

    @Test
    void aRefusalIsNotKept() {
        assertThatThrownBy(() -> layer.around(call(CALLER, "/orders", "{}", "a"), call -> {
                    throw new IllegalArgumentException("It is not there yet.");
                }))
                .hasMessage("It is not there yet.");

        assertThat(send("/orders", "{}", "a").status()).isEqualTo(Status.CREATED_201);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 256})
    void aKeyHasALength(int length) {
        assertThat(refused(() -> send("/orders", "{}", "k".repeat(length))).detail())
                .isEqualTo("'Idempotency-Key' must have 1 to 255 characters, but has %d".formatted(length));
    }

    private Reply send(String address, String body, String key) {
        return layer.around(call(CALLER, address, body, key), this::carryOut);
    }

    private Call call(Actor actor, String address, String body, String key) {
        return calls.post(actor, address, body, HeaderValues.create("Idempotency-Key", key));
    }

    private Reply carryOut(Call call) {
        effects++;
        return Reply.created("/orders/" + effects, Json.object().put("number", effects));
    }

    private static String text(Reply reply) {
        return new String(((Content.Bytes) reply.content()).bytes(), StandardCharsets.UTF_8);
    }

    private static Problem refused(ThrowingCallable request) {
        return assertThatThrownBy(request)
                .asInstanceOf(type(RefusedException.class))
                .actual()
                .problem();
    }

    /** Answers that are forgotten when the test ends. */
    private static final class Memory implements KeptAnswers {
        private final Map<RequestKey, KeptAnswer> answers = new HashMap<>();
        private boolean isInUse;

        @Override
        public boolean claim(RequestKey key) {
            return !isInUse;
        }

        @Override
        public Optional<KeptAnswer> find(RequestKey key) {
            return Optional.ofNullable(answers.get(key));
        }

        @Override
        public void keep(RequestKey key, KeptAnswer answer) {
            answers.put(key, answer);
        }

        @Override
        public void forgetOld() {
            answers.clear();
        }
    }
}
