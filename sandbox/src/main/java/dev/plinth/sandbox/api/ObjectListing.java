package dev.plinth.sandbox.api;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** One page of a bucket's keys: "ListObjectsV2" of the S3 API reference. */
record ObjectListing(List<String> keys, List<String> prefixes, Optional<String> next) {

    /**
     * Which keys are wanted.
     *
     * @param delimiter keys with it behind the prefix are told as one prefix; empty for none
     * @param after only what comes behind it in the order of keys
     * @param max keys and prefixes of a page
     */
    record Wish(String prefix, String delimiter, String after, int max) {}

    /** The page of these keys, which are in order. */
    static ObjectListing of(List<String> sorted, Wish wish) {
        var keys = new TreeSet<String>();
        var prefixes = new TreeSet<String>();
        var last = "";
        for (var key : sorted) {
            var shown = shown(key, wish);
            if (!key.startsWith(wish.prefix()) || shown.compareTo(wish.after()) <= 0 || prefixes.contains(shown)) {
                continue;
            }
            if (keys.size() + prefixes.size() == wish.max()) {
                return new ObjectListing(List.copyOf(keys), List.copyOf(prefixes), Optional.of(last));
            }
            (shown.equals(key) ? keys : prefixes).add(shown);
            last = shown;
        }
        return new ObjectListing(List.copyOf(keys), List.copyOf(prefixes), Optional.empty());
    }

    /** The key, or what it has in common with others up to the delimiter. */
    private static String shown(String key, Wish wish) {
        int end = wish.delimiter().isEmpty() || !key.startsWith(wish.prefix())
                ? -1
                : key.indexOf(wish.delimiter(), wish.prefix().length());
        return end < 0 ? key : key.substring(0, end + wish.delimiter().length());
    }
}
