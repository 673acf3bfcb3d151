package dev.plinth.sandbox.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CertificateAuthorityTest {
    @TempDir
    private Path folder;

    @Test
    void isMadeOnce() throws Exception {
        CertificateAuthority.open(folder);
        String first = Files.readString(folder.resolve("ca.pem"));

        CertificateAuthority.open(folder);

        assertThat(folder.resolve("ca.pem")).hasContent(first);
    }

    @Test
    void itsKeyIsReadableByItsOwnerOnly() throws Exception {
        CertificateAuthority.open(folder);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("ca-key.pem"))))
                .isEqualTo("rw-------");
    }

    @Test
    void signsForNamesAndAddressesAlsoAfterARestart() throws Exception {
        CertificateAuthority.open(folder);
        CertificateFiles files =
                CertificateAuthority.open(folder).issue(folder.resolve("leaf"), List.of("api.test", "127.0.0.1"));

        List<X509Certificate> chain = certificates(files.certificate());
        assertThat(chain).hasSize(2);
        chain.getFirst()
                .verify(certificates(folder.resolve("ca.pem")).getFirst().getPublicKey());
        assertThat(chain.getFirst().getSubjectAlternativeNames())
                .containsExactly(List.of(2, "api.test"), List.of(7, "127.0.0.1"));
    }

    @Test
    void theTrustStoreAddsTheAuthorityToTheRootsOfTheJdk() throws Exception {
        TrustStore trust = CertificateAuthority.open(folder).trustStore();

        KeyStore own =
                KeyStore.getInstance(trust.file().toFile(), trust.password().toCharArray());
        KeyStore roots = KeyStore.getInstance(
                Path.of(System.getProperty("java.home"), "lib", "security", "cacerts")
                        .toFile(),
                "changeit".toCharArray());
        assertThat(own.size()).isEqualTo(roots.size() + 1);
        assertThat(own.getCertificate("plinth-sandbox"))
                .isEqualTo(certificates(folder.resolve("ca.pem")).getFirst());
    }

    private static List<X509Certificate> certificates(Path file) throws Exception {
        var certificates = new ArrayList<X509Certificate>();
        for (var certificate : CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(Files.readAllBytes(file)))) {
            certificates.add((X509Certificate) certificate);
        }
        return certificates;
    }
}
