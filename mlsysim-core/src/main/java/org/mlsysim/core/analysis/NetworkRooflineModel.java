package org.mlsysim.core.analysis;

import static org.mlsysim.api.units.Units.BYTE;
import static org.mlsysim.api.units.Units.BYTE_PER_SECOND;
import static org.mlsysim.api.units.Units.FLOP_PER_BYTE;
import static org.mlsysim.api.units.Units.FLOP_PER_SECOND;
import static org.mlsysim.api.units.Units.JOULE;
import static org.mlsysim.api.units.Units.PER_SECOND;
import static org.mlsysim.api.units.Units.SECOND;

import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.Optional;
import javax.measure.Quantity;
import javax.measure.quantity.Energy;
import javax.measure.quantity.Frequency;
import javax.measure.quantity.Time;
import org.apiguardian.api.API;
import org.mlsysim.api.BaseModel;
import org.mlsysim.api.ResolverInfo;
import org.mlsysim.api.SolverResult;
import org.mlsysim.api.hardware.Precision;
import org.mlsysim.api.port.Buildable;
import org.mlsysim.api.port.Port;
import org.mlsysim.api.port.WireName;
import org.mlsysim.api.system.Fleet;
import org.mlsysim.api.system.NetworkFabric;
import org.mlsysim.api.units.ComputeRate;
import org.mlsysim.api.units.DataRate;
import org.mlsysim.api.units.DataSize;
import org.mlsysim.api.units.Intensity;
import org.mlsysim.api.units.Units;
import org.mlsysim.api.workload.Workload;
import org.mlsysim.core.form.Caveats;
import org.mlsysim.core.form.Forms;
import org.mlsysim.core.form.Workloads;
import org.mlsysim.physics.analysis.NetworkRoofline;

/**
 * The roofline of data-parallel training: an accelerator's own batch against the exchange of its
 * gradients over one link.
 *
 * <pre>
 * t_c = 3 (w + t) batch / (peak · efficiency)
 * t_n = 2 (N - 1) / N P b / (bandwidth / oversubscription)
 * T   = max(t_c, t_n)
 * </pre>
 *
 * <p>The ports are those of a single-node profile, read for the network: {@code latency_memory} is
 * the exchange, {@code memory_footprint} the bytes exchanged, {@code peak_bw_actual} the link.
 * Compute and exchange do not overlap with anything else.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@ResolverInfo(
    question = "Does compute or the gradient exchange set the pace of a training step?",
    equation = "T = max(3 (w + t) batch / (peak eff), 2 (N - 1) / N P b / (BW / oversubscription))",
    sources = {
      "Williams, Waterman, Patterson (2009), Roofline, CACM 52(4)",
      "Kaplan et al. (2020), Scaling Laws, arXiv 2001.08361",
      "Patarasuk, Yuan (2009), Bandwidth Optimal All-reduce, doi 10.1016/j.jpdc.2008.09.002"
    })
public final class NetworkRooflineModel
    extends BaseModel<NetworkRooflineModel.Inputs, NetworkRooflineModel.NetworkRooflineResult> {

  /** What sets the pace of a step; a tie is compute. */
  public enum Ceiling implements WireName {
    COMPUTE("Compute"),
    NETWORK("Network");

    private final String wireName;

    Ceiling(String wireName) {
      this.wireName = wireName;
    }

    static Ceiling of(NetworkRoofline.Ceiling ceiling) {
      return ceiling == NetworkRoofline.Ceiling.COMPUTE ? COMPUTE : NETWORK;
    }

    @Override
    public String wireName() {
      return wireName;
    }
  }

  /** What the model requires. */
  @Buildable
  public record Inputs(
      @Port(doc = "the workload", aliases = "workload") Workload model,
      @Port(doc = "the accelerators and their fabric") Fleet fleet,
      @Port(doc = "number format of weights and gradients", defaultValue = "fp16")
          Precision precision,
      @Port(
              doc = "share of the peak rate that the kernels sustain",
              defaultValue = "0.5",
              range = "[1e-9, 1]")
          double efficiency,
      @Port(doc = "samples of each accelerator", defaultValue = "1", range = "[1, inf)")
          int batchSize,
      @Port(
              doc = "tokens of a sample of a language model",
              defaultValue = "2048",
              range = "[1, inf)")
          int seqLen,
      @Port(
              doc = "whether a token sees only what stands before it",
              defaultValue = "true",
              aliases = "causal")
          boolean causalAttention) {

    /** Names the inputs one by one; all but model and fleet have defaults. */
    public static NetworkRooflineModelInputsBuilder builder() {
      return new NetworkRooflineModelInputsBuilder();
    }
  }

  /** What the model produces. */
  public record NetworkRooflineResult(
      @Port(unit = "s", doc = "time of the step: the slower of compute and exchange")
          Quantity<Time> latency,
      @Port(unit = "s", doc = "time that the arithmetic needs") Quantity<Time> latencyCompute,
      @Port(unit = "s", doc = "time that the exchange needs") Quantity<Time> latencyMemory,
      @Port(unit = "s", doc = "overhead; none is charged") Quantity<Time> latencyOverhead,
      @Port(unit = "1/s", doc = "steps a second") Quantity<Frequency> throughput,
      @Port(doc = "what sets the pace") Ceiling bottleneck,
      @Port(unit = "FLOP/B", doc = "work per byte exchanged; absent for one accelerator")
          Optional<Quantity<Intensity>> arithmeticIntensity,
      @Port(unit = "J", doc = "energy; none is charged") Quantity<Energy> energy,
      @Port(unit = "B", doc = "bytes that each accelerator exchanges")
          Quantity<DataSize> memoryFootprint,
      @Port(unit = "FLOP/s", doc = "peak rate of the fleet, derated by the efficiency")
          Quantity<ComputeRate> peakFlopsActual,
      @Port(unit = "B/s", doc = "rate of one link after oversubscription")
          Quantity<DataRate> peakBwActual,
      @Port(doc = "share of the peak that the step reaches (MFU)") double mfu,
      @Port(doc = "the same, for nothing is recomputed (HFU)") double hfu,
      @Port(verdict = true, doc = "whether the step can be; memory is not asked for")
          boolean feasible,
      @Port(unit = "B", doc = "absent; memory is not asked for")
          Optional<Quantity<DataSize>> offloadSpillBytes,
      @Port(unit = "B/s", doc = "absent; memory is not asked for")
          Optional<Quantity<DataRate>> offloadEffectiveBw,
      @Port(doc = "false; no overhead is charged") boolean overheadDominated,
      @Port(doc = "where the ceilings meet") List<String> constraintTrace,
      @Port(doc = "what to know before trusting the numbers") List<String> caveats)
      implements SolverResult {

    public NetworkRooflineResult {
      constraintTrace = List.copyOf(constraintTrace);
      caveats = List.copyOf(caveats);
    }
  }

  public NetworkRooflineModel() {
    super(MethodHandles.lookup(), Inputs.class, NetworkRooflineResult.class);
  }

  @Override
  public NetworkRooflineResult solve(Inputs inputs) {
    Fleet fleet = inputs.fleet();
    NetworkFabric fabric = fleet.fabric();
    NetworkRoofline.Result plain =
        NetworkRoofline.solve(
            Workloads.counted("model", inputs.model()),
            inputs.precision().bytesPerElement(),
            Forms.peak(fleet.accelerator(), inputs.precision()),
            inputs.efficiency(),
            (double) fleet.acceleratorTotal(),
            Units.in(BYTE_PER_SECOND, fabric.bandwidth()),
            fabric.oversubscriptionRatio(),
            inputs.batchSize(),
            inputs.seqLen(),
            inputs.causalAttention());
    return new NetworkRooflineResult(
        Units.of(plain.latency(), SECOND),
        Units.of(plain.computeTime(), SECOND),
        Units.of(plain.networkTime(), SECOND),
        Units.of(0, SECOND),
        Units.of(plain.throughput(), PER_SECOND),
        Ceiling.of(plain.ceiling()),
        Forms.quantity(plain.intensity(), FLOP_PER_BYTE),
        Units.of(0, JOULE),
        Units.of(plain.syncBytes(), BYTE),
        Units.of(plain.fleetFlops(), FLOP_PER_SECOND),
        Units.of(plain.linkBandwidth(), BYTE_PER_SECOND),
        plain.mfu(),
        plain.mfu(),
        true,
        Optional.empty(),
        Optional.empty(),
        false,
        List.of(
            "The ceilings meet at %s FLOP per byte exchanged."
                .formatted(Units.number(plain.ridgePoint()))),
        Caveats.of(fleet.accelerator(), inputs.precision(), inputs.efficiency())
            .add("One link of each accelerator carries the exchange, which overlaps with nothing.")
            .addWhen(
                plain.syncBytes() > 0, "All parameters are exchanged, those of experts included.")
            .list());
  }
}
