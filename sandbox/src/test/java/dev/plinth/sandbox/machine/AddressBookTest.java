package dev.plinth.sandbox.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AddressBookTest {
    private static final int PORT = 47_311;

    @TempDir
    private Path folder;

    @Test
    void everyOwnerGetsAnAddressOfItsOwnAndTheWantedPort() {
        var book = book();

        Endpoint first = book.claim("one", List.of(PORT)).endpoint(PORT);
        Endpoint second = book.claim("two", List.of(PORT)).endpoint(PORT);

        assertThat(first.host()).startsWith("127.77.").isNotEqualTo(second.host());
        assertThat(List.of(first.port(), second.port())).containsOnly(PORT);
    }

    @Test
    void anAddressIsRememberedAcrossRestarts() {
        Claim claim = book().claim("one", List.of(PORT, PORT + 1));

        assertThat(book().claim("one", List.of(PORT + 1, PORT))).isEqualTo(claim);
    }

    @Test
    void aBusyAddressIsPassedOver() throws IOException {
        String host = book().claim("probe", List.of(PORT)).host();
        book().release("probe");
        try (var taken = new ServerSocket(PORT, 1, InetAddress.getByName(host))) {
            Claim claim = book().claim("one", List.of(taken.getLocalPort()));

            assertThat(claim.host()).isNotEqualTo(host);
            assertThat(claim.moved()).isEmpty();
        }
    }

    @Test
    void aPortThatIsBusyOnAllAddressesBecomesAnotherOneAndSaysSo() throws IOException {
        try (var taken = new ServerSocket(0)) {
            int wanted = taken.getLocalPort();

            Claim claim = book().claim("one", List.of(wanted));

            assertThat(claim.port(wanted)).isGreaterThan(wanted);
            assertThat(claim.moved()).containsEntry(wanted, claim.port(wanted));
        }
    }

    @Test
    void aReleasedAddressIsGivenAgain() {
        String host = book().claim("one", List.of(PORT)).host();
        var book = book();
        book.release("one");

        assertThat(book.find("one")).isEmpty();
        assertThat(book.claim("two", List.of(PORT)).host()).isEqualTo(host);
    }

    private AddressBook book() {
        return AddressBook.open(folder.resolve("addresses.json"));
    }
}
