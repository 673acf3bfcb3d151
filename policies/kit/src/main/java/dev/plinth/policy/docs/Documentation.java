package dev.plinth.policy.docs;

import dev.plinth.policy.PolicyPack;
import dev.plinth.policy.Rule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The pages of packs, in Markdown: one for each rule in a folder of its pack's name, and one that leads to them. */
public final class Documentation {
    private static final String INDEX = "README.md";

    private final List<PolicyPack> packs;
    private final Map<String, String> pages = new TreeMap<>();

    private Documentation(List<PolicyPack> packs) {
        this.packs = packs;
        for (PolicyPack pack : packs) {
            pack.rules().forEach(rule -> pages.put(path(pack, rule.info().id()), RulePage.of(pack, rule)));
        }
    }

    /** The pages of these packs. */
    public static Documentation of(List<PolicyPack> packs) {
        var documentation = new Documentation(List.copyOf(packs));
        documentation.pages.put(INDEX, IndexPage.of(packs));
        return documentation;
    }

    /** The pages of one pack's rules, without that which leads to them. */
    public static Documentation ofRules(PolicyPack pack) {
        return new Documentation(List.of(pack));
    }

    /** The page of one rule. */
    public static String page(PolicyPack pack, Rule rule) {
        return RulePage.of(pack, rule);
    }

    /** Each page by its path. */
    public Map<String, String> pages() {
        return Map.copyOf(pages);
    }

    /** Writes every page into a folder, and deletes those of rules that are no more. */
    public void write(Path folder) {
        try {
            for (Map.Entry<String, String> page : pages.entrySet()) {
                Path file = folder.resolve(page.getKey());
                if (file.getParent() != null) {
                    Files.createDirectories(file.getParent());
                }
                Files.writeString(file, page.getValue());
            }
            for (String leftover : leftovers(folder)) {
                Files.delete(folder.resolve(leftover));
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** What of the pages in a folder is not what the rules say, a clause each; nothing if all is well. */
    public List<String> differences(Path folder) {
        var differences = new ArrayList<String>();
        try {
            for (Map.Entry<String, String> page : pages.entrySet()) {
                Path file = folder.resolve(page.getKey());
                if (!Files.exists(file)) {
                    differences.add(file + " is missing");
                } else if (!Files.readString(file).equals(page.getValue())) {
                    differences.add(file + " is not what the rules say");
                }
            }
            leftovers(folder).forEach(leftover -> differences.add(folder.resolve(leftover) + " is of no rule"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return differences;
    }

    private Set<String> leftovers(Path folder) throws IOException {
        var leftovers = new TreeSet<String>();
        for (PolicyPack pack : packs) {
            Path own = folder.resolve(pack.name());
            if (Files.isDirectory(own)) {
                try (Stream<Path> files = Files.list(own)) {
                    files.map(file -> pack.name() + "/" + file.getFileName())
                            .filter(file -> file.endsWith(".md") && !pages.containsKey(file))
                            .forEach(leftovers::add);
                }
            }
        }
        return leftovers;
    }

    static String path(PolicyPack pack, String rule) {
        return "%s/%s.md".formatted(pack.name(), rule);
    }
}
