package dev.plinth.ops.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The price file holds together: everything that it names is in it. */
final class PriceListTest {
    private static final Pattern ASSUMPTION = Pattern.compile("[a-zA-Z0-9]+");

    private final PriceList list = PriceList.bundled();

    @Test
    void everyPriceIsPositiveAndHasASourceAndADayOfThePast() {
        assertThat(list.prices()).isNotEmpty().allSatisfy((name, price) -> {
            assertThat(price.usd()).as(name).isPositive();
            assertThat(list.sources()).as(name).containsKey(price.source());
            assertThat(price.day()).as(name).isBefore(LocalDate.of(2100, 1, 1));
            assertThat(price.unit()).as(name).isNotBlank();
        });
    }

    @Test
    void everyChargeNamesAPriceOrAFamilyOfThem() {
        assertThat(list.charges().values()).flatMap(charges -> charges).allSatisfy(charge -> {
            var family = charge.price().replaceFirst("\\{.*", "");
            assertThat(list.prices().keySet()).anyMatch(name -> name.startsWith(family));
        });
    }

    @Test
    void everyAssumptionIsUsedAndEveryFactorIsKnown() {
        var used = list.charges().values().stream()
                .flatMap(charges -> charges.stream())
                .flatMap(charge -> charge.times().stream())
                .flatMap(factor -> Pattern.compile("\\|").splitAsStream(factor))
                .filter(ASSUMPTION.asMatchPredicate())
                .toList();

        assertThat(used).allSatisfy(name -> assertThat(list.assumptions()).containsKey(name));
        assertThat(list.assumptions().keySet()).allMatch(used::contains);
    }

    @Test
    void noTypeIsBothChargedAndFree() {
        assertThat(list.charges().keySet()).noneMatch(list::isFree);
    }
}
