package dev.plinth.infra.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AddressPlanTest {
    private static final Cidr VPC = Cidr.parse("10.20.0.0/16");

    @ParameterizedTest
    @CsvSource({
        "PRIVATE, a, 10.20.0.0/20",
        "PRIVATE, c, 10.20.32.0/20",
        "PUBLIC, a, 10.20.128.0/21",
        "PUBLIC, c, 10.20.144.0/21",
        "DATA, a, 10.20.192.0/22",
        "DATA, f, 10.20.212.0/22"
    })
    void aSubnetsPlaceFollowsFromItsTierAndItsZonesLetter(Tier tier, char letter, String block) {
        assertThat(tier.block(VPC, zone(letter))).hasToString(block);
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 17, 18, 19, 20})
    void noTwoSubnetsOverlapAndAllAreInTheVpc(int prefix) {
        var vpc = new Cidr(Cidr.parse("10.32.0.0/16").address(), prefix);
        var blocks = new ArrayList<Cidr>();
        for (var tier : Tier.values()) {
            for (char letter = 'a'; letter <= 'f'; letter++) {
                blocks.add(tier.block(vpc, zone(letter)));
            }
        }

        assertThat(blocks).hasSize(18).allMatch(vpc::contains);
        for (var block : blocks) {
            assertThat(blocks).filteredOn(other -> other.contains(block)).containsExactly(block);
        }
    }

    @Test
    void theLastEighthStaysFree() {
        var free = Cidr.parse("10.20.224.0/19");

        for (var tier : Tier.values()) {
            assertThat(free.contains(tier.block(VPC, zone('f')))).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/16", "172.16.0.0/16", "192.168.0.0/16", "100.64.0.0/16", "10.1.240.0/20"})
    void privateBlocksOfSixteenToTwentyMakeAVpc(String text) {
        assertThat(Cidr.shape().parser().apply(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0.0",
                "10.0.0.0/15",
                "10.0.0.0/21",
                "10.0.0.1/16",
                "11.0.0.0/16",
                "256.0.0.0/16",
                "10.0.0.0/33",
                "ten"
            })
    void otherTextsDoNot(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Cidr.shape().parser().apply(text));
    }

    @Test
    void nothingInsideTalksToThoseInFrontOfIt() {
        assertThat(Flow.INSIDE).extracting(Flow::from).doesNotContain(Party.DATABASE, Party.CACHE);
        assertThat(Flow.INSIDE).extracting(Flow::to).doesNotContain(Party.LOAD_BALANCER);
    }

    @Test
    void podsReachTheCacheAndTheDatabasesProxyAndNoDatabase() {
        assertThat(Flow.INSIDE)
                .filteredOn(flow -> flow.from() == Party.NODES)
                .extracting(Flow::to)
                .contains(Party.CACHE, Party.DATABASE_PROXY)
                .doesNotContain(Party.DATABASE);
        assertThat(Flow.INSIDE)
                .filteredOn(flow -> flow.to() == Party.CACHE)
                .extracting(Flow::from)
                .containsOnly(Party.NODES);
    }

    private static Zone zone(char letter) {
        return new Zone("eu-central-1", letter);
    }
}
