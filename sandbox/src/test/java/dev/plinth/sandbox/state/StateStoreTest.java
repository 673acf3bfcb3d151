package dev.plinth.sandbox.state;

import static dev.plinth.sandbox.Inputs.fields;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.sandbox.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StateStoreTest {
    private static final Urn URN = new Urn("urn:pulumi:local::plinth::a:b:C$aws:rds/instance:Instance::database");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void isTheSameAfterARestart() {
        var resource = resource("db-1", 0);
        StateStore.open(folder).put(resource);

        assertThat(StateStore.open(folder).find(URN, "db-1")).contains(resource);
    }

    @Test
    void keepsTheLatestOfAResource() {
        var store = StateStore.open(folder);
        store.put(resource("db-1", 0));
        var finished = resource("db-1", 0).finished(fields("endpoint", "127.77.0.1:5432"));
        store.put(finished);

        assertThat(StateStore.open(folder).all()).containsExactly(finished);
    }

    @Test
    void keepsOldAndNewDuringAReplacement() {
        var store = StateStore.open(folder);
        store.put(resource("db-2", 1));
        store.put(resource("db-1", 0));

        assertThat(store.incarnations(URN)).extracting(StoredResource::id).containsExactly("db-1", "db-2");
        store.remove(URN, "db-1");
        store.remove(URN, "db-1");
        assertThat(StateStore.open(folder).incarnations(URN))
                .extracting(StoredResource::id)
                .containsExactly("db-2");
    }

    @Test
    void onlyItsOwnerCanReadIt() throws IOException {
        StateStore.open(folder.resolve("state")).put(resource("db-1", 0));

        var rights = PosixFilePermissions.toString(Files.getPosixFilePermissions(files().getFirst()));
        assertThat(rights).isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("state"))))
                .isEqualTo("rwx------");
    }

    @Test
    void aBrokenFileIsNamedWithItsCure() throws IOException {
        StateStore.open(folder.resolve("state")).put(resource("db-1", 0));
        Files.writeString(files().getFirst(), "{\"urn\":1}");

        assertThatThrownBy(() -> StateStore.open(folder.resolve("state")))
                .isInstanceOf(StateException.class)
                .hasMessageContaining("Instance-database-")
                .hasMessageContaining("delete it");
    }

    @Test
    void aUrnTellsTypeAndName() {
        assertThat(URN.type()).isEqualTo("aws:rds/instance:Instance");
        assertThat(URN.name()).isEqualTo("database");
        assertThat(new Urn("urn:pulumi:s::p::a:b:C::with::colons").name()).isEqualTo("with::colons");
    }

    private List<Path> files() throws IOException {
        try (var files = Files.list(folder.resolve("state"))) {
            return files.toList();
        }
    }

    private static StoredResource resource(String id, int generation) {
        var inputs = fields("password", new Value.Secret(Value.text("hunter2hunter2")), "port", 5432);
        return new StoredResource(URN, id, generation, inputs, fields(), true);
    }
}
