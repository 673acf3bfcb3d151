package dev.plinth.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class JudgementTest {
    @Test
    void isKeptWithoutAClause() {
        assertThat(Judgement.violated(List.of())).isSameAs(Judgement.kept());
        assertThat(Judgement.violatedIf(false, "is wrong")).isSameAs(Judgement.kept());
        assertThat(Judgement.violatedIf(true, "is wrong").violations()).containsExactly("is wrong");
    }

    @Test
    void goesOnWithTheNextPartWhereOneHasToWait() {
        Judgement judgement = Judgement.all(
                () -> Judgement.violated("is wrong"),
                () -> {
                    throw new UnknownValueException("policy");
                },
                () -> Judgement.violated("is worse"));

        assertThat(judgement.violations()).containsExactly("is wrong", "is worse");
        assertThat(judgement.waits()).containsExactly("policy is not known before the deployment");
    }

    @Test
    void saysEverythingOnce() {
        Judgement judgement = Judgement.each(List.of(1, 2), item -> Judgement.violated("is wrong"));

        assertThat(judgement.violations()).containsExactly("is wrong");
    }

    @Test
    void hasNothingToSayOnlyIfNoPartHas() {
        assertThat(Judgement.each(List.of(1, 2), item -> Judgement.notApplicable("is about 3"))
                        .reasonNotApplicable())
                .hasValue("is about 3");
        assertThat(Judgement.each(
                                List.of(1, 2),
                                item -> item == 1 ? Judgement.kept() : Judgement.notApplicable("is about 1"))
                        .reasonNotApplicable())
                .isEmpty();
        assertThat(Judgement.each(List.of(), item -> Judgement.notApplicable("is about 3"))
                        .reasonNotApplicable())
                .isEmpty();
    }
}
