package dev.plinth.policy;

import java.util.ArrayList;
import java.util.List;

/** The exemptions that a user has given to a pack. */
public record Exemptions(
        @Described("What need not be kept where, why, and until when")
        List<Exemption> list) {
    static final Exemptions NONE = new Exemptions(List.of());

    public Exemptions {
        list = List.copyOf(list);
    }

    /** Everything that is wrong with them for this pack, as a sentence each. */
    List<String> mistakesFor(PolicyPack pack) {
        List<String> ids = pack.rules().stream().map(rule -> rule.info().id()).toList();
        var mistakes = new ArrayList<String>();
        for (int index = 0; index < list.size(); index++) {
            Exemption exemption = list.get(index);
            String path = "exemptions.list[%d]".formatted(index);
            if (!ids.contains(exemption.rule())) {
                mistakes.add("%s.rule: pack %s has no rule '%s'%s"
                        .formatted(path, pack.name(), exemption.rule(), Spelling.hint(ids, exemption.rule(), "rules")));
            }
            if (exemption.isOfEverything()) {
                mistakes.add("%s.resource '%s' is about everything; disable the rule instead"
                        .formatted(path, exemption.resource()));
            } else if (!exemption.isOfAResource()) {
                mistakes.add("%s.resource '%s' needs a URN, or a type and a name as in aws:s3/bucket:Bucket::logs-*"
                        .formatted(path, exemption.resource()));
            }
            if (exemption.reason().isBlank()) {
                mistakes.add(path + ".reason is empty");
            }
            if (exemption.owner().isBlank()) {
                mistakes.add(path + ".owner is empty");
            }
        }
        return mistakes;
    }
}
