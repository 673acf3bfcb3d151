package dev.plinth.ops.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which migrations a release lets pass. */
final class MigrationGateTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "drop table domain",
                "DROP  TABLE IF EXISTS domain CASCADE",
                "alter table domain drop column name",
                "alter table domain drop name",
                "alter table domain add size int, drop column name",
                "alter table domain rename to area",
                "alter table domain rename column name to title",
                "alter table domain rename name to title",
                "alter table domain alter column name type text",
                "alter table domain alter name set data type text using name::text",
                "alter table domain alter column name set not null",
                "alter table domain alter column name drop default",
                "alter table domain add column size int not null",
                "alter table only domain add size int not null",
                "drop view shown",
                "drop function counted",
                "alter type kind rename value 'a' to 'b'",
                "truncate domain",
                "/* harmless */ drop table domain -- really"
            })
    void whatTheLiveVersionMayStillNeedStays(String statement) {
        var found = Breakage.in(List.of(new MigrationFile(3, "V3__change.sql", statement + ";")));

        assertThat(found).singleElement().asString().startsWith("V3__change.sql ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table area (name text not null)",
                "alter table domain add column size int",
                "alter table domain add column size int not null default 0",
                "alter table domain add column size int generated always as (1) stored not null",
                "alter table domain alter column name drop not null",
                "alter table domain alter column content set storage external",
                "alter table domain drop constraint domain_name_check",
                "alter table domain add foreign key (user_uid) references app_user",
                "create index concurrently by_name on domain (name)",
                "drop index by_name",
                "alter type kind add value 'c'",
                "comment on table domain is 'drop table domain; rename'",
                "create function f() returns int language sql as $$ drop table domain; $$",
                "-- drop table domain",
                "create table area (a int); alter table area rename to zone",
                "create table area (a int); drop table area"
            })
    void whatOnlyAddsPasses(String statement) {
        assertThat(Breakage.in(List.of(new MigrationFile(3, "V3__change.sql", statement + ";"))))
                .isEmpty();
    }

    @Test
    void aBreakingMigrationIsNamedAndNothingIsTouched() {
        var scene = new Scene(folder);
        scene.migration("V3__tidy.sql", "alter table domain drop column name;");

        var record = scene.start();

        assertThat(record.reached()).hasValue(Step.MIGRATION);
        assertThat(record.reason().orElseThrow())
                .contains("V3__tidy.sql drops a column: alter table domain drop column name", "V..__contract_");
        assertThat(scene.updates).isEmpty();
    }

    @Test
    void whatTheLiveVersionHasAlreadyIsNotLookedAt() {
        var scene = new Scene(folder);
        scene.migration("V3__tidy.sql", "alter table domain drop column name;");
        scene.schema = "3";

        assertThat(scene.start().outcome()).isEqualTo(Outcome.SUCCEEDED);
    }

    @Test
    void aContractionWaitsUntilBothColoursRunTheSameImage() {
        var scene = new Scene(folder);
        scene.migration("V3__tidy.sql", "-- plinth:contract\nalter table domain drop column name;");

        assertThat(scene.start().reason().orElseThrow())
                .contains("V3__tidy.sql contracts the schema", "green still runs");

        scene.standing = new Standing(
                Colour.BLUE, scene.standing.weights(), Map.of(Colour.BLUE, Scene.OLD, Colour.GREEN, Scene.OLD));
        var record = scene.start();
        assertThat(record.outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(record.versions()).isEqualTo(new Versions(2, 3, List.of("V3__tidy.sql")));
    }

    @Test
    void aCheckoutOlderThanTheSchemaIsNoRelease() {
        var scene = new Scene(folder);
        scene.schema = "7";

        assertThat(scene.start().reason().orElseThrow()).contains("version 7", "knows only 2");
    }

    @Test
    void everyMigrationOfTheAppPassesOrSaysThatItContracts() {
        var app = new Migrations(Path.of("../app/src/main/resources/db/migration"));

        assertThat(app.newest()).isPositive();
        assertThat(Breakage.in(
                        app.after(0).stream().filter(file -> !file.contracts()).toList()))
                .isEmpty();
    }
}
