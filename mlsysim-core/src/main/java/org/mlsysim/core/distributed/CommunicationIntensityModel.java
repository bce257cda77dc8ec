package org.mlsysim.core.distributed;

import static org.mlsysim.api.units.Units.BYTE;
import static org.mlsysim.api.units.Units.BYTE_PER_SECOND;
import static org.mlsysim.api.units.Units.FLOP;
import static org.mlsysim.api.units.Units.FLOP_PER_SECOND;
import static org.mlsysim.api.units.Units.SECOND;
import static org.mlsysim.api.units.Units.in;
import static org.mlsysim.api.units.Units.of;

import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.Optional;
import javax.measure.Quantity;
import javax.measure.quantity.Time;
import org.apiguardian.api.API;
import org.mlsysim.api.BaseModel;
import org.mlsysim.api.ResolverInfo;
import org.mlsysim.api.SolverResult;
import org.mlsysim.api.error.BadInputException;
import org.mlsysim.api.hardware.Precision;
import org.mlsysim.api.port.Buildable;
import org.mlsysim.api.port.Port;
import org.mlsysim.api.units.ComputeRate;
import org.mlsysim.api.units.DataPerOperation;
import org.mlsysim.api.units.DataRate;
import org.mlsysim.api.units.DataSize;
import org.mlsysim.api.units.Operations;
import org.mlsysim.api.workload.AttentionWorkload;
import org.mlsysim.api.workload.Workload;
import org.mlsysim.core.form.BaseUnits;
import org.mlsysim.core.form.Workloads;
import org.mlsysim.physics.node.WorkloadForm;
import org.mlsysim.physics.training.GradientSync;
import org.mlsysim.physics.training.TrainingRun;

/**
 * Whether a data-parallel worker's step is set by its arithmetic or by the fabric.
 *
 * <pre>I = 2 G / (6 P_a D),   balance = beta / peak</pre>
 *
 * <p>An intensity above the balance says that the fabric binds.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@ResolverInfo(
    question = "Is a worker's step set by its arithmetic or by the fabric?",
    equation = "I = 2 G / (6 P_a D) against beta / peak",
    sources = {
      "Kaplan et al. (2020), Scaling Laws for Neural Language Models",
      "Patarasuk, Yuan (2009), Bandwidth optimal all-reduce"
    })
public final class CommunicationIntensityModel
    extends BaseModel<
        CommunicationIntensityModel.Inputs,
        CommunicationIntensityModel.CommunicationIntensityResult> {

  /** What the model requires. */
  @Buildable
  public record Inputs(
      @Port(doc = "a model with a context length", aliases = "workload") Workload model,
      @Port(doc = "sequences of one worker's step", range = "[1, inf)") int sequencesPerWorker,
      @Port(doc = "one-way rate of the fabric", unit = "B/s", range = "(0, inf)")
          Quantity<DataRate> linkBandwidth,
      @Port(doc = "peak rate of one device", unit = "FLOP/s", range = "(0, inf)")
          Quantity<ComputeRate> peakFlops,
      @Port(doc = "number format of the gradients", defaultValue = "fp16") Precision precision) {

    /** Names the inputs one by one; all but the precision must be given. */
    public static CommunicationIntensityModelInputsBuilder builder() {
      return new CommunicationIntensityModelInputsBuilder();
    }
  }

  /** What the model produces. */
  public record CommunicationIntensityResult(
      @Port(doc = "tokens of one worker's step") long localTokens,
      @Port(unit = "B", doc = "what one worker sends in a step") Quantity<DataSize> bytesPerStep,
      @Port(unit = "FLOP", doc = "work of one worker's step") Quantity<Operations> flopsPerStep,
      @Port(unit = "B/FLOP", doc = "bytes moved per operation")
          Quantity<DataPerOperation> intensity,
      @Port(unit = "B/FLOP", doc = "bytes that can be moved per operation")
          Quantity<DataPerOperation> balance,
      @Port(unit = "s", doc = "the work at peak") Quantity<Time> computeTimeAtPeak,
      @Port(doc = "what to know before trusting the numbers") List<String> caveats)
      implements SolverResult {
    public CommunicationIntensityResult {
      caveats = List.copyOf(caveats);
    }
  }

  public CommunicationIntensityModel() {
    super(MethodHandles.lookup(), Inputs.class, CommunicationIntensityResult.class);
  }

  @Override
  public CommunicationIntensityResult solve(Inputs inputs) {
    WorkloadForm workload = Workloads.counted("model", inputs.model());
    long tokens = (long) inputs.sequencesPerWorker() * contextLength(inputs.model());
    double link = in(BYTE_PER_SECOND, inputs.linkBandwidth());
    double peak = in(FLOP_PER_SECOND, inputs.peakFlops());
    double bytes =
        GradientSync.syncBytes(workload.storedBytes(inputs.precision().bytesPerElement()));
    double flops = TrainingRun.flops(workload.activeParametersOrAll(), (double) tokens);
    return new CommunicationIntensityResult(
        tokens,
        of(bytes, BYTE),
        of(flops, FLOP),
        of(GradientSync.bytesPerFlop(bytes, flops), BaseUnits.BYTE_PER_FLOP),
        of(GradientSync.machineBalance(link, peak), BaseUnits.BYTE_PER_FLOP),
        of(TrainingRun.time(flops, 1, peak, 1), SECOND),
        List.of(
            "The number of workers N is not known; the exchange is too long by N/(N-1).",
            "The active parameters work, all of them are exchanged."));
  }

  private static int contextLength(Workload model) {
    Optional<Integer> length =
        model instanceof AttentionWorkload attention ? attention.contextLength() : Optional.empty();
    return length.orElseThrow(
        () ->
            BadInputException.missing(
                "model.context_length", "%s does not state it".formatted(model.id())));
  }
}
