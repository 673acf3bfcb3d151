package dev.plinth.sandbox.image;

import dev.plinth.sandbox.disk.Disk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;

/** A Dockerfile's instructions, continued lines joined and comments left out. */
record Dockerfile(Path file, List<Instruction> instructions) {
    Dockerfile {
        instructions = List.copyOf(instructions);
    }

    static Dockerfile read(Path file) {
        if (Files.isDirectory(file)) {
            throw new ImageException("%s is a folder: build.dockerfile names the Dockerfile itself".formatted(file));
        }
        String text = Disk.read(file)
                .orElseThrow(() ->
                        new ImageException("there is no Dockerfile at %s: correct build.dockerfile,".formatted(file)
                                + " which is relative to the program's folder"));
        return new Dockerfile(file, parse(file, text.lines().toList()));
    }

    /** What stands behind the last FROM. */
    List<Instruction> finalStage() {
        var stages = new HashSet<String>();
        int start = -1;
        for (int index = 0; index < instructions.size(); index++) {
            Instruction instruction = instructions.get(index);
            if (instruction.keyword().equals("FROM")) {
                start = index;
                String[] words = instruction.text().split("\\s+", -1);
                if (index == lastFrom() && stages.contains(words[0].toLowerCase(Locale.ROOT))) {
                    throw instruction.refused(
                            "%s continues an earlier stage, which the sandbox does not build: start".formatted(words[0])
                                    + " the final stage from an image and copy everything that it needs");
                }
                stages.add(words[words.length - 1].toLowerCase(Locale.ROOT));
            }
        }
        if (start < 0) {
            throw new ImageException("%s has no FROM: it is not a Dockerfile".formatted(file));
        }
        return instructions.subList(start + 1, instructions.size());
    }

    private int lastFrom() {
        return instructions.stream().map(Instruction::keyword).toList().lastIndexOf("FROM");
    }

    private static List<Instruction> parse(Path file, List<String> lines) {
        var found = new ArrayList<Instruction>();
        var text = new StringBuilder();
        var place = new Place(file, 1);
        for (int index = 0; index < lines.size(); index++) {
            String line = lines.get(index).strip();
            // Comments and empty lines may also stand between the lines of one instruction.
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            place = text.isEmpty() ? new Place(file, index + 1) : place;
            boolean goesOn = line.endsWith("\\");
            text.append(goesOn ? line.substring(0, line.length() - 1).stripTrailing() + " " : line);
            if (!goesOn || index == lines.size() - 1) {
                found.add(instruction(place, text.toString().strip()));
                text.setLength(0);
            }
        }
        return found;
    }

    private static Instruction instruction(Place place, String text) {
        String[] parts = text.split("\\s+", 2);
        return new Instruction(place, parts[0].toUpperCase(Locale.ROOT), parts.length > 1 ? parts[1] : "");
    }
}
