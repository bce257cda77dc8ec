package org.mlsysim.core.algorithm;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.measure.Quantity;
import org.apiguardian.api.API;
import org.mlsysim.api.hardware.HardwareNode;
import org.mlsysim.api.units.ComputeRate;
import org.mlsysim.api.units.Units;
import org.mlsysim.core.algorithm.CompressionModel.CompressionResult;
import org.mlsysim.core.algorithm.CompressionModel.Inputs;
import org.mlsysim.physics.algorithm.Compression;

/**
 * Ways to compress a model, held against guards and against each other.
 *
 * <p>The frontier holds every candidate that no other one matches in size, speed and accuracy and
 * beats in one of them; guards do not take part in it. The best candidate stands on the frontier,
 * keeps to the guards, and changes the accuracy least; of equals, the smaller and faster.
 *
 * @param candidates all candidates, in the order given
 * @param best the best candidate, if any keeps to the guards
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record CompressionSweep(List<Candidate> candidates, Optional<Candidate> best) {
  private static final CompressionModel MODEL = new CompressionModel();

  public CompressionSweep {
    candidates = List.copyOf(candidates);
  }

  /** What a guard is about. */
  public enum Guard {
    MODEL_SIZE,
    QUALITY,
    SPEEDUP,
    HARDWARE_SUPPORT
  }

  /**
   * A way to compress the model.
   *
   * @param label its name, for people
   * @param inputs how it compresses
   * @param result what comes of it
   * @param hardwareSupported whether the device has units for it
   * @param violations the guards that it breaks
   * @param onFrontier whether no other candidate dominates it
   */
  public record Candidate(
      String label,
      Inputs inputs,
      CompressionResult result,
      boolean hardwareSupported,
      List<Guard> violations,
      boolean onFrontier) {
    public Candidate {
      violations = List.copyOf(violations);
    }

    /** Whether it keeps to all guards. */
    public boolean feasible() {
      return violations.isEmpty();
    }

    /** The first guard that it breaks. */
    public Optional<Guard> bindingConstraint() {
      return violations.stream().findFirst();
    }
  }

  /**
   * Tries every way.
   *
   * @throws org.mlsysim.api.error.BadInputException if an input is out of range
   */
  public static CompressionSweep of(List<Inputs> ways, CompressionGuards guards) {
    List<CompressionResult> results = ways.stream().map(MODEL::resolve).toList();
    List<Compression.Result> plain = ways.stream().map(CompressionModel::plain).toList();
    List<Candidate> candidates = new ArrayList<>();
    for (int i = 0; i < ways.size(); i++) {
      Compression.Result own = plain.get(i);
      Inputs inputs = ways.get(i);
      boolean supported = supported(inputs);
      candidates.add(
          new Candidate(
              label(inputs),
              inputs,
              results.get(i),
              supported,
              violations(own, supported, guards),
              plain.stream().noneMatch(other -> Compression.dominates(other, own))));
    }
    return new CompressionSweep(candidates, best(candidates));
  }

  private static Optional<Candidate> best(List<Candidate> candidates) {
    // The first of equals wins, for min keeps the earlier one.
    return candidates.stream()
        .filter(each -> each.onFrontier() && each.feasible())
        .min(
            Comparator.comparingDouble(CompressionSweep::accuracyChange)
                .thenComparingDouble(CompressionSweep::sizePerSpeed));
  }

  private static double accuracyChange(Candidate candidate) {
    return Math.abs(candidate.result().estimatedAccuracyDelta());
  }

  private static double sizePerSpeed(Candidate candidate) {
    CompressionResult result = candidate.result();
    return Units.in(Units.BYTE, result.compressedSizeBytes())
        / Math.max(result.inferenceSpeedup(), 1e-9);
  }

  private static String label(Inputs inputs) {
    return switch (inputs.method()) {
      case QUANTIZATION ->
          "%s%d quantization"
              .formatted(inputs.targetBitwidth() <= 8 ? "INT" : "FP", inputs.targetBitwidth());
      case PRUNING ->
          "%s pruning %s%%"
              .formatted(inputs.sparsityType().wireName(), Units.number(inputs.sparsity() * 100));
      case DISTILLATION -> "distillation";
    };
  }

  private static boolean supported(Inputs inputs) {
    HardwareNode hardware = inputs.hardware();
    return switch (inputs.method()) {
      case QUANTIZATION ->
          inputs.targetBitwidth() >= Compression.LOSSLESS_BITS
              || CompressionModel.rateAt(inputs.targetBitwidth(), hardware).isPresent();
      case PRUNING ->
          switch (inputs.sparsityType()) {
            case STRUCTURED -> true;
            case N_M -> hasSparseUnits(hardware);
            case UNSTRUCTURED -> false;
          };
      case DISTILLATION -> true;
    };
  }

  /** Devices with these formats have come with sparse tensor units. */
  private static boolean hasSparseUnits(HardwareNode hardware) {
    Map<String, Quantity<ComputeRate>> rates = hardware.compute().precisionFlops();
    return rates.containsKey("int8") || rates.containsKey("fp8") || rates.containsKey("tf32");
  }

  private static List<Guard> violations(
      Compression.Result plain, boolean supported, CompressionGuards guards) {
    List<Guard> violations = new ArrayList<>();
    if (guards.sizeLimit().isPresent()
        && plain.compressedBytes() > Units.in(Units.BYTE, guards.sizeLimit().get())) {
      violations.add(Guard.MODEL_SIZE);
    }
    if (guards.maxAccuracyDrop().isPresent()
        && Math.abs(plain.accuracyDelta()) > guards.maxAccuracyDrop().get()) {
      violations.add(Guard.QUALITY);
    }
    if (guards.minSpeedup().isPresent() && plain.speedup() < guards.minSpeedup().get()) {
      violations.add(Guard.SPEEDUP);
    }
    if (guards.requireHardwareSupport() && !supported) {
      violations.add(Guard.HARDWARE_SUPPORT);
    }
    return violations;
  }
}
