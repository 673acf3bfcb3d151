package dev.plinth.infra.edge;

/** The places from which CloudFront answers, by what they cost (CloudFront Developer Guide, price classes). */
public enum PriceClass {
    /** All there are. */
    ALL("PriceClass_All"),
    /** All but the dearest: not South America, Australia and New Zealand. */
    MOST("PriceClass_200"),
    /** North America, Europe and Israel. */
    CHEAPEST("PriceClass_100");

    private final String awsName;

    PriceClass(String awsName) {
        this.awsName = awsName;
    }

    String awsName() {
        return awsName;
    }
}
