package org.mlsysim.core.reliability;

import static org.mlsysim.api.units.Units.SECOND;
import static org.mlsysim.api.units.Units.in;
import static org.mlsysim.api.units.Units.of;

import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.measure.Quantity;
import javax.measure.quantity.Time;
import org.apiguardian.api.API;
import org.mlsysim.api.BaseModel;
import org.mlsysim.api.Explanation;
import org.mlsysim.api.ResolverInfo;
import org.mlsysim.api.SolverResult;
import org.mlsysim.api.port.Buildable;
import org.mlsysim.api.port.Port;
import org.mlsysim.api.system.Fleet;
import org.mlsysim.api.system.Node;
import org.mlsysim.physics.reliability.FailureRate;
import org.mlsysim.physics.reliability.JobReliability;

/**
 * A synchronous job on a fleet: how often it fails, how often it should save, what goodput remains.
 *
 * <pre>
 * MTBF = 1 / (nodes (a/50000 h + nics/150000 h + series supplies/100000 h))
 * goodput = max(0, 1 - δ/τ - τ/(2 MTBF) - R/MTBF),  τ = sqrt(2 δ MTBF)
 * </pre>
 *
 * <p>A measured MTBF of the fleet replaces the sum. First order in every share: failures while
 * saving, redoing or recovering are left out, so that shares above one half are rough.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@ResolverInfo(
    question = "How often does a job on this fleet fail, and what goodput remains?",
    walls = "Fragility",
    equation = "goodput = max(0, 1 - δ/τ - τ/(2 MTBF) - R/MTBF); τ = sqrt(2 δ MTBF)",
    sources = {
      "Young (1974), CACM 17(9)",
      "Daly (2006), FGCS 22(3)",
      "Kokolis et al. (2025), HPCA (component lifetimes)"
    })
public final class ReliabilityModel
    extends BaseModel<ReliabilityModel.Inputs, ReliabilityModel.ReliabilityResult> {

  /** What the model requires. */
  @Buildable
  public record Inputs(
      @Port(doc = "the fleet that the job fills") Fleet fleet,
      @Port(doc = "duration of the job", unit = "h", range = "[0, inf)")
          Quantity<Time> jobDurationHours,
      @Port(
              doc = "time to write one checkpoint",
              unit = "s",
              defaultValue = "60",
              range = "(0, inf)")
          Quantity<Time> checkpointTimeS,
      @Port(
              doc = "mean time from a failure to work resumed",
              unit = "s",
              defaultValue = "300",
              range = "[0, inf)")
          Quantity<Time> avgRecoveryTimeS) {

    /** Names the inputs one by one; the two times of the checkpoint have defaults. */
    public static ReliabilityModelInputsBuilder builder() {
      return new ReliabilityModelInputsBuilder();
    }
  }

  /** What the model produces. */
  public record ReliabilityResult(
      @Port(unit = "s", doc = "mean time between failures of the fleet") Quantity<Time> fleetMtbf,
      @Port(doc = "probability of at least one failure in the job") double failureProbability,
      @Port(unit = "s", doc = "best time between checkpoints")
          Quantity<Time> optimalCheckpointInterval,
      @Port(doc = "failures expected in the job") double expectedFailures,
      @Port(doc = "share of time that becomes saved work") double goodputRatio,
      @Port(doc = "share of time spent writing checkpoints") double checkpointShare,
      @Port(doc = "share of time spent redoing lost work") double reworkShare,
      @Port(doc = "share of time spent coming back") double recoveryShare,
      @Port(doc = "whether one write takes two mean times between failures or longer")
          boolean outOfRegime,
      @Port(doc = "what to know before trusting the numbers") List<String> caveats)
      implements SolverResult {
    public ReliabilityResult {
      caveats = List.copyOf(caveats);
    }
  }

  public ReliabilityModel() {
    super(MethodHandles.lookup(), Inputs.class, ReliabilityResult.class);
  }

  @Override
  public ReliabilityResult solve(Inputs inputs) {
    Fleet fleet = inputs.fleet();
    double mtbf = meanTimeBetweenFailures(fleet);
    JobReliability.Outlook outlook =
        JobReliability.of(
            mtbf,
            in(SECOND, inputs.jobDurationHours()),
            in(SECOND, inputs.checkpointTimeS()),
            in(SECOND, inputs.avgRecoveryTimeS()));
    return new ReliabilityResult(
        of(mtbf, SECOND),
        outlook.failureProbability(),
        of(outlook.checkpointInterval(), SECOND),
        outlook.expectedFailures(),
        outlook.goodput(),
        outlook.checkpointShare(),
        outlook.reworkShare(),
        outlook.recoveryShare(),
        outlook.outOfRegime(),
        caveats(fleet, outlook.outOfRegime()));
  }

  private static double meanTimeBetweenFailures(Fleet fleet) {
    Optional<Quantity<Time>> measured = fleet.mtbfHours();
    return measured.isPresent()
        ? in(SECOND, measured.get())
        : FailureRate.meanTimeBetweenFailures(nodeRate(fleet.node()) * fleet.count());
  }

  /** Failure rate of a node [1/s]. */
  static double nodeRate(Node node) {
    return FailureRate.ofNode(
        node.acceleratorsPerNode(),
        node.ports(),
        node.seriesPsus(),
        FailureRate.ACCELERATOR_MTTF,
        FailureRate.NIC_MTTF,
        FailureRate.PSU_MTTF);
  }

  private static List<String> caveats(Fleet fleet, boolean outOfRegime) {
    List<String> caveats = new ArrayList<>();
    if (fleet.mtbfHours().isEmpty()) {
      caveats.add("Switches, cables, memory and hosts are not in the failure rate.");
      if (fleet.node().psuRating().isEmpty() && fleet.node().seriesPsus() > 0) {
        caveats.add(
            "%s states no power supplies in detail; %d are taken to be needed all."
                .formatted(fleet.node().id(), fleet.node().seriesPsus()));
      }
    }
    if (outOfRegime) {
      caveats.add(
          "A checkpoint takes two mean times between failures or longer; the job makes no"
              + " progress.");
    }
    return caveats;
  }

  @Override
  public List<Explanation> explain(Inputs inputs, ReliabilityResult result) {
    return ReliabilityTerms.explain(inputs, result);
  }
}
