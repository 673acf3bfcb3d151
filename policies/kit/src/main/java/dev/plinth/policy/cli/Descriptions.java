package dev.plinth.policy.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.plinth.policy.Control;
import dev.plinth.policy.RemediatingRule;
import dev.plinth.policy.RuleConfig;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.StackRule;
import dev.plinth.policy.cli.Packs.Member;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Rules as data. */
final class Descriptions {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private Descriptions() {}

    static Map<String, Object> json(Member member) {
        RuleInfo info = member.rule().info();
        var json = new LinkedHashMap<String, Object>();
        json.put("pack", member.pack().name());
        json.put("id", info.id());
        json.put("title", info.title());
        json.put("level", name(info.level()));
        json.put("severity", name(info.severity()));
        json.put("judges", member.rule() instanceof StackRule ? "stack" : "resource");
        json.put("remediates", member.rule() instanceof RemediatingRule);
        json.put(
                "types",
                info.types().isEvery() ? List.of("*") : List.copyOf(info.types().tokens()));
        json.put(
                "controls",
                info.explanation().controls().stream().map(Control::toString).toList());
        json.put("why", info.explanation().why());
        json.put("cure", info.explanation().cure());
        json.put("configuration", info.config().map(RuleConfig::schema).orElse(Map.of()));
        return json;
    }

    static String print(Object json) {
        try {
            return MAPPER.writeValueAsString(json) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
