package dev.plinth.app.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.app.access.Actor;
import dev.plinth.app.formats.RecordFormat;
import dev.plinth.app.support.Actors;
import dev.plinth.app.transfer.ImportStore.Lease;
import dev.plinth.app.values.ConflictException;
import dev.plinth.app.values.ForbiddenException;
import dev.plinth.app.values.NotFoundException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ImportsTest {
    private static final Actor OWNER = Actors.editor("finance");
    private static final Lease LEASE = new Lease("one", Duration.ofMinutes(1));

    private final MemoryImports store = new MemoryImports();
    private final Imports imports = new Imports(store);
    private final UUID uid = imports.receive(new ImportOrder(OWNER, RecordFormat.CSV, ImportMode.CREATE, false))
            .end()
            .uid();

    @Test
    void whoOrderedAnImportSeesItAndAdministratorsSeeAll() {
        assertThat(imports.get(OWNER, uid).state()).isEqualTo(ImportState.WAITING);
        assertThat(imports.get(Actor.APP, uid).uid()).isEqualTo(uid);
    }

    @Test
    void nobodyElseLearnsThatItIsThere() {
        assertThatThrownBy(() -> imports.get(Actors.reviewer(), uid)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> imports.cancel(Actors.reviewer(), uid)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void anImportThatWaitsEndsAtOnce() {
        assertThat(imports.cancel(OWNER, uid).state()).isEqualTo(ImportState.CANCELLED);
        assertThat(store.take(LEASE)).isEmpty();
    }

    @Test
    void anImportThatRunsIsAskedToEnd() {
        store.take(LEASE);

        Import asked = imports.cancel(OWNER, uid);

        assertThat(asked.state()).isEqualTo(ImportState.RUNNING);
        assertThat(asked.details().cancelling()).isTrue();
    }

    @Test
    void whatIsCancelledMayBeCancelledAgain() {
        imports.cancel(OWNER, uid);

        assertThat(imports.cancel(OWNER, uid).state()).isEqualTo(ImportState.CANCELLED);
    }

    @Test
    void onlyWhoOrderedAnImportMayEndIt() {
        assertThatThrownBy(() -> imports.cancel(Actor.APP, uid))
                .isInstanceOf(ForbiddenException.class)
                .hasMessage("Only who ordered an import may end it.");
        assertThat(imports.get(OWNER, uid).state()).isEqualTo(ImportState.WAITING);
    }

    @ParameterizedTest
    @EnumSource(names = {"SUCCEEDED", "FAILED"})
    void whatIsOverIsNotEnded(ImportState end) {
        store.take(LEASE);
        store.finish(uid, LEASE.worker(), end, Optional.empty());

        assertThatThrownBy(() -> imports.cancel(OWNER, uid))
                .isInstanceOf(ConflictException.class)
                .hasMessageStartingWith("The import is over already: it has ");
    }

    @Test
    void onlyTheFirstFaultsAreShown() {
        store.take(LEASE);
        var fault = new ImportFault(new ImportFault.Place(1, 1, Optional.empty()), WordFiles.FAULT);
        List<ImportFault> many = Collections.nCopies(Imports.FAULTS_MAX + 1, fault);
        store.advance(uid, LEASE, Progress.NONE, many);

        assertThat(imports.faults(imports.get(OWNER, uid))).hasSize(Imports.FAULTS_MAX);
    }
}
