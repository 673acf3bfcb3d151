package dev.plinth.ops.environment;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.ops.Failure;
import dev.plinth.ops.console.Console;
import dev.plinth.ops.console.Screen;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.Writer;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** When a change that is not taken back easily is made. */
final class ConfirmationTest {
    private static final Consent NONE = new Consent(false, false, Optional.empty());
    private static final Consent YES = new Consent(true, false, Optional.empty());

    @Test
    void inTheSandboxNothingIsAsked() {
        assertThatCode(change(new Selection("production", true), NONE, script("")))
                .doesNotThrowAnyException();
    }

    @Test
    void aRealStackWantsAYes() {
        var staging = new Selection("staging", false);

        assertThatCode(change(staging, NONE, terminal("yes"))).doesNotThrowAnyException();
        assertThatCode(change(staging, YES, script(""))).doesNotThrowAnyException();
        assertThatThrownBy(change(staging, NONE, terminal("y"))).hasMessage("not confirmed; nothing was changed");
        assertThatThrownBy(change(staging, NONE, script("yes")))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("no terminal");
    }

    @Test
    void productionWantsItsName() {
        var production = new Selection("production", false);
        var named = new Consent(false, false, Optional.of("production"));
        var misnamed = new Consent(true, false, Optional.of("staging"));

        assertThatCode(change(production, NONE, terminal("production"))).doesNotThrowAnyException();
        assertThatCode(change(production, named, script(""))).doesNotThrowAnyException();
        assertThatThrownBy(change(production, misnamed, script(""))).hasMessage("not confirmed; nothing was changed");
        assertThatThrownBy(change(production, YES, terminal("yes"))).hasMessage("not confirmed; nothing was changed");
        assertThatThrownBy(change(production, YES, script("production")))
                .hasMessageContaining("no terminal to type its name");
    }

    private static ThrowingCallable change(Selection selection, Consent consent, Console console) {
        return () -> Confirmation.obtain(console, selection, consent, "Change it?");
    }

    private static Console terminal(String answer) {
        return console(answer, true);
    }

    private static Console script(String input) {
        return console(input, false);
    }

    private static Console console(String input, boolean interactive) {
        var nowhere = Screen.plain(new PrintWriter(Writer.nullWriter()));
        return new Console(nowhere, nowhere, new StringReader(input + "\n"), interactive);
    }
}
