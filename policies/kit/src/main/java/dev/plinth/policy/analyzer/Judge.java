package dev.plinth.policy.analyzer;

import dev.plinth.policy.Configuration;
import dev.plinth.policy.EnforcementLevel;
import dev.plinth.policy.Evaluator;
import dev.plinth.policy.Finding;
import dev.plinth.policy.Finding.Kind;
import dev.plinth.policy.KitRules;
import dev.plinth.policy.PolicyPack;
import dev.plinth.policy.Run;
import dev.plinth.policy.Verdict;
import java.util.ArrayList;
import pulumirpc.AnalyzerOuterClass.AnalyzeRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzeResponse;
import pulumirpc.AnalyzerOuterClass.AnalyzeStackRequest;
import pulumirpc.AnalyzerOuterClass.RemediateResponse;

/** One run of a pack, from the engine's question to its answer. */
final class Judge {
    private final Answers answers;
    private final Evaluator evaluator;
    private final Run run;
    private final boolean notesWaiting;
    private final Waiting waiting = new Waiting();

    Judge(PolicyPack pack, Configuration configuration, Run run) {
        this.answers = new Answers(pack);
        this.evaluator = new Evaluator(pack, configuration, run);
        this.run = run;
        this.notesWaiting = configuration.levels().of(KitRules.UNDECIDED.info()) != EnforcementLevel.DISABLED;
    }

    AnalyzeResponse analyze(AnalyzeRequest request) {
        return answer(evaluator.judge(Wire.resource(request))).build();
    }

    AnalyzeResponse analyzeStack(AnalyzeStackRequest request) {
        AnalyzeResponse.Builder answer = answer(evaluator.judge(Wire.stack(request)));
        if (notesWaiting) {
            waiting.note().map(answers::note).ifPresent(answer::addDiagnostics);
        }
        return answer.build();
    }

    RemediateResponse remediate(AnalyzeRequest request) {
        // The engine asks for every resource; mostly there is no need to read what it sends.
        return evaluator.remedies(request.getType())
                ? answers.remediations(evaluator.remedies(Wire.resource(request)), request.getProperties())
                : RemediateResponse.getDefaultInstance();
    }

    private AnalyzeResponse.Builder answer(Verdict verdict) {
        var findings = new ArrayList<Finding>();
        var undecided = new ArrayList<Finding>();
        for (Finding finding : verdict.findings()) {
            // In an update everything is known; if a rule has to wait there, everybody is to see it.
            (run.preview() && finding.kind() == Kind.UNDECIDED ? undecided : findings).add(finding);
        }
        undecided.forEach(waiting::add);
        AnalyzeResponse.Builder answer = answers.verdict(findings, verdict);
        undecided.stream().map(Answers::waits).forEach(answer::addNotApplicable);
        return answer;
    }
}
