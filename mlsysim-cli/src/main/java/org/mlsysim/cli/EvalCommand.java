package org.mlsysim.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.mlsysim.api.error.BadInputException;
import org.mlsysim.api.error.Finding;
import org.mlsysim.api.error.Findings;
import org.mlsysim.api.error.MlsysimException;
import org.mlsysim.api.wire.Wire;
import org.mlsysim.core.evaluation.NodeQuestion;
import org.mlsysim.core.evaluation.Scorecard;
import org.mlsysim.core.evaluation.SystemEvaluator;
import org.mlsysim.core.node.SingleNodeModel;

/** {@code eval}: the scorecard of a model on an accelerator. */
final class EvalCommand implements Command {
  private static final List<String> OPTIONS =
      List.of("batch-size", "precision", "efficiency", "seq-len");

  @Override
  public String name() {
    return "eval";
  }

  @Override
  public String summary() {
    return "say whether a model fits on an accelerator, how fast it is, and what binds";
  }

  @Override
  public Syntax syntax() {
    return Syntax.builder()
        .required("target", "the model's id")
        .optional("hardware", "the accelerator's id")
        .option("batch-size", 'b', "N", "units of a pass (1)")
        .option("precision", 'p', "FORMAT", "number format of the weights (fp16)")
        .option("efficiency", 'e', "SHARE", "share of the peak rate that is sustained (0.5)")
        .option("seq-len", 's', "TOKENS", "context of a language model (2048)")
        .build();
  }

  @Override
  public Answer run(Arguments arguments, Session session) {
    String target = arguments.get("target");
    if (PortArguments.isModelHub(target)) {
      throw new BadInputException(List.of(PortArguments.modelHub("target", target)));
    }
    if (isFile(target)) {
      session.read(target, "target");
    }
    SystemEvaluator evaluator = new SystemEvaluator();
    NodeQuestion question = question(arguments, evaluator, session);
    Scorecard scorecard = evaluator.evaluate(question);
    return Answer.of(
        scorecard.feasible() ? Answer.OK : Answer.INFEASIBLE,
        scorecard::toWire,
        page -> new ScorecardText(page).write(question, scorecard));
  }

  private static boolean isFile(String target) {
    String name = target.toLowerCase(Locale.ROOT);
    return name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json");
  }

  private static NodeQuestion question(
      Arguments arguments, SystemEvaluator evaluator, Session session) {
    List<String> words = new ArrayList<>();
    words.add("model=" + arguments.get("target"));
    arguments.find("hardware").ifPresent(hardware -> words.add("hardware=" + hardware));
    for (String option : OPTIONS) {
      arguments.find(option).ifPresent(value -> words.add(option.replace('-', '_') + "=" + value));
    }
    SingleNodeModel.Inputs inputs;
    try {
      inputs = PortArguments.read(evaluator.nodeContract(), words, Wire.fields().build(), session);
    } catch (MlsysimException e) {
      throw MlsysimException.of(e.findings().stream().map(EvalCommand::ofTarget).toList());
    }
    return new NodeQuestion(
        inputs.model().id() + " on " + inputs.hardware().id(),
        inputs.model(),
        inputs.hardware(),
        inputs.batchSize(),
        inputs.precision(),
        inputs.efficiency(),
        arguments.has("seq-len") ? OptionalInt.of(inputs.seqLen()) : OptionalInt.empty());
  }

  /** The model is called the target here, because it may also be something else. */
  private static Finding ofTarget(Finding finding) {
    if (!finding.port().equals("model")) {
      return finding.port().equals("hardware") && finding.value().isEmpty()
          ? Findings.missing("hardware", "the id of an accelerator")
          : finding;
    }
    return new Finding(
        finding.code(),
        "target",
        finding.message(),
        finding.hint(),
        finding.value(),
        finding.expected(),
        finding.nearest(),
        finding.position());
  }
}
