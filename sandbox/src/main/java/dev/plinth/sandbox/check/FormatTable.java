package dev.plinth.sandbox.check;

import java.util.List;
import java.util.stream.Stream;

/** All formats that are checked beyond the SDKs' types. */
final class FormatTable {
    static final List<FormatRule> RULES = Stream.of(AwsFormats.RULES, AwsTextFormats.RULES, KubernetesFormats.RULES)
            .flatMap(List::stream)
            .toList();

    private FormatTable() {}
}
