package dev.plinth.policy.analyzer;

import dev.plinth.policy.SampleRules;
import java.util.List;

/** A pack whose author left a line of debugging in it. */
final class TalkativePack {
    private TalkativePack() {}

    public static void main(String[] args) {
        PolicyServer.serve(
                args,
                () -> SampleRules.pack(SampleRules.resourceRule("talkative", resource -> {
                    System.out.println("judging " + resource.name());
                    return List.of();
                })));
    }
}
