package dev.plinth.ops.release;

import java.util.List;

/** Who hears how a release goes. */
public interface Teller {
    void begins(Step step);

    void passed(StepRecord step);

    void failed(Step step, String reason, List<Measured> measured);

    /** Something that a person should know. */
    void say(String text);
}
