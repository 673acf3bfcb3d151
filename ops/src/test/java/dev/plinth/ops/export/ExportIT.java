package dev.plinth.ops.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.plinth.ops.Failure;
import dev.plinth.ops.Moto;
import dev.plinth.ops.cloud.Clients;
import dev.plinth.ops.cloud.Cloud;
import dev.plinth.ops.cloud.Objects;
import dev.plinth.ops.export.Manifest.Origin;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Exports of a real PostgreSQL into the AWS emulator moto, and back. */
@TestInstance(Lifecycle.PER_CLASS)
final class ExportIT {
    private static final String BUCKET = "operations-123456789012";
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final Origin ORIGIN = new Origin("local", "postgres", "", "b1");
    private static final String SCHEMA = """
            drop schema public cascade;
            create schema public;
            create table flyway_schema_history (installed_rank int primary key, version text, success boolean not null);
            insert into flyway_schema_history values (1, '1', true), (2, '31', true), (3, '32', false);
            create table metric (
              id uuid primary key,
              "Some Name" text not null check (length("Some Name") > 1),
              content jsonb not null,
              title text generated always as (content ->> 'title') stored,
              seen timestamptz not null default now(),
              seal bytea,
              share double precision
            );
            insert into metric (id, "Some Name", content, seal, share)
            select gen_random_uuid(), E'näme\\t' || n, jsonb_build_object('title', 'metric ' || n),
                   sha256(n::text::bytea), n / 7.0
              from generate_series(1, 5000) n;
            create table edge (id bigint generated always as identity primary key, metric uuid references metric);
            insert into edge (metric) select id from metric limit 10;
            create table word (text text);
            insert into word values (null), (''), (E'\\\\N'), ('b'), ('a'), ('a');
            """;

    private Moto moto;
    private EmbeddedPostgres server;
    private Cloud cloud;

    @BeforeAll
    void serversOfOnesOwn(@TempDir Path folder) throws IOException, InterruptedException {
        moto = Moto.start(folder.resolve("moto.log"));
        cloud = Cloud.open(moto.place("us-east-1"));
        server = EmbeddedPostgres.builder()
                .setServerConfig("listen_addresses", "127.0.0.1")
                .start();
    }

    @AfterAll
    void theEnd() throws IOException {
        server.close();
        cloud.close();
        moto.close();
    }

    @BeforeEach
    void afreshDatabaseAndBucket() throws SQLException {
        execute(SCHEMA);
        try (var s3 = new Clients(moto.place("us-east-1")).s3()) {
            s3.createBucket(request -> request.bucket(BUCKET));
        }
        objects().list("").forEach(entry -> objects().delete(entry.key()));
    }

    @Test
    void everyTableIsExportedAndRestores() {
        var made = export();

        assertThat(made.id()).isEqualTo("20261121T120000Z-31");
        assertThat(made.manifest().tables())
                .extracting(part -> part.table().name(), Manifest.Part::rows)
                .containsExactly(
                        tuple("edge", 10L),
                        tuple("flyway_schema_history", 3L),
                        tuple("metric", 5000L),
                        tuple("word", 6L));
        assertThat(made.manifest().sequences()).containsEntry("public.edge_id_seq", 10L);
        assertThat(shelf().manifest(made.id())).isEqualTo(made.manifest());
        assertThat(differences(made)).isEmpty();
        assertThat(shelf().all()).containsExactly(new Export(made.id(), NOON, true, Optional.empty()));
    }

    @Test
    void anExportIsOfOneMomentWhateverIsWrittenAfterwards() throws SQLException {
        var made = export();
        execute("delete from edge; update metric set share = 0");

        assertThat(differences(made)).isEmpty();
    }

    @Test
    void aDamagedObjectIsNamed() {
        var made = export();
        var key = "exports/%s/public.word.copy.gz".formatted(made.id());
        var content = objects().read(key).orElseThrow();
        var damaged = Arrays.copyOf(content, content.length - 1);
        objects().write(key, damaged, "application/gzip");

        assertThat(differences(made))
                .singleElement()
                .asString()
                .startsWith("public.word: cannot be restored: %s is damaged".formatted(key));
    }

    @Test
    void rowsThatAreMissingInTheExportAreCounted() {
        var made = export();
        var part = made.manifest().tables().getLast();
        var other = new Manifest.Part(part.table(), part.object(), 7, part.sums());
        var manifest = with(made.manifest(), other);

        assertThat(new Verifier(this::open, shelf()).differences(made.id(), manifest))
                .containsExactly("public.word: expected 7 rows, found 6");
    }

    @Test
    void rowsThatAreNotTheSameAreNoticed() {
        var made = export();
        var part = made.manifest().tables().getLast();
        var sums = new Manifest.Sums(part.sums().bytes(), part.sums().object(), "0".repeat(64));
        var manifest = with(made.manifest(), new Manifest.Part(part.table(), part.object(), 6, sums));

        assertThat(new Verifier(this::open, shelf()).differences(made.id(), manifest))
                .singleElement()
                .asString()
                .startsWith("public.word: expected rows with sha256 000");
    }

    @Test
    void whatTheTablesRefuseNowIsNamed() throws SQLException {
        var made = export();
        execute("alter table word add constraint long check (length(text) > 1) not valid");

        assertThat(differences(made)).singleElement().asString().contains("public.word: cannot be restored", "long");
    }

    @Test
    void anotherSchemaVersionIsToldApart() throws SQLException {
        var made = export();
        execute("insert into flyway_schema_history values (4, '33', true)");

        assertThatThrownBy(() -> differences(made))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("is of schema version 31, and the database is at 33 by now");
    }

    @Test
    void aDeletedExportLeavesNothing() {
        var made = export();

        shelf().delete(shelf().all().getFirst());

        assertThat(objects().list("")).isEmpty();
        assertThatThrownBy(() -> shelf().manifest(made.id())).isInstanceOf(Failure.class);
    }

    @Test
    void whatWasInterruptedIsNotWhole() {
        objects().write("exports/20261120T120000Z-31/public.word.copy.gz", "x".getBytes(StandardCharsets.UTF_8), "a/b");

        assertThat(shelf().all())
                .singleElement()
                .satisfies(export -> assertThat(export.isGood()).isFalse());
    }

    private Exporter.Made export() {
        return new Exporter(this::open, shelf()).export(ORIGIN, NOON);
    }

    private List<String> differences(Exporter.Made made) {
        return new Verifier(this::open, shelf()).differences(made.id(), made.manifest());
    }

    private static Manifest with(Manifest manifest, Manifest.Part part) {
        return new Manifest(
                manifest.format(),
                manifest.time(),
                manifest.origin(),
                manifest.schemaVersion(),
                List.of(part),
                manifest.sequences());
    }

    private Connection open() {
        var properties = new Properties();
        properties.setProperty("user", "postgres");
        properties.setProperty("options", Exporter.SETTINGS);
        try {
            return DriverManager.getConnection(
                    "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(server.getPort()), properties);
        } catch (SQLException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }

    private void execute(String sql) throws SQLException {
        try (var connection = open();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Shelf shelf() {
        return new Shelf(objects());
    }

    private Objects objects() {
        return cloud.objects(BUCKET);
    }
}
