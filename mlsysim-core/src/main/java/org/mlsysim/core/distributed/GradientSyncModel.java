package org.mlsysim.core.distributed;

import static org.mlsysim.api.units.Units.BYTE;
import static org.mlsysim.api.units.Units.BYTE_PER_SECOND;
import static org.mlsysim.api.units.Units.JOULE;
import static org.mlsysim.api.units.Units.SECOND;
import static org.mlsysim.api.units.Units.in;
import static org.mlsysim.api.units.Units.of;

import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.measure.Quantity;
import javax.measure.quantity.Energy;
import javax.measure.quantity.Time;
import org.apiguardian.api.API;
import org.mlsysim.api.BaseModel;
import org.mlsysim.api.ResolverInfo;
import org.mlsysim.api.SolverResult;
import org.mlsysim.api.hardware.Precision;
import org.mlsysim.api.port.Buildable;
import org.mlsysim.api.port.Port;
import org.mlsysim.api.units.DataEnergy;
import org.mlsysim.api.units.DataRate;
import org.mlsysim.api.units.DataSize;
import org.mlsysim.api.workload.Workload;
import org.mlsysim.core.form.BaseUnits;
import org.mlsysim.core.form.Tables;
import org.mlsysim.core.form.Workloads;
import org.mlsysim.physics.network.Links;
import org.mlsysim.physics.training.GradientSync;

/**
 * How the compute share of a data-parallel step depends on the link that sums its gradients.
 *
 * <pre>share = c / (c + 2 G / beta)</pre>
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@ResolverInfo(
    question = "How does the compute share of a data-parallel step depend on the link?",
    equation = "share = c / (c + 2 G / beta)",
    sources = {"Patarasuk, Yuan (2009), Bandwidth optimal all-reduce"})
public final class GradientSyncModel
    extends BaseModel<GradientSyncModel.Inputs, GradientSyncModel.GradientSyncResult> {

  /** What the model requires. */
  @Buildable
  public record Inputs(
      @Port(doc = "the workload", aliases = "workload") Workload model,
      @Port(doc = "number format of the gradients", defaultValue = "fp16") Precision precision,
      @Port(doc = "one-way rate of each link", unit = "B/s", range = "(0, inf)")
          Map<String, Quantity<DataRate>> links,
      @Port(doc = "the step's own work", unit = "s", range = "[0, inf)") Quantity<Time> computeTime,
      @Port(
              doc = "energy of moving a bit; none is counted when absent",
              unit = "J/bit",
              range = "[0, inf)")
          Optional<Quantity<DataEnergy>> energyPerBit,
      @Port(doc = "steps of the run", defaultValue = "1", range = "[1, inf)") long steps,
      @Port(doc = "factor by which the work is faster", defaultValue = "1", range = "(0, inf)")
          double computeSpeedup) {

    public Inputs {
      links = Tables.copyOf(links);
    }

    /** Names the inputs one by one. */
    public static GradientSyncModelInputsBuilder builder() {
      return new GradientSyncModelInputsBuilder();
    }
  }

  /** What the model produces. */
  public record GradientSyncResult(
      @Port(unit = "B", doc = "what one worker sends in a step") Quantity<DataSize> syncBytes,
      @Port(unit = "s", doc = "the step's own work, sped up") Quantity<Time> computeTime,
      @Port(unit = "s", doc = "exchange on each link") Map<String, Quantity<Time>> transferTimes,
      @Port(unit = "s", doc = "step on each link") Map<String, Quantity<Time>> stepTimes,
      @Port(doc = "share that computes, on each link") Map<String, Double> computeFractions,
      @Port(unit = "J", doc = "energy of a step's exchange") Quantity<Energy> energyPerStep,
      @Port(unit = "J", doc = "energy of all steps' exchanges") Quantity<Energy> energyTotal,
      @Port(doc = "what to know before trusting the numbers") List<String> caveats)
      implements SolverResult {
    public GradientSyncResult {
      transferTimes = Tables.copyOf(transferTimes);
      stepTimes = Tables.copyOf(stepTimes);
      computeFractions = Tables.copyOf(computeFractions);
      caveats = List.copyOf(caveats);
    }
  }

  public GradientSyncModel() {
    super(MethodHandles.lookup(), Inputs.class, GradientSyncResult.class);
  }

  @Override
  public GradientSyncResult solve(Inputs inputs) {
    double bytes =
        GradientSync.syncBytes(
            Workloads.sized("model", inputs.model())
                .storedBytes(inputs.precision().bytesPerElement()));
    double compute = in(SECOND, inputs.computeTime()) / inputs.computeSpeedup();
    Map<String, Double> transfers =
        Tables.each(inputs.links(), link -> Links.transferTime(bytes, in(BYTE_PER_SECOND, link)));
    double energy =
        inputs
            .energyPerBit()
            .map(each -> GradientSync.energy(bytes, in(BaseUnits.JOULE_PER_BYTE, each)))
            .orElse(0.0);
    return new GradientSyncResult(
        of(bytes, BYTE),
        of(compute, SECOND),
        Tables.each(transfers, time -> of(time, SECOND)),
        Tables.each(transfers, time -> of(compute + time, SECOND)),
        Tables.each(transfers, time -> GradientSync.computeFraction(compute, time)),
        of(energy, JOULE),
        of(energy * inputs.steps(), JOULE),
        List.of("The number of workers N is not known; the exchange is too long by N/(N-1)."));
  }
}
