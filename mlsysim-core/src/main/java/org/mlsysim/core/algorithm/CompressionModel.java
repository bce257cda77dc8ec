package org.mlsysim.core.algorithm;

import static org.mlsysim.api.units.Units.BYTE;
import static org.mlsysim.api.units.Units.BYTE_PER_SECOND;
import static org.mlsysim.api.units.Units.FLOP_PER_SECOND;

import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.measure.Quantity;
import org.apiguardian.api.API;
import org.mlsysim.api.BaseModel;
import org.mlsysim.api.Explanation;
import org.mlsysim.api.ResolverInfo;
import org.mlsysim.api.SolverResult;
import org.mlsysim.api.hardware.HardwareNode;
import org.mlsysim.api.hardware.Precision;
import org.mlsysim.api.port.Buildable;
import org.mlsysim.api.port.Port;
import org.mlsysim.api.units.ComputeRate;
import org.mlsysim.api.units.DataSize;
import org.mlsysim.api.units.Units;
import org.mlsysim.api.workload.Workload;
import org.mlsysim.core.form.Caveats;
import org.mlsysim.core.form.Workloads;
import org.mlsysim.physics.algorithm.Compression;
import org.mlsysim.physics.node.WorkloadForm;

/**
 * Size, speed and accuracy of a model stored in fewer bits or with fewer weights.
 *
 * <pre>
 * quantization: ratio = 8 b_0 / bits;  pruning: ratio = 1 / (1 - sparsity), 100 at sparsity 1
 * </pre>
 *
 * <p>A memory-bound model becomes faster by the ratio; a compute-bound one by the rate of the
 * narrower units, where the device has them. Changes of accuracy are medians of surveys at the
 * published widths, carried unchanged to the widths between.
 *
 * @see CompressionSweep candidates held against guards
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@ResolverInfo(
    question = "How much smaller, faster and less accurate is a compressed model?",
    walls = "Fidelity",
    equation = "ratio = 8 b0 / bits (quantization); 1 / (1 - sparsity) (pruning)",
    sources = {
      "Gholami et al. (2021), A Survey of Quantization Methods, arXiv 2103.13630",
      "Blalock et al. (2020), What is the State of Neural Network Pruning?, arXiv 2003.03033",
      "Han et al. (2015), Deep Compression, arXiv 1510.00149"
    })
public final class CompressionModel
    extends BaseModel<CompressionModel.Inputs, CompressionModel.CompressionResult> {

  /** What the model requires. */
  @Buildable
  public record Inputs(
      @Port(doc = "the workload", aliases = "workload") Workload model,
      @Port(doc = "the device") HardwareNode hardware,
      @Port(doc = "how the model is made smaller", defaultValue = "quantization")
          CompressionMethod method,
      @Port(doc = "bits of a weight (quantization)", defaultValue = "8", range = "[1, inf)")
          int targetBitwidth,
      @Port(doc = "share of the weights dropped (pruning)", defaultValue = "0", range = "[0, 1]")
          double sparsity,
      @Port(doc = "how they are chosen (pruning)", defaultValue = "unstructured")
          SparsityType sparsityType,
      @Port(doc = "number format to begin with", defaultValue = "fp32")
          Precision baselinePrecision) {

    /** Names the inputs one by one; all but model and hardware have defaults. */
    public static CompressionModelInputsBuilder builder() {
      return new CompressionModelInputsBuilder();
    }
  }

  /** What the model produces. */
  public record CompressionResult(
      @Port(doc = "number format to begin with") Precision baselinePrecision,
      @Port(unit = "B", doc = "size before") Quantity<DataSize> originalSizeBytes,
      @Port(unit = "B", doc = "size after") Quantity<DataSize> compressedSizeBytes,
      @Port(doc = "size before over after") double compressionRatio,
      @Port(doc = "change of accuracy; negative is a loss") double estimatedAccuracyDelta,
      @Port(doc = "share of the memory saved in per cent") double memorySavingsPct,
      @Port(doc = "inference time before over after") double inferenceSpeedup,
      @Port(doc = "what to know before trusting the numbers") List<String> caveats)
      implements SolverResult {

    public CompressionResult {
      caveats = List.copyOf(caveats);
    }
  }

  public CompressionModel() {
    super(MethodHandles.lookup(), Inputs.class, CompressionResult.class);
  }

  @Override
  public CompressionResult solve(Inputs inputs) {
    Compression.Result plain = plain(inputs);
    return new CompressionResult(
        inputs.baselinePrecision(),
        Units.of(plain.originalBytes(), BYTE),
        Units.of(plain.compressedBytes(), BYTE),
        plain.ratio(),
        plain.accuracyDelta(),
        plain.memorySavingsPct(),
        plain.speedup(),
        caveats(inputs));
  }

  /** The law's plain form. */
  static Compression.Result plain(Inputs inputs) {
    WorkloadForm model = Workloads.sized("model", inputs.model());
    double bytes = inputs.baselinePrecision().bytesPerElement();
    double original = model.storedBytes(bytes);
    return switch (inputs.method()) {
      case QUANTIZATION ->
          Compression.quantize(
              original,
              8 * bytes,
              inputs.targetBitwidth(),
              model.unitFlops(),
              model.touchedBytes(model.tokensPerUnit(), bytes),
              Units.in(FLOP_PER_SECOND, inputs.hardware().compute().peakFlops()),
              Units.in(BYTE_PER_SECOND, inputs.hardware().memory().bandwidth()),
              rateAt(inputs.targetBitwidth(), inputs.hardware())
                  .map(rate -> Units.in(FLOP_PER_SECOND, rate))
                  .orElse(Double.NaN));
      case PRUNING -> Compression.prune(original, inputs.sparsity(), inputs.sparsityType().law());
      case DISTILLATION -> Compression.keep(original);
    };
  }

  /** The rate of a device's units of a width: integer units up to 8 bits, floating ones above. */
  static Optional<Quantity<ComputeRate>> rateAt(int bits, HardwareNode hardware) {
    Map<String, Quantity<ComputeRate>> rates = hardware.compute().precisionFlops();
    Quantity<ComputeRate> rate = rates.get((bits <= 8 ? "int" : "fp") + bits);
    return Optional.ofNullable(rate == null && bits == 4 ? rates.get("mxint4") : rate);
  }

  private static List<String> caveats(Inputs inputs) {
    int bits = inputs.targetBitwidth();
    boolean quantized = inputs.method() == CompressionMethod.QUANTIZATION;
    boolean pruned = inputs.method() == CompressionMethod.PRUNING;
    return Caveats.none()
        .addWhen(
            quantized && bits > 4 && bits < Compression.LOSSLESS_BITS && bits != 8,
            "Accuracy at %d bits is that of 4 bits; between the published widths it is only an order of magnitude."
                .formatted(bits))
        .addWhen(pruned, "The accuracy of pruning is piecewise, only an order of magnitude.")
        .addWhen(
            pruned && inputs.sparsityType() == SparsityType.N_M,
            "The index of the weights kept is not counted.")
        .addWhen(
            inputs.method() == CompressionMethod.DISTILLATION,
            "Distillation leaves the model as it is; state the student as a model of its own.")
        .list();
  }

  @Override
  public List<Explanation> explain(Inputs inputs, CompressionResult result) {
    return CompressionTerms.explain(inputs, plain(inputs));
  }
}
