package dev.plinth.infra.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.infra.Plan;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the API's images are kept. */
final class ImagePlanTest {
    private static final String REPOSITORY = "aws:ecr/repository:Repository";

    @ParameterizedTest
    @ValueSource(strings = {"staging", "production"})
    void imagesAreEncryptedNeverChangedAndNeverDeletedWithTheirRepository(String stack) {
        var repository = Plan.of(stack).one(REPOSITORY, "api");

        assertThat(repository.input("imageTagMutability")).isEqualTo("IMMUTABLE");
        assertThat(repository.input("forceDelete")).isEqualTo(false);
        assertThat(repository.at("encryptionConfigurations", 0, "encryptionType"))
                .isEqualTo("KMS");
        assertThat(repository.at("imageScanningConfiguration", "scanOnPush")).isEqualTo(true);
    }

    @Test
    void theRegistryGoesOnScanningWhatIsThere() {
        var scanning =
                Plan.of("production").one("aws:ecr/registryScanningConfiguration:RegistryScanningConfiguration", "api");

        assertThat(scanning.input("scanType")).isEqualTo("ENHANCED");
        assertThat(scanning.at("rules", 0, "scanFrequency")).isEqualTo("CONTINUOUS_SCAN");
        assertThat(scanning.at("rules", 0, "repositoryFilters"))
                .isEqualTo(List.of(Map.of("filter", "plinth-production-api", "filterType", "WILDCARD")));
    }

    @Test
    void noOtherAccountComesInAndNobodyDeletesAnImage() {
        var policy = Plan.of("production").one("aws:ecr/repositoryPolicy:RepositoryPolicy", "api");

        assertThat(String.valueOf(policy.input("policy")))
                .contains("\"Sid\":\"OtherAccounts\",\"Effect\":\"Deny\"")
                .contains("\"aws:PrincipalAccount\":[\"222222222222\"]")
                .contains("\"ecr:BatchDeleteImage\"");
    }

    @Test
    void anEnvironmentOfOneMachineHasNoRegistry() {
        assertThat(Plan.of("local").all(REPOSITORY)).isEmpty();
    }
}
