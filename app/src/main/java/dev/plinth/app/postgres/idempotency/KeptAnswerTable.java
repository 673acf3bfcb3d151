package dev.plinth.app.postgres.idempotency;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plinth.app.crypto.Vault;
import dev.plinth.app.idempotency.KeptAnswer;
import dev.plinth.app.idempotency.KeptAnswers;
import dev.plinth.app.idempotency.RequestKey;
import dev.plinth.app.json.Json;
import dev.plinth.app.postgres.Database;
import dev.plinth.app.postgres.Outages;
import dev.plinth.app.values.Digests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** The table {@code idempotency_key}. Answers are sealed, because some of them tell a secret that is shown only once. */
public final class KeptAnswerTable implements KeptAnswers {
    /** The lock of a transaction, which ends with it whatever happens. */
    private static final String CLAIM = "select pg_try_advisory_xact_lock(:lock)";

    private static final String FIND = """
            select answer from idempotency_key
            where owner = :owner and key_digest = :key and expires_at > now()
            """;

    private static final String KEEP = """
            insert into idempotency_key (owner, key_digest, answer, expires_at)
            values (:owner, :key, :answer, now() + make_interval(hours => :hours))
            on conflict (owner, key_digest) do update
            set answer = excluded.answer, expires_at = excluded.expires_at
            """;

    private static final String FORGET = """
            delete from idempotency_key where (owner, key_digest) in (
                select owner, key_digest from idempotency_key where expires_at <= now() limit :batch)
            """;

    /** Few enough that no statement takes long. */
    private static final int BATCH = 1_000;

    private final Jdbi jdbi;
    private final Vault vault;

    public KeptAnswerTable(Database database, Vault vault) {
        jdbi = database.jdbi();
        this.vault = vault;
    }

    @Override
    public boolean claim(RequestKey key) {
        long lock = ByteBuffer.wrap(Digests.sha256(place(key))).getLong();
        return Outages.translated(() -> jdbi.withHandle(handle -> handle.createQuery(CLAIM)
                .bind("lock", lock)
                .mapTo(Boolean.class)
                .one()));
    }

    @Override
    public Optional<KeptAnswer> find(RequestKey key) {
        Optional<byte[]> sealed = Outages.translated(() -> jdbi.withHandle(handle -> handle.createQuery(FIND)
                .bind("owner", key.owner())
                .bind("key", digest(key))
                .mapTo(byte[].class)
                .findOne()));
        return sealed.map(answer -> read(Json.parseOwn(vault.open(place(key), answer))));
    }

    @Override
    public void keep(RequestKey key, KeptAnswer answer) {
        byte[] sealed = vault.seal(place(key), Json.bytes(write(answer)));
        Outages.translated(() -> jdbi.withHandle(handle -> handle.createUpdate(KEEP)
                .bind("owner", key.owner())
                .bind("key", digest(key))
                .bind("answer", sealed)
                .bind("hours", HOURS)
                .execute()));
    }

    @Override
    public void forgetOld() {
        int forgotten = BATCH;
        while (forgotten == BATCH) {
            forgotten = Outages.translated(() -> jdbi.withHandle(
                    handle -> handle.createUpdate(FORGET).bind("batch", BATCH).execute()));
        }
    }

    private static byte[] digest(RequestKey key) {
        return Digests.sha256(key.key());
    }

    private static String place(RequestKey key) {
        return "idempotency_key %s %s".formatted(key.owner(), key.key());
    }

    private static ObjectNode write(KeptAnswer answer) {
        ObjectNode node = Json.object()
                .put("request", answer.request())
                .put("status", answer.status())
                .put("media_type", answer.mediaType())
                .put("body", answer.body());
        ObjectNode headers = node.putObject("headers");
        answer.headers().forEach(headers::put);
        return node;
    }

    private static KeptAnswer read(JsonNode node) {
        Map<String, String> headers = new LinkedHashMap<>();
        node.path("headers")
                .properties()
                .forEach(
                        header -> headers.put(header.getKey(), header.getValue().asText()));
        try {
            return new KeptAnswer(
                    node.path("request").asText(),
                    node.path("status").asInt(),
                    headers,
                    node.path("media_type").asText(),
                    node.path("body").binaryValue());
        } catch (IOException foreign) {
            throw new UncheckedIOException(foreign);
        }
    }
}
