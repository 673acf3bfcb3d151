package dev.plinth.app.changes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ChainTest {
    @Test
    void theFirstLinkStandsOnNothing() {
        Link first = Chain.next(Chain.START, 7, "[1]");

        assertThat(first.sequence()).isEqualTo(1);
        assertThat(first.changeId()).isEqualTo(7);
        assertThat(first.previousHash()).isEqualTo("0".repeat(64));
    }

    @Test
    void theHashIsTheSha256OfTheHashBeforeThePlaceAndTheText() {
        // printf '%064d\n1\n[1]' 0 | sha256sum
        assertThat(Chain.next(Chain.START, 7, "[1]").hash())
                .isEqualTo("c8372ec51246d2942a2bb48c66465779fbca360c3b22414dd9c64358cf399c05");
    }

    @Test
    void everyPartChangesTheHash() {
        Link first = Chain.next(Chain.START, 7, "[1]");

        assertThat(Chain.next(Chain.START, 7, "[2]").hash()).isNotEqualTo(first.hash());
        assertThat(Chain.next(first, 7, "[1]").hash()).isNotEqualTo(first.hash());
        assertThat(Chain.next(new Link(1, 0, "", Chain.START.hash()), 7, "[1]").hash())
                .isNotEqualTo(first.hash());
    }
}
