package dev.plinth.sandbox.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.sandbox.api.ObjectListing.Wish;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ObjectListingTest {
    private static final List<String> KEYS = List.of("a/1", "a/2", "b/1", "b/x/2", "c");

    @Test
    void keysArePagedInOrderAndNoneIsLostOrTwice() {
        var first = ObjectListing.of(KEYS, new Wish("", "", "", 2));
        var second = ObjectListing.of(KEYS, new Wish("", "", first.next().orElseThrow(), 2));
        var third = ObjectListing.of(KEYS, new Wish("", "", second.next().orElseThrow(), 2));

        assertThat(first.keys()).containsExactly("a/1", "a/2");
        assertThat(second.keys()).containsExactly("b/1", "b/x/2");
        assertThat(third.keys()).containsExactly("c");
        assertThat(third.next()).isEmpty();
    }

    @Test
    void aFullLastPageHasNoNext() {
        assertThat(ObjectListing.of(KEYS, new Wish("", "", "", 5)).next()).isEmpty();
    }

    @Test
    void onlyKeysWithThePrefixAreTold() {
        assertThat(ObjectListing.of(KEYS, new Wish("b/", "", "", 10)).keys()).containsExactly("b/1", "b/x/2");
    }

    @Test
    void whatLiesBehindTheDelimiterIsOnePrefix() {
        var whole = ObjectListing.of(KEYS, new Wish("", "/", "", 10));
        assertThat(whole.prefixes()).containsExactly("a/", "b/");
        assertThat(whole.keys()).containsExactly("c");

        var inner = ObjectListing.of(KEYS, new Wish("b/", "/", "", 10));
        assertThat(inner.prefixes()).containsExactly("b/x/");
        assertThat(inner.keys()).containsExactly("b/1");
    }

    @Test
    void aPrefixThatWasToldOnOnePageIsNotToldOnTheNext() {
        var first = ObjectListing.of(KEYS, new Wish("", "/", "", 1));
        var second = ObjectListing.of(KEYS, new Wish("", "/", first.next().orElseThrow(), 1));

        assertThat(first.prefixes()).containsExactly("a/");
        assertThat(second.prefixes()).containsExactly("b/");
    }
}
