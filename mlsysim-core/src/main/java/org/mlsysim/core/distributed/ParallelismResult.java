package org.mlsysim.core.distributed;

import java.util.List;
import java.util.Optional;
import javax.measure.Quantity;
import javax.measure.quantity.Frequency;
import javax.measure.quantity.Time;
import org.apiguardian.api.API;
import org.mlsysim.api.OptimizerResult;
import org.mlsysim.api.port.Port;
import org.mlsysim.core.distributed.ParallelismOptimizer.Candidate;
import org.mlsysim.core.distributed.ParallelismOptimizer.Config;

/** What the optimizer produces. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record ParallelismResult(
    @Port(verdict = true, doc = "whether any layout fits") boolean feasible,
    @Port(doc = "what is wrong when none does") List<InfeasibleReason> infeasibleReasons,
    @Port(doc = "the best utilisation") Optional<Double> objectiveValue,
    @Port(doc = "what is optimised") String objectiveName,
    @Port(doc = "unit of the objective; empty for a share") String objectiveUnit,
    @Port(doc = "more is better") OptimizerResult.Direction direction,
    @Port(doc = "the best split") Optional<Config> bestConfig,
    @Port(doc = "share of the fleet's peak that the model's work reaches") Optional<Double> bestMfu,
    @Port(unit = "1/s", doc = "samples a second of the whole fleet")
        Optional<Quantity<Frequency>> bestThroughput,
    @Port(unit = "s", doc = "the whole step") Optional<Quantity<Time>> bestStepTime,
    @Port(doc = "valid layouts, whether they fit or not") int searchSpaceSize,
    @Port(doc = "layouts whose state fits: those that were priced") int totalSearched,
    @Port(doc = "priced layouts that cannot be") int candidatesInfeasible,
    @Port(doc = "layouts that could not be priced") int candidatesFailed,
    @Port(doc = "the best micro-batch count of each split, the best splits first")
        List<Candidate> topCandidates,
    @Port(doc = "what to know before trusting the numbers") List<String> caveats)
    implements OptimizerResult {

  public ParallelismResult {
    infeasibleReasons = List.copyOf(infeasibleReasons);
    topCandidates = List.copyOf(topCandidates);
    caveats = List.copyOf(caveats);
  }

  @Override
  public List<String> reasons() {
    return infeasibleReasons.stream().map(ParallelismResult::inWords).toList();
  }

  private static String inWords(InfeasibleReason reason) {
    return reason == InfeasibleReason.MEMORY
        ? "The training state fits the accelerators in none of the valid layouts."
        : "No layout divides the accelerators, the model and the batch.";
  }
}
