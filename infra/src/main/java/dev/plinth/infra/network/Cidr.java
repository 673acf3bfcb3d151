package dev.plinth.infra.network;

import dev.plinth.infra.config.Shape;
import java.util.regex.Pattern;

/** A block of IPv4 addresses. */
public record Cidr(long address, int prefix) {
    private static final Pattern FORMAT =
            Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})/(\\d{1,2})");
    private static final int BITS = 32;
    private static final int OCTET_MAX = 255;

    public Cidr {
        if (prefix < 0 || prefix > BITS || address % size(prefix) != 0) {
            throw new IllegalArgumentException(
                    "%s is not the first address of a /%d block".formatted(dotted(address), prefix));
        }
    }

    /** A block that a VPC may have and that leaves every tier enough room: private addresses, /16 to /20. */
    public static Shape<Cidr> shape() {
        return new Shape<>(
                "a private IPv4 block of size /16 to /20 that starts at its first address", "10.20.0.0/16", Cidr::vpc);
    }

    public static Cidr parse(String text) {
        var matcher = FORMAT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(text);
        }
        long address = 0;
        for (int group = 1; group <= 4; group++) {
            int octet = Integer.parseInt(matcher.group(group));
            if (octet > OCTET_MAX) {
                throw new IllegalArgumentException(text);
            }
            address = address * (OCTET_MAX + 1) + octet;
        }
        return new Cidr(address, Integer.parseInt(matcher.group(5)));
    }

    private static Cidr vpc(String text) {
        var block = parse(text);
        boolean isPrivate = parse("10.0.0.0/8").contains(block)
                || parse("172.16.0.0/12").contains(block)
                || parse("192.168.0.0/16").contains(block)
                || parse("100.64.0.0/10").contains(block);
        if (!isPrivate || block.prefix < 16 || block.prefix > 20) {
            throw new IllegalArgumentException(text);
        }
        return block;
    }

    /** The index-th of the blocks that one gets by making the prefix longer by some bits. */
    public Cidr part(int extraBits, int index) {
        if (index < 0 || index >= 1 << extraBits) {
            throw new IllegalArgumentException("a block has no part %d of %d".formatted(index, 1 << extraBits));
        }
        int longer = prefix + extraBits;
        return new Cidr(address + index * size(longer), longer);
    }

    public boolean contains(Cidr other) {
        return other.prefix >= prefix && other.address - other.address % size(prefix) == address;
    }

    @Override
    public String toString() {
        return dotted(address) + "/" + prefix;
    }

    private static long size(int prefix) {
        return 1L << (BITS - prefix);
    }

    private static String dotted(long address) {
        return "%d.%d.%d.%d"
                .formatted(
                        address >> 24 & OCTET_MAX,
                        address >> 16 & OCTET_MAX,
                        address >> 8 & OCTET_MAX,
                        address & OCTET_MAX);
    }
}
